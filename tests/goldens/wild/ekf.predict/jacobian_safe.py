# Jacobian of predict in 360 operations, 477 before the passes

from math import cos, sin
import numpy as np


def predict_jacobian(mean, covariance, control, dt):
    mean0, mean1, heading = mean.tolist()
    (
        (covariance00, covariance01, covariance02),
        (covariance10, covariance11, covariance12),
        (covariance20, covariance21, covariance22),
    ) = covariance.tolist()
    v, w = control.tolist()
    # ekf.py:27  s, c = np.sin(heading), np.cos(heading)
    s = sin(heading)
    c = cos(heading)
    # ekf.py:26  turned = heading + w * dt
    turned = heading + w * dt
    # ekf.py:28  s2, c2 = np.sin(turned), np.cos(turned)
    s2 = sin(turned)
    c2 = cos(turned)
    # ekf.py:29  r = v / w
    r = v / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v0 = s2 - s
    v1 = r * v0
    v2 = c - c2
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v3 = c2 - c
    G02 = r * v3
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    V00 = v0 / w
    v4 = s - s2
    v5 = w * w
    v6 = v * v4 / v5
    v7 = r * c2
    V01 = v6 + v7 * dt
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    V10 = v2 / w
    v8 = r * s2
    v9 = v2 * v / v5
    V11 = v8 * dt - v9
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v10 = v * v
    M00 = 0.1 * v10 + 0.01 * v5
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v11 = G02 * covariance22
    v12 = 0.0 * covariance12
    v13 = covariance02 + v12 + v11
    v14 = v1 * covariance22
    v15 = 0.0 * covariance02
    v16 = v15 + covariance12 + v14
    v12 = v15 + v12 + covariance22
    v15 = V00 * M00 + V01 * 0.0
    M11 = 0.01 * v10 + 0.1 * v5
    v10 = V01 * M11
    v17 = V00 * 0.0 + v10
    v18 = V10 * M00 + V11 * 0.0
    v19 = V11 * M11
    v20 = V10 * 0.0 + v19
    v21 = 0.0 * M00 + dt * 0.0
    v22 = dt * M11
    v23 = v3 / w
    v24 = v * v23
    v25 = s2 * v
    v26 = s / w
    v27 = v25 / w - v * v26
    v28 = c2 * v
    v29 = dt / w
    v30 = v28 * v29 - r * V00
    v31 = v25 * v29
    d22 = v17 + v10
    v32 = v31 + v28 / v5
    v33 = c / v5 * v - v32
    v34 = M00 / w
    v35 = v0 * v34
    d36 = v15 + v35
    v11 = covariance20 + v11
    v37 = v13 + v11
    v38 = s2 / w
    v26 = v26 - v38
    v34 = v2 * v34
    v39 = v34 + v * v13
    v40 = c2 * v29
    v41 = v40 - s2 / v5
    v42 = s / v5 + v41
    v43 = v * v42
    v14 = covariance21 + v14
    v44 = v22 * v33
    v45 = v0 * M00
    v46 = v18 + v * v11
    d47 = v18 + v34
    d48 = v20 + v19
    v49 = v16 + v14
    v50 = v22 * v43
    d12 = v1 * G02
    v51 = 0.2 * v
    v4 = v4 / v5 + v40
    v40 = 0.02 * v
    v52 = V01 * V01
    v53 = 0.02 * v0
    v54 = 2.0 * (w / v5)
    v6 = v6 * v54 + dt * (c2 / w * r + v32)
    d0 = dt * c2 - V00
    d55 = d0 / w
    v56 = 0.2 * w
    v57 = r * v23 + v31
    v58 = V01 * V11
    v59 = v40 * v58
    v29 = s2 * v29
    v5 = v29 - v2 / v5
    d29 = v29 - V10 / w
    v58 = v56 * v58
    v41 = v * v41
    v9 = v9 * v54 - dt * (r * v38 - v41)
    d34 = V10 * v53 + v15 * d29 - v19 * v6 + d55 * v34 + v58 + v17 * v9 - v14 * v57
    v38 = dt * v40
    v54 = v22 * v4 + V01 * v38
    v60 = dt * v56
    v61 = V01 * v60 - v22 * v6
    v62 = v2 * V00
    d18 = 0.02 * v62 + (d29 * v45 + v18 * d0) / w - v20 * v6 + v58 + v10 * v9
    v2 = v2 * V10
    v58 = V11 * V11
    v63 = V11 * v38 + v22 * v5
    v64 = V11 * v60 + v22 * v9
    d7 = w * v32 - v7
    d8 = v8 + w * v41
    d32 = v22 * d7
    d41 = v22 * d8
    d65 = v1 * v1
    v38 = dt * v38
    d60 = dt * v60
    v66 = G02 * G02
    d67 = 2.0 * v22
    d31 = v31 - r * V10
    d34 = d34 + v13 * v30
    v68 = v54 + v12 * v23
    v69 = v63 + v12 * V00
    v70 = v44 - covariance22 * v27
    v71 = v50 + covariance22 * v24
    v54 = v54 + covariance22 * v23
    v72 = v61 - covariance22 * v57
    v63 = v63 + covariance22 * V00
    v73 = covariance22 * v30 + v64
    v44 = v44 + v21 * v23 - v12 * v27
    v50 = v50 - v21 * v26 + v12 * v24
    d18 = d18 - v16 * v57 + v30 * v11
    d61 = v21 * d55 - v12 * v57 + v61
    d64 = v21 * d29 + v12 * v30 + v64
    d74 = v17 - d32 - covariance22 * v25
    d75 = v20 + d41 + covariance22 * v28
    d76 = c2 * d36 - d22 * d7 - v37 * v25
    d77 = s2 * d47 + d48 * d8 + v49 * v28
    d0 = v10 - d32 + c2 * v21 - v12 * v25
    d1 = v19 + s2 * v21 + d41 + v12 * v28
    d21 = d22 * v33 + d36 * v23 - v27 * v37
    d32 = v * (v42 * d48 + v49 * v23) - v26 * d47
    d41 = (v51 * v2 + v0 * v49) / w + v40 * v58 + d48 * v5
    d42 = c2 * v39 - s2 * (v * v14 - v15) - v19 * d7 + v17 * d8
    d7 = s2 * (v35 - v * v16) - v20 * d7 + c2 * v46 + v10 * d8
    d8 = (v0 * V00 * v51 + v3 * v37) / w + d22 * v4 + v40 * v52
    d6 = V00 * v53 - d22 * v6 + d36 * d55 + v56 * v52 - v37 * v57
    d2 = 0.02 * v2 + d47 * d29 + v56 * v58 + d48 * v9 + v30 * v49
    v9 = v19 * v33 - v15 * v26 + v39 * v23 + v17 * v43 - v27 * v14
    v15 = v20 * v33 - (v26 * v45 - v3 * v46) / w + v10 * v43 - v16 * v27
    v10 = (v51 * v62 + v3 * v16 + v0 * v11) / w + v20 * v4 + v59 + v10 * v5
    v3 = (v0 * (V10 * v51 + v13) + v3 * v14) / w + v19 * v4 + v59 + v17 * v5
    return (
        (
            np.array([[1.0, 0.0, v24], [0.0, 1.0, v27], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[V00, v30], [V10, d31], [0.0, dt]]),
            np.array([v28, v25, w]),
        ),
        (
            np.array(
                [
                    [[0.0, 0.0, d21], [0.0, 0.0, v9], [0.0, 0.0, v70]],
                    [[0.0, 0.0, v15], [0.0, 0.0, d32], [0.0, 0.0, v71]],
                    [[0.0, 0.0, v44], [0.0, 0.0, v50], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [
                        [[1.0, 0.0, G02], [0.0, 0.0, 0.0], [G02, 0.0, v66]],
                        [[0.0, 1.0, v1], [0.0, 0.0, 0.0], [0.0, G02, d12]],
                        [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, G02]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [1.0, 0.0, G02], [v1, 0.0, d12]],
                        [[0.0, 0.0, 0.0], [0.0, 1.0, v1], [0.0, v1, d65]],
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, v1]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, G02]],
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 1.0, v1]],
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 1.0]],
                    ],
                ]
            ),
            np.array(
                [
                    [[d8, d6], [v3, d34], [v54, v72]],
                    [[v10, d18], [d41, d2], [v63, v73]],
                    [[v68, d61], [v69, d64], [v38, d60]],
                ]
            ),
            np.array([[d76, d42, d74], [d7, d77, d75], [d0, d1, d67]]),
        ),
    )

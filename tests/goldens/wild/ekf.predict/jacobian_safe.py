# Jacobian of predict in 360 operations, 478 before the passes

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
    d0 = v31 + v28 / v5
    d32 = c / v5 * v - d0
    v33 = M00 / w
    v34 = v0 * v33
    d35 = v15 + v34
    v11 = covariance20 + v11
    v36 = v13 + v11
    v37 = s2 / w
    v26 = v26 - v37
    v33 = v2 * v33
    v38 = v33 + v * v13
    v39 = c2 * v29
    d2 = v39 - s2 / v5
    d40 = s / v5 + d2
    d41 = v * d40
    v14 = covariance21 + v14
    d42 = v22 * d32
    v43 = v0 * M00
    v44 = v18 + v * v11
    d45 = v18 + v33
    d46 = v20 + v19
    v47 = v16 + v14
    d48 = v22 * d41
    d12 = v1 * G02
    v49 = 0.2 * v
    v4 = v4 / v5 + v39
    v39 = 0.02 * v
    v50 = V01 * V01
    v51 = 0.02 * v0
    v52 = 2.0 * (w / v5)
    d6 = v6 * v52 + dt * (c2 / w * r + d0)
    d53 = dt * c2 - V00
    d54 = d53 / w
    v55 = 0.2 * w
    v56 = r * v23 + v31
    v57 = V01 * V11
    v58 = v39 * v57
    v29 = s2 * v29
    d5 = v29 - v2 / v5
    v29 = v29 - V10 / w
    v57 = v55 * v57
    d59 = v * d2
    d9 = v9 * v52 - dt * (r * v37 - d59)
    d33 = V10 * v51 + v15 * v29 - v19 * d6 + d54 * v33 + v57 + v17 * d9 - v14 * v56
    v37 = dt * v39
    v52 = v22 * v4 + V01 * v37
    v60 = dt * v55
    d61 = V01 * v60 - v22 * d6
    v62 = v2 * V00
    d18 = 0.02 * v62 + (v29 * v43 + v18 * d53) / w - v20 * d6 + v57 + v10 * d9
    v2 = v2 * V10
    v53 = V11 * V11
    d57 = V11 * v37 + v22 * d5
    d63 = V11 * v60 + v22 * d9
    d7 = w * d0 - v7
    d8 = v8 + w * d59
    d59 = v22 * d7
    d64 = v22 * d8
    d65 = v1 * v1
    v37 = dt * v37
    d60 = dt * v60
    v66 = G02 * G02
    d67 = 2.0 * v22
    v31 = v31 - r * V10
    d33 = d33 + v13 * v30
    v68 = v52 + v12 * v23
    d69 = d57 + v12 * V00
    d70 = d42 - covariance22 * v27
    d71 = d48 + covariance22 * v24
    v52 = v52 + covariance22 * v23
    d72 = d61 - covariance22 * v56
    d57 = d57 + covariance22 * V00
    d73 = covariance22 * v30 + d63
    d42 = d42 + v21 * v23 - v12 * v27
    d48 = d48 - v21 * v26 + v12 * v24
    d18 = d18 - v16 * v56 + v30 * v11
    d61 = v21 * d54 - v12 * v56 + d61
    d63 = v21 * v29 + v12 * v30 + d63
    d74 = v17 - d59 - covariance22 * v25
    d75 = v20 + d64 + covariance22 * v28
    d76 = c2 * d35 - d22 * d7 - v36 * v25
    d77 = s2 * d45 + d46 * d8 + v47 * v28
    d0 = v10 - d59 + c2 * v21 - v12 * v25
    d1 = v19 + s2 * v21 + d64 + v12 * v28
    d21 = d22 * d32 + d35 * v23 - v27 * v36
    d40 = v * (d40 * d46 + v47 * v23) - v26 * d45
    d59 = (v49 * v2 + v0 * v47) / w + v39 * v53 + d46 * d5
    d64 = c2 * v38 - s2 * (v * v14 - v15) - v19 * d7 + v17 * d8
    d7 = s2 * (v34 - v * v16) - v20 * d7 + c2 * v44 + v10 * d8
    d8 = (v0 * V00 * v49 + v3 * v36) / w + d22 * v4 + v39 * v50
    d6 = V00 * v51 - d22 * d6 + d35 * d54 + v55 * v50 - v36 * v56
    d2 = 0.02 * v2 + d45 * v29 + v55 * v53 + d46 * d9 + v30 * v47
    d9 = v19 * d32 - v15 * v26 + v38 * v23 + v17 * d41 - v27 * v14
    d15 = v20 * d32 - (v26 * v43 - v3 * v44) / w + v10 * d41 - v16 * v27
    d10 = (v49 * v62 + v3 * v16 + v0 * v11) / w + v20 * v4 + v58 + v10 * d5
    d3 = (v0 * (V10 * v49 + v13) + v3 * v14) / w + v19 * v4 + v58 + v17 * d5
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
            np.array([[V00, v30], [V10, v31], [0.0, dt]]),
            np.array([v28, v25, w]),
        ),
        (
            np.array(
                [
                    [[0.0, 0.0, d21], [0.0, 0.0, d9], [0.0, 0.0, d70]],
                    [[0.0, 0.0, d15], [0.0, 0.0, d40], [0.0, 0.0, d71]],
                    [[0.0, 0.0, d42], [0.0, 0.0, d48], [0.0, 0.0, 0.0]],
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
                    [[d8, d6], [d3, d33], [v52, d72]],
                    [[d10, d18], [d59, d2], [d57, d73]],
                    [[v68, d61], [d69, d63], [v37, d60]],
                ]
            ),
            np.array([[d76, d64, d74], [d7, d77, d75], [d0, d1, d67]]),
        ),
    )

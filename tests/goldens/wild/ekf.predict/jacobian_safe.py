# Jacobian of predict in 360 operations, 478 before the passes

from math import cos, sin
import numpy as np


def predict_jacobian(mean, covariance, control, dt):
    mean0, mean1, mean2 = mean.tolist()
    (
        (covariance00, covariance01, covariance02),
        (covariance10, covariance11, covariance12),
        (covariance20, covariance21, covariance22),
    ) = covariance.tolist()
    v, w = control.tolist()
    # ekf.py:27  s, c = np.sin(heading), np.cos(heading)
    v0 = sin(mean2)
    c = cos(mean2)
    # ekf.py:26  turned = heading + w * dt
    turned = mean2 + w * dt
    # ekf.py:28  s2, c2 = np.sin(turned), np.cos(turned)
    v1 = sin(turned)
    c2 = cos(turned)
    # ekf.py:29  r = v / w
    r = v / w
    # ekf.py:30  moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    v2 = v1 - v0
    v3 = r * v2
    v4 = c - c2
    # ekf.py:32  G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    v5 = c2 - c
    v6 = r * v5
    # ekf.py:35  [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
    v7 = v2 / w
    v8 = v0 - v1
    v9 = w * w
    v10 = v * v8 / v9
    v11 = r * c2
    v12 = v10 + v11 * dt
    # ekf.py:36  [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
    v13 = v4 / w
    v14 = r * v1
    v15 = v4 * v / v9
    v16 = v14 * dt - v15
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v17 = v * v
    v18 = 0.1 * v17 + 0.01 * v9
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v19 = v6 * covariance22
    v20 = 0.0 * covariance12
    v21 = covariance02 + v20 + v19
    v22 = v3 * covariance22
    v23 = 0.0 * covariance02
    v24 = v23 + covariance12 + v22
    v20 = v23 + v20 + covariance22
    v23 = v7 * v18 + v12 * 0.0
    v17 = 0.01 * v17 + 0.1 * v9
    v25 = v12 * v17
    v26 = v7 * 0.0 + v25
    v27 = v13 * v18 + v16 * 0.0
    v28 = v16 * v17
    v29 = v13 * 0.0 + v28
    v30 = 0.0 * v18 + dt * 0.0
    v17 = dt * v17
    v31 = v5 / w
    v32 = v * v31
    v33 = v1 * v
    v34 = v0 / w
    v35 = v33 / w - v * v34
    v36 = c2 * v
    v37 = dt / w
    v38 = v36 * v37 - r * v7
    v39 = v33 * v37
    d17 = v26 + v25
    d1 = v39 + v36 / v9
    d40 = c / v9 * v - d1
    v41 = v18 / w
    v42 = v2 * v41
    d43 = v23 + v42
    v19 = covariance20 + v19
    v44 = v21 + v19
    v45 = v1 / w
    v34 = v34 - v45
    v41 = v4 * v41
    v46 = v41 + v * v21
    v47 = c2 * v37
    d4 = v47 - v1 / v9
    d0 = v0 / v9 + d4
    d48 = v * d0
    v22 = covariance21 + v22
    d49 = v17 * d40
    v18 = v2 * v18
    v50 = v27 + v * v19
    d51 = v27 + v41
    d52 = v29 + v28
    v53 = v24 + v22
    d54 = v17 * d48
    d20 = v3 * v6
    v55 = 0.2 * v
    v8 = v8 / v9 + v47
    v47 = 0.02 * v
    v56 = v12 * v12
    v57 = 0.02 * v2
    v58 = 2.0 * (w / v9)
    d10 = v10 * v58 + dt * (c2 / w * r + d1)
    d2 = dt * c2 - v7
    d59 = d2 / w
    v60 = 0.2 * w
    v61 = r * v31 + v39
    v62 = v12 * v16
    v63 = v47 * v62
    v37 = v1 * v37
    d9 = v37 - v4 / v9
    v37 = v37 - v13 / w
    v62 = v60 * v62
    d64 = v * d4
    d15 = v15 * v58 - dt * (r * v45 - d64)
    d41 = v13 * v57 + v23 * v37 - v28 * d10 + d59 * v41 + v62 + v26 * d15 - v22 * v61
    v45 = dt * v47
    v58 = v17 * v8 + v12 * v45
    v65 = dt * v60
    d12 = v12 * v65 - v17 * d10
    v66 = v4 * v7
    d27 = 0.02 * v66 + (v37 * v18 + v27 * d2) / w - v29 * d10 + v62 + v25 * d15
    v4 = v4 * v13
    v62 = v16 * v16
    d16 = v16 * v45 + v17 * d9
    d67 = v16 * v65 + v17 * d15
    d11 = w * d1 - v11
    d14 = v14 + w * d64
    d64 = v17 * d11
    d68 = v17 * d14
    v69 = v6 * v6
    d70 = v3 * v3
    v45 = dt * v45
    d65 = dt * v65
    d71 = 2.0 * v17
    v39 = v39 - r * v13
    d72 = d16 + v20 * v7
    d41 = d41 + v21 * v38
    v73 = v58 + v20 * v31
    d16 = d16 + covariance22 * v7
    d74 = d49 - covariance22 * v35
    d75 = d54 + covariance22 * v32
    v58 = v58 + covariance22 * v31
    d76 = d12 - covariance22 * v61
    d77 = covariance22 * v38 + d67
    d49 = d49 + v30 * v31 - v20 * v35
    d54 = d54 - v30 * v34 + v20 * v32
    d27 = d27 - v24 * v61 + v38 * v19
    d12 = v30 * d59 - v20 * v61 + d12
    d67 = v30 * v37 + v20 * v38 + d67
    d78 = v26 - d64 - covariance22 * v33
    d79 = v29 + d68 + covariance22 * v36
    d80 = c2 * d43 - d17 * d11 - v44 * v33
    d81 = v1 * d51 + d52 * d14 + v53 * v36
    d6 = v25 - d64 + c2 * v30 - v20 * v33
    d3 = v28 + v1 * v30 + d68 + v20 * v36
    d30 = d17 * d40 + d43 * v31 - v35 * v44
    d0 = v * (d0 * d52 + v53 * v31) - v34 * d51
    d64 = (v55 * v4 + v2 * v53) / w + v47 * v62 + d52 * d9
    d47 = (v2 * v7 * v55 + v5 * v44) / w + d17 * v8 + v47 * v56
    d68 = c2 * v46 - v1 * (v * v22 - v23) - v28 * d11 + v26 * d14
    d1 = v1 * (v42 - v * v24) - v29 * d11 + c2 * v50 + v25 * d14
    d10 = v7 * v57 - d17 * d10 + d43 * d59 + v60 * v56 - v44 * v61
    d11 = v28 * d40 - v23 * v34 + v46 * v31 + v26 * d48 - v35 * v22
    d4 = 0.02 * v4 + d51 * v37 + v60 * v62 + d52 * d15 + v38 * v53
    d14 = v29 * d40 - (v34 * v18 - v5 * v50) / w + v25 * d48 - v24 * v35
    d15 = (v55 * v66 + v5 * v24 + v2 * v19) / w + v29 * v8 + v63 + v25 * d9
    d2 = (v2 * (v13 * v55 + v21) + v5 * v22) / w + v28 * v8 + v63 + v26 * d9
    return (
        (
            np.array([[1.0, 0.0, v32], [0.0, 1.0, v35], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[v7, v38], [v13, v39], [0.0, dt]]),
            np.array([v36, v33, w]),
        ),
        (
            np.array(
                [
                    [[0.0, 0.0, d30], [0.0, 0.0, d11], [0.0, 0.0, d74]],
                    [[0.0, 0.0, d14], [0.0, 0.0, d0], [0.0, 0.0, d75]],
                    [[0.0, 0.0, d49], [0.0, 0.0, d54], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [
                        [[1.0, 0.0, v6], [0.0, 0.0, 0.0], [v6, 0.0, v69]],
                        [[0.0, 1.0, v3], [0.0, 0.0, 0.0], [0.0, v6, d20]],
                        [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, v6]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [1.0, 0.0, v6], [v3, 0.0, d20]],
                        [[0.0, 0.0, 0.0], [0.0, 1.0, v3], [0.0, v3, d70]],
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, v3]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, v6]],
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 1.0, v3]],
                        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 1.0]],
                    ],
                ]
            ),
            np.array(
                [
                    [[d47, d10], [d2, d41], [v58, d76]],
                    [[d15, d27], [d64, d4], [d16, d77]],
                    [[v73, d12], [d72, d67], [v45, d65]],
                ]
            ),
            np.array([[d80, d68, d78], [d1, d81, d79], [d6, d3, d71]]),
        ),
    )

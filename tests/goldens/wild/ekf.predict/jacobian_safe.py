# Jacobian of predict in 382 operations, 467 before the passes

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
    # ekf.py:26  turned = heading + w * dt
    turned = heading + w * dt
    # ekf.py:27  s, c = np.sin(heading), np.cos(heading)
    s = sin(heading)
    c = cos(heading)
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
    v8 = v2 * v / v5
    v9 = r * s2
    V11 = v9 * dt - v8
    # ekf.py:41  M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    v10 = v * v
    M00 = 0.1 * v10 + 0.01 * v5
    M11 = 0.01 * v10 + 0.1 * v5
    # ekf.py:42  return moved, G @ covariance @ G.T + V @ M @ V.T
    v11 = 0.0 * covariance12
    v12 = G02 * covariance22
    v13 = covariance02 + v11 + v12
    v14 = 0.0 * covariance02
    v15 = v1 * covariance22
    v16 = v14 + covariance12 + v15
    v17 = v14 + v11 + covariance22
    v18 = V00 * M00 + V01 * 0.0
    v19 = V01 * M11
    v20 = V00 * 0.0 + v19
    v21 = V10 * M00 + V11 * 0.0
    v22 = V11 * M11
    v23 = V10 * 0.0 + v22
    v24 = 0.0 * M00 + dt * 0.0
    v25 = dt * M11
    v26 = v3 / w
    v27 = v * v26
    v28 = s2 / w
    v29 = v * v28
    v30 = s / w
    d31 = v29 - v * v30
    v32 = dt / w
    v33 = c2 * v
    v34 = v32 * v33 - r * V00
    v35 = dt * v29
    d36 = w * v29
    d37 = v20 + v19
    v38 = s2 * v32
    d39 = v38 + c2 / v5
    d40 = c / v5 - d39
    v41 = M00 / w
    v42 = v0 * v41
    v43 = (v18 + v42) / w
    v44 = covariance20 + v12
    v45 = v13 + v44
    v46 = v28 - v30
    v47 = c2 * v32
    d48 = v47 - s2 / v5
    d49 = s / v5 + d48
    v50 = v2 * v41
    v51 = v50 / w
    v52 = covariance21 + v15
    d53 = v * v25
    d54 = d40 * d53
    v55 = v21 / w
    d56 = v21 + v50
    d57 = v23 + v22
    v58 = v16 + v52
    d59 = d49 * d53
    v60 = v24 / w
    d61 = v1 * G02
    v62 = V00 / w
    d63 = v0 * v62
    d64 = 0.02 * V01
    v65 = v4 / v5 + v47
    d66 = 2.0 * (w / v5)
    d67 = dt * v
    d68 = v6 * d66 + r * v47 + d39 * d67
    d69 = dt * c2 - V00
    d70 = r * v26 + v35
    d71 = V10 / w
    d72 = 0.2 * v
    d73 = 0.02 * V11
    d74 = v * V01 * d73
    v75 = v38 - v2 / v5
    d76 = 0.02 * w
    d77 = v38 - d71
    d78 = 0.2 * w
    d79 = V01 * V11 * d78
    d80 = v8 * d66 - r * v38 + d48 * d67
    d81 = v0 * d71 * d76 + v18 * d77 - v22 * d68 + v51 * d69 + d79 + v20 * d80
    d82 = v25 * v65 + d67 * d64
    v83 = covariance22 / w
    d84 = dt * d78
    d85 = V01 * d84 - v25 * d68
    d86 = v2 * v62
    d87 = d76 * d86 + d77 * v42 - v23 * d68 + v55 * d69 + d79 + v19 * d80 - v16 * d70
    d88 = v2 * d71
    d89 = d67 * d73 + v25 * v75
    d90 = V11 * d84 + v25 * d80
    v91 = v17 / w
    d92 = w * v
    d93 = d39 * d92 - v7
    d94 = v9 + d48 * d92
    d95 = v25 * d93
    d96 = v25 * d94
    d97 = v46 * v42 + v * (v23 * d40 + v19 * d49 + v26 * v44) + v3 * v55 - v16 * d31
    d98 = v18 * v46 + v * (v22 * d40 + v20 * d49 + v13 * v26) + v3 * v51 - d31 * v52
    d99 = s2 * v42 - v23 * d93 + w * (c2 * v55 - v16 * v29) + v19 * d94 + v44 * v33
    d100 = s2 * v18 - v22 * d93 + w * (c2 * v51 - v52 * v29) + v20 * d94 + v13 * v33
    d101 = d86 * d72 + v23 * v65 + d74 + v19 * v75 + v3 * (v16 / w) + v0 * (v44 / w)
    d102 = v0 * (d71 * d72 + v13 / w) + v22 * v65 + d74 + v20 * v75 + v3 * (v52 / w)
    d103 = w * (0.02 * d88 + 0.2 * (V11 * V11)) + d56 * d77 + d57 * d80 + v34 * v58
    d104 = w * (0.02 * d63 + 0.2 * (V01 * V01)) - d37 * d68 + v43 * d69 - v45 * d70
    return (
        (
            np.array([[1.0, 0.0, v27], [0.0, 1.0, d31], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[V00, v34], [V10, v35 - r * V10], [0.0, dt]]),
            np.array([v33, d36, w]),
        ),
        (
            np.array(
                [
                    [
                        [0.0, 0.0, v * d37 * d40 + v3 * v43 - d31 * v45],
                        [0.0, 0.0, d98],
                        [0.0, 0.0, d54 - covariance22 * d31],
                    ],
                    [
                        [0.0, 0.0, d97],
                        [0.0, 0.0, v46 * d56 + v * (d49 * d57 + v26 * v58)],
                        [0.0, 0.0, d59 + covariance22 * v27],
                    ],
                    [
                        [0.0, 0.0, d54 + v3 * v60 - v17 * d31],
                        [0.0, 0.0, v24 * v46 + d59 + v17 * v27],
                        [0.0, 0.0, 0.0],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        [[1.0, 0.0, G02], [0.0, 0.0, 0.0], [G02, 0.0, G02 * G02]],
                        [[0.0, 1.0, v1], [0.0, 0.0, 0.0], [0.0, G02, d61]],
                        [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, G02]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [1.0, 0.0, G02], [v1, 0.0, d61]],
                        [[0.0, 0.0, 0.0], [0.0, 1.0, v1], [0.0, v1, v1 * v1]],
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
                    [
                        [
                            v * (0.2 * d63 + V01 * d64) + d37 * v65 + v3 * (v45 / w),
                            d104,
                        ],
                        [d102, d81 - v52 * d70 + v13 * v34],
                        [d82 + v3 * v83, d85 - covariance22 * d70],
                    ],
                    [
                        [d101, d87 + v34 * v44],
                        [
                            v * (0.2 * d88 + V11 * d73) + d57 * v75 + v0 * (v58 / w),
                            d103,
                        ],
                        [d89 + v0 * v83, covariance22 * v34 + d90],
                    ],
                    [
                        [d82 + v3 * v91, v60 * d69 - v17 * d70 + d85],
                        [d89 + v0 * v91, v24 * d77 + v17 * v34 + d90],
                        [0.02 * dt * d67, dt * d84],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        w * (c2 * v43 - v45 * v29) - d37 * d93,
                        d100,
                        v20 - d95 - covariance22 * d36,
                    ],
                    [
                        d99,
                        s2 * d56 + d57 * d94 + v58 * v33,
                        v23 + d96 + covariance22 * v33,
                    ],
                    [
                        v19 - d95 + w * (c2 * v60 - v17 * v29),
                        v22 + s2 * v24 + d96 + v17 * v33,
                        2.0 * v25,
                    ],
                ]
            ),
        ),
    )

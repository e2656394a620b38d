# Jacobian of predict in 360 operations, 467 before the passes

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
    v17 = v15 + v12 + covariance22
    v18 = V00 * M00 + V01 * 0.0
    M11 = 0.01 * v10 + 0.1 * v5
    v19 = V01 * M11
    v20 = V00 * 0.0 + v19
    v21 = V10 * M00 + V11 * 0.0
    v22 = V11 * M11
    v23 = V10 * 0.0 + v22
    v24 = 0.0 * M00 + dt * 0.0
    v25 = dt * M11
    d26 = v3 / w
    d27 = v * d26
    v28 = s2 * v
    v29 = s / w
    d30 = v28 / w - v * v29
    v31 = c2 * v
    d32 = dt / w
    d33 = v31 * d32 - r * V00
    d34 = v28 * d32
    d35 = v20 + v19
    d36 = d34 + v31 / v5
    d37 = c / v5 * v - d36
    d38 = M00 / w
    d39 = v0 * d38
    d40 = v18 + d39
    v41 = covariance20 + v11
    v42 = v13 + v41
    d43 = s2 / w
    d44 = v29 - d43
    d45 = v2 * d38
    d46 = d45 + v * v13
    d47 = c2 * d32
    d48 = d47 - s2 / v5
    d49 = s / v5 + d48
    d50 = v * d49
    v51 = covariance21 + v14
    d52 = v25 * d37
    d53 = v0 * M00
    d54 = v21 + v * v41
    d55 = v21 + d45
    d56 = v23 + v22
    v57 = v16 + v51
    d58 = v25 * d50
    d59 = v1 * G02
    d60 = 0.2 * v
    d61 = v4 / v5 + d47
    d62 = 0.02 * v
    d63 = V01 * V01
    d64 = 0.02 * v0
    d65 = 2.0 * (w / v5)
    d66 = v6 * d65 + dt * (c2 / w * r + d36)
    d67 = dt * c2 - V00
    d68 = d67 / w
    d69 = 0.2 * w
    d70 = r * d26 + d34
    d71 = V01 * V11
    d72 = d62 * d71
    d73 = s2 * d32
    d74 = d73 - v2 / v5
    d75 = d73 - V10 / w
    d76 = d69 * d71
    d77 = v * d48
    d78 = v9 * d65 - dt * (r * d43 - d77)
    d79 = V10 * d64 + v18 * d75 - v22 * d66 + d68 * d45 + d76 + v20 * d78 - v51 * d70
    d80 = dt * d62
    d81 = v25 * d61 + V01 * d80
    d82 = dt * d69
    d83 = V01 * d82 - v25 * d66
    d84 = v2 * V00
    d85 = 0.02 * d84 + (d75 * d53 + v21 * d67) / w - v23 * d66 + d76 + v19 * d78
    d86 = v2 * V10
    d87 = V11 * V11
    d88 = V11 * d80 + v25 * d74
    d89 = V11 * d82 + v25 * d78
    d90 = w * d36 - v7
    d91 = v8 + w * d77
    d92 = v25 * d90
    d93 = v25 * d91
    d94 = (v0 * (V10 * d60 + v13) + v3 * v51) / w + v22 * d61 + d72 + v20 * d74
    d95 = (d60 * d84 + v3 * v16 + v0 * v41) / w + v23 * d61 + d72 + v19 * d74
    d96 = v23 * d37 - (d44 * d53 - v3 * d54) / w + v19 * d50 - v16 * d30
    return (
        (
            np.array([[1.0, 0.0, d27], [0.0, 1.0, d30], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[V00, d33], [V10, d34 - r * V10], [0.0, dt]]),
            np.array([v31, v28, w]),
        ),
        (
            np.array(
                [
                    [
                        [0.0, 0.0, d35 * d37 + d40 * d26 - d30 * v42],
                        [
                            0.0,
                            0.0,
                            v22 * d37 - v18 * d44 + d46 * d26 + v20 * d50 - d30 * v51,
                        ],
                        [0.0, 0.0, d52 - covariance22 * d30],
                    ],
                    [
                        [0.0, 0.0, d96],
                        [0.0, 0.0, v * (d49 * d56 + v57 * d26) - d44 * d55],
                        [0.0, 0.0, d58 + covariance22 * d27],
                    ],
                    [
                        [0.0, 0.0, d52 + v24 * d26 - v17 * d30],
                        [0.0, 0.0, d58 - v24 * d44 + v17 * d27],
                        [0.0, 0.0, 0.0],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        [[1.0, 0.0, G02], [0.0, 0.0, 0.0], [G02, 0.0, G02 * G02]],
                        [[0.0, 1.0, v1], [0.0, 0.0, 0.0], [0.0, G02, d59]],
                        [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, G02]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [1.0, 0.0, G02], [v1, 0.0, d59]],
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
                            (v0 * V00 * d60 + v3 * v42) / w + d35 * d61 + d62 * d63,
                            V00 * d64 - d35 * d66 + d40 * d68 + d69 * d63 - v42 * d70,
                        ],
                        [d94, d79 + v13 * d33],
                        [d81 + covariance22 * d26, d83 - covariance22 * d70],
                    ],
                    [
                        [d95, d85 - v16 * d70 + d33 * v41],
                        [
                            (d60 * d86 + v0 * v57) / w + d62 * d87 + d56 * d74,
                            0.02 * d86 + d55 * d75 + d69 * d87 + d56 * d78 + d33 * v57,
                        ],
                        [d88 + covariance22 * V00, covariance22 * d33 + d89],
                    ],
                    [
                        [d81 + v17 * d26, v24 * d68 - v17 * d70 + d83],
                        [d88 + v17 * V00, v24 * d75 + v17 * d33 + d89],
                        [dt * d80, dt * d82],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        c2 * d40 - d35 * d90 - v42 * v28,
                        c2 * d46 - s2 * (v * v51 - v18) - v22 * d90 + v20 * d91,
                        v20 - d92 - covariance22 * v28,
                    ],
                    [
                        s2 * (d39 - v * v16) - v23 * d90 + c2 * d54 + v19 * d91,
                        s2 * d55 + d56 * d91 + v57 * v31,
                        v23 + d93 + covariance22 * v31,
                    ],
                    [
                        v19 - d92 + c2 * v24 - v17 * v28,
                        v22 + s2 * v24 + d93 + v17 * v31,
                        2.0 * v25,
                    ],
                ]
            ),
        ),
    )

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
    d1 = v3 / w
    d26 = v * d1
    v27 = s2 * v
    v28 = s / w
    d29 = v27 / w - v * v28
    v30 = c2 * v
    d31 = dt / w
    d32 = v30 * d31 - r * V00
    d33 = v27 * d31
    d25 = v20 + v19
    d34 = d33 + v30 / v5
    d35 = c / v5 * v - d34
    d36 = M00 / w
    d37 = v0 * d36
    d38 = v18 + d37
    v39 = covariance20 + v11
    v40 = v13 + v39
    d41 = s2 / w
    d42 = v28 - d41
    d43 = v2 * d36
    d44 = d43 + v * v13
    d45 = c2 * d31
    d46 = d45 - s2 / v5
    d47 = s / v5 + d46
    d48 = v * d47
    v49 = covariance21 + v14
    d50 = v25 * d35
    d51 = v0 * M00
    d52 = v21 + v * v39
    d53 = v21 + d43
    d54 = v23 + v22
    v55 = v16 + v49
    d56 = v25 * d48
    d17 = v1 * G02
    d57 = 0.2 * v
    d58 = v4 / v5 + d45
    d59 = 0.02 * v
    d60 = V01 * V01
    d61 = 0.02 * v0
    d62 = 2.0 * (w / v5)
    d63 = v6 * d62 + dt * (c2 / w * r + d34)
    d64 = dt * c2 - V00
    d65 = d64 / w
    d66 = 0.2 * w
    d67 = r * d1 + d33
    d68 = V01 * V11
    d69 = d59 * d68
    d70 = s2 * d31
    d71 = d70 - v2 / v5
    d72 = d70 - V10 / w
    d73 = d66 * d68
    d74 = v * d46
    d75 = v9 * d62 - dt * (r * d41 - d74)
    d76 = V10 * d61 + v18 * d72 - v22 * d63 + d65 * d43 + d73 + v20 * d75 - v49 * d67
    d77 = dt * d59
    d78 = v25 * d58 + V01 * d77
    d79 = dt * d66
    d80 = V01 * d79 - v25 * d63
    d81 = v2 * V00
    d82 = 0.02 * d81 + (d72 * d51 + v21 * d64) / w - v23 * d63 + d73 + v19 * d75
    d83 = v2 * V10
    d84 = V11 * V11
    d85 = V11 * d77 + v25 * d71
    d86 = V11 * d79 + v25 * d75
    d87 = w * d34 - v7
    d88 = v8 + w * d74
    d89 = v25 * d87
    d90 = v25 * d88
    d91 = (v0 * (V10 * d57 + v13) + v3 * v49) / w + v22 * d58 + d69 + v20 * d71
    d92 = (d57 * d81 + v3 * v16 + v0 * v39) / w + v23 * d58 + d69 + v19 * d71
    d93 = v23 * d35 - (d42 * d51 - v3 * d52) / w + v19 * d48 - v16 * d29
    return (
        (
            np.array([[1.0, 0.0, d26], [0.0, 1.0, d29], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[V00, d32], [V10, d33 - r * V10], [0.0, dt]]),
            np.array([v30, v27, w]),
        ),
        (
            np.array(
                [
                    [
                        [0.0, 0.0, d25 * d35 + d38 * d1 - d29 * v40],
                        [
                            0.0,
                            0.0,
                            v22 * d35 - v18 * d42 + d44 * d1 + v20 * d48 - d29 * v49,
                        ],
                        [0.0, 0.0, d50 - covariance22 * d29],
                    ],
                    [
                        [0.0, 0.0, d93],
                        [0.0, 0.0, v * (d47 * d54 + v55 * d1) - d42 * d53],
                        [0.0, 0.0, d56 + covariance22 * d26],
                    ],
                    [
                        [0.0, 0.0, d50 + v24 * d1 - v17 * d29],
                        [0.0, 0.0, d56 - v24 * d42 + v17 * d26],
                        [0.0, 0.0, 0.0],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        [[1.0, 0.0, G02], [0.0, 0.0, 0.0], [G02, 0.0, G02 * G02]],
                        [[0.0, 1.0, v1], [0.0, 0.0, 0.0], [0.0, G02, d17]],
                        [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, G02]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [1.0, 0.0, G02], [v1, 0.0, d17]],
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
                            (v0 * V00 * d57 + v3 * v40) / w + d25 * d58 + d59 * d60,
                            V00 * d61 - d25 * d63 + d38 * d65 + d66 * d60 - v40 * d67,
                        ],
                        [d91, d76 + v13 * d32],
                        [d78 + covariance22 * d1, d80 - covariance22 * d67],
                    ],
                    [
                        [d92, d82 - v16 * d67 + d32 * v39],
                        [
                            (d57 * d83 + v0 * v55) / w + d59 * d84 + d54 * d71,
                            0.02 * d83 + d53 * d72 + d66 * d84 + d54 * d75 + d32 * v55,
                        ],
                        [d85 + covariance22 * V00, covariance22 * d32 + d86],
                    ],
                    [
                        [d78 + v17 * d1, v24 * d65 - v17 * d67 + d80],
                        [d85 + v17 * V00, v24 * d72 + v17 * d32 + d86],
                        [dt * d77, dt * d79],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        c2 * d38 - d25 * d87 - v40 * v27,
                        c2 * d44 - s2 * (v * v49 - v18) - v22 * d87 + v20 * d88,
                        v20 - d89 - covariance22 * v27,
                    ],
                    [
                        s2 * (d37 - v * v16) - v23 * d87 + c2 * d52 + v19 * d88,
                        s2 * d53 + d54 * d88 + v55 * v30,
                        v23 + d90 + covariance22 * v30,
                    ],
                    [
                        v19 - d89 + c2 * v24 - v17 * v27,
                        v22 + s2 * v24 + d90 + v17 * v30,
                        2.0 * v25,
                    ],
                ]
            ),
        ),
    )

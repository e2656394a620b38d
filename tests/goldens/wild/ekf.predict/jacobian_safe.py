# Jacobian of predict in 376 operations, 459 before the passes

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
    v8 = v * v2 / v5
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
    d29 = v28 - s / w
    d30 = v * d29
    v31 = dt / w
    v32 = c2 * v
    v33 = v31 * v32 - r * V00
    d34 = dt * v
    d35 = v28 * d34
    d36 = w * v
    d37 = v28 * d36
    d38 = v20 + v19
    v39 = s2 * v31
    d40 = v39 + c2 / v5
    d41 = c / v5 - d40
    v42 = covariance20 + v12
    v43 = v13 + v42
    v44 = M00 / w
    v45 = v0 * v44
    v46 = v18 + v45
    v47 = v46 / w
    v48 = covariance21 + v15
    v49 = c2 * v31
    d50 = v49 - s2 / v5
    d51 = s / v5 + d50
    v52 = v2 * v44
    v53 = v52 / w
    d54 = v * v25
    d55 = d41 * d54
    v56 = v21 / w
    v57 = v21 + v52
    d58 = v23 + v22
    v59 = v16 + v48
    d60 = d51 * d54
    v61 = v24 / w
    d62 = v1 * G02
    v63 = V00 / w
    v64 = v0 * v63
    d65 = 0.02 * V01
    v66 = v4 / v5 + v49
    d67 = 2.0 * (w / v5)
    d68 = v6 * d67 + r * v49 + d40 * d34
    d69 = dt * c2 - V00
    d70 = r * v26 + d35
    d71 = V10 / w
    v72 = 0.2 * v
    d73 = 0.02 * V11
    d74 = v * V01 * d73
    v75 = v39 - v2 / v5
    v76 = 0.02 * w
    d77 = v39 - d71
    v78 = 0.2 * w
    v79 = V01 * V11 * v78
    d80 = v8 * d67 - r * v39 + d50 * d34
    d81 = v0 * d71 * v76 + v18 * d77 - v22 * d68 + v53 * d69 + v79 + v20 * d80
    d82 = v25 * v66 + d34 * d65
    v83 = covariance22 / w
    d84 = dt * v78
    d85 = V01 * d84 - v25 * d68
    v86 = v2 * v63
    d87 = v76 * v86 + d77 * v45 - v23 * d68 + v56 * d69 + v79 + v19 * d80 - v16 * d70
    d88 = v2 * d71
    d89 = d34 * d73 + v25 * v75
    d90 = V11 * d84 + v25 * d80
    v91 = v17 / w
    d92 = d40 * d36 - v7
    d93 = v9 + d50 * d36
    d94 = v25 * d92
    d95 = v25 * d93
    d96 = v * (v23 * d41 + v19 * d51 + v26 * v42) - d29 * (v * v16 - v45) + v3 * v56
    d97 = v * (v22 * d41 + v20 * d51 + v13 * v26) - d29 * (v * v48 - v18) + v3 * v53
    d98 = v86 * v72 + v23 * v66 + d74 + v19 * v75 + v3 * (v16 / w) + v0 * (v42 / w)
    d99 = v0 * (d71 * v72 + v13 / w) + v22 * v66 + d74 + v20 * v75 + v3 * (v48 / w)
    d100 = w * (0.02 * d88 + 0.2 * (V11 * V11)) + v57 * d77 + d58 * d80 + v33 * v59
    d101 = w * (0.02 * v64 + 0.2 * (V01 * V01)) - d38 * d68 + v47 * d69 - v43 * d70
    d102 = s2 * v45 - v23 * d92 + c2 * (v21 + v * v42) + v19 * d93 - v16 * d37
    d103 = s2 * v18 - v22 * d92 + c2 * (v52 + v * v13) + v20 * d93 - v48 * d37
    return (
        (
            np.array([[1.0, 0.0, v27], [0.0, 1.0, d30], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[V00, v33], [V10, d35 - r * V10], [0.0, dt]]),
            np.array([v32, d37, w]),
        ),
        (
            np.array(
                [
                    [
                        [0.0, 0.0, v3 * v47 - v * (d29 * v43 - d38 * d41)],
                        [0.0, 0.0, d97],
                        [0.0, 0.0, d55 - covariance22 * d30],
                    ],
                    [
                        [0.0, 0.0, d96],
                        [0.0, 0.0, d29 * v57 + v * (d51 * d58 + v26 * v59)],
                        [0.0, 0.0, d60 + covariance22 * v27],
                    ],
                    [
                        [0.0, 0.0, d55 + v3 * v61 - v17 * d30],
                        [0.0, 0.0, v24 * d29 + d60 + v17 * v27],
                        [0.0, 0.0, 0.0],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        [[1.0, 0.0, G02], [0.0, 0.0, 0.0], [G02, 0.0, G02 * G02]],
                        [[0.0, 1.0, v1], [0.0, 0.0, 0.0], [0.0, G02, d62]],
                        [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, G02]],
                    ],
                    [
                        [[0.0, 0.0, 0.0], [1.0, 0.0, G02], [v1, 0.0, d62]],
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
                            v * (0.2 * v64 + V01 * d65) + d38 * v66 + v3 * (v43 / w),
                            d101,
                        ],
                        [d99, d81 - v48 * d70 + v13 * v33],
                        [d82 + v3 * v83, d85 - covariance22 * d70],
                    ],
                    [
                        [d98, d87 + v33 * v42],
                        [
                            v * (0.2 * d88 + V11 * d73) + d58 * v75 + v0 * (v59 / w),
                            d100,
                        ],
                        [d89 + v0 * v83, covariance22 * v33 + d90],
                    ],
                    [
                        [d82 + v3 * v91, v61 * d69 - v17 * d70 + d85],
                        [d89 + v0 * v91, v24 * d77 + v17 * v33 + d90],
                        [0.02 * dt * d34, dt * d84],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        c2 * v46 - d38 * d92 - v43 * d37,
                        d103,
                        v20 - d94 - covariance22 * d37,
                    ],
                    [
                        d102,
                        s2 * v57 + d58 * d93 + v59 * v32,
                        v23 + d95 + covariance22 * v32,
                    ],
                    [
                        v19 - d94 + c2 * v24 - v17 * d37,
                        v22 + s2 * v24 + d95 + v17 * v32,
                        2.0 * v25,
                    ],
                ]
            ),
        ),
    )

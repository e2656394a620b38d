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
    v26 = v3 / w
    v27 = v * v26
    v28 = s2 * v
    v29 = s / w
    v30 = v28 / w - v * v29
    v31 = c2 * v
    v32 = dt / w
    v33 = v31 * v32 - r * V00
    v34 = v28 * v32
    d25 = v20 + v19
    d35 = v34 + v31 / v5
    d36 = c / v5 * v - d35
    v37 = M00 / w
    v38 = v0 * v37
    d39 = v18 + v38
    v40 = covariance20 + v11
    v41 = v13 + v40
    v42 = s2 / w
    v43 = v29 - v42
    v44 = v2 * v37
    v45 = v44 + v * v13
    v46 = c2 * v32
    d2 = v46 - s2 / v5
    d47 = s / v5 + d2
    d48 = v * d47
    v49 = covariance21 + v14
    d50 = v25 * d36
    v51 = v0 * M00
    v52 = v21 + v * v40
    d53 = v21 + v44
    d54 = v23 + v22
    v55 = v16 + v49
    d56 = v25 * d48
    d17 = v1 * G02
    v57 = 0.2 * v
    v58 = v4 / v5 + v46
    v59 = 0.02 * v
    v60 = V01 * V01
    v61 = 0.02 * v0
    v62 = 2.0 * (w / v5)
    d63 = v6 * v62 + dt * (c2 / w * r + d35)
    d0 = dt * c2 - V00
    d64 = d0 / w
    v65 = 0.2 * w
    v66 = r * v26 + v34
    v67 = V01 * V11
    v68 = v59 * v67
    v69 = s2 * v32
    d70 = v69 - v2 / v5
    v71 = v69 - V10 / w
    v72 = v65 * v67
    d73 = v * d2
    d74 = v9 * v62 - dt * (r * v42 - d73)
    d75 = V10 * v61 + v18 * v71 - v22 * d63 + d64 * v44 + v72 + v20 * d74 - v49 * v66
    v76 = dt * v59
    v77 = v25 * v58 + V01 * v76
    v78 = dt * v65
    d79 = V01 * v78 - v25 * d63
    v80 = v2 * V00
    d81 = 0.02 * v80 + (v71 * v51 + v21 * d0) / w - v23 * d63 + v72 + v19 * d74
    v82 = v2 * V10
    v83 = V11 * V11
    d84 = V11 * v76 + v25 * d70
    d85 = V11 * v78 + v25 * d74
    d86 = w * d35 - v7
    d87 = v8 + w * d73
    d88 = v25 * d86
    d89 = v25 * d87
    d90 = (v0 * (V10 * v57 + v13) + v3 * v49) / w + v22 * v58 + v68 + v20 * d70
    d91 = (v57 * v80 + v3 * v16 + v0 * v40) / w + v23 * v58 + v68 + v19 * d70
    d92 = v23 * d36 - (v43 * v51 - v3 * v52) / w + v19 * d48 - v16 * v30
    return (
        (
            np.array([[1.0, 0.0, v27], [0.0, 1.0, v30], [0.0, 0.0, 1.0]]),
            np.array(
                [
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array([[V00, v33], [V10, v34 - r * V10], [0.0, dt]]),
            np.array([v31, v28, w]),
        ),
        (
            np.array(
                [
                    [
                        [0.0, 0.0, d25 * d36 + d39 * v26 - v30 * v41],
                        [
                            0.0,
                            0.0,
                            v22 * d36 - v18 * v43 + v45 * v26 + v20 * d48 - v30 * v49,
                        ],
                        [0.0, 0.0, d50 - covariance22 * v30],
                    ],
                    [
                        [0.0, 0.0, d92],
                        [0.0, 0.0, v * (d47 * d54 + v55 * v26) - v43 * d53],
                        [0.0, 0.0, d56 + covariance22 * v27],
                    ],
                    [
                        [0.0, 0.0, d50 + v24 * v26 - v17 * v30],
                        [0.0, 0.0, d56 - v24 * v43 + v17 * v27],
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
                            (v0 * V00 * v57 + v3 * v41) / w + d25 * v58 + v59 * v60,
                            V00 * v61 - d25 * d63 + d39 * d64 + v65 * v60 - v41 * v66,
                        ],
                        [d90, d75 + v13 * v33],
                        [v77 + covariance22 * v26, d79 - covariance22 * v66],
                    ],
                    [
                        [d91, d81 - v16 * v66 + v33 * v40],
                        [
                            (v57 * v82 + v0 * v55) / w + v59 * v83 + d54 * d70,
                            0.02 * v82 + d53 * v71 + v65 * v83 + d54 * d74 + v33 * v55,
                        ],
                        [d84 + covariance22 * V00, covariance22 * v33 + d85],
                    ],
                    [
                        [v77 + v17 * v26, v24 * d64 - v17 * v66 + d79],
                        [d84 + v17 * V00, v24 * v71 + v17 * v33 + d85],
                        [dt * v76, dt * v78],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        c2 * d39 - d25 * d86 - v41 * v28,
                        c2 * v45 - s2 * (v * v49 - v18) - v22 * d86 + v20 * d87,
                        v20 - d88 - covariance22 * v28,
                    ],
                    [
                        s2 * (v38 - v * v16) - v23 * d86 + c2 * v52 + v19 * d87,
                        s2 * d53 + d54 * d87 + v55 * v31,
                        v23 + d89 + covariance22 * v31,
                    ],
                    [
                        v19 - d88 + c2 * v24 - v17 * v28,
                        v22 + s2 * v24 + d89 + v17 * v31,
                        2.0 * v25,
                    ],
                ]
            ),
        ),
    )

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
    v35 = v34 + v31 / v5
    v36 = c / v5 * v - v35
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
    v47 = v46 - s2 / v5
    v48 = s / v5 + v47
    v49 = v * v48
    v50 = covariance21 + v14
    v51 = v25 * v36
    v52 = v0 * M00
    v53 = v21 + v * v40
    d54 = v21 + v44
    d55 = v23 + v22
    v56 = v16 + v50
    v57 = v25 * v49
    d17 = v1 * G02
    v58 = 0.2 * v
    v59 = v4 / v5 + v46
    v60 = 0.02 * v
    v61 = V01 * V01
    v62 = 0.02 * v0
    v63 = 2.0 * (w / v5)
    v64 = v6 * v63 + dt * (c2 / w * r + v35)
    d65 = dt * c2 - V00
    d66 = d65 / w
    v67 = 0.2 * w
    v68 = r * v26 + v34
    v69 = V01 * V11
    v70 = v60 * v69
    v71 = s2 * v32
    v72 = v71 - v2 / v5
    d73 = v71 - V10 / w
    v74 = v67 * v69
    v75 = v * v47
    v76 = v9 * v63 - dt * (r * v42 - v75)
    d77 = V10 * v62 + v18 * d73 - v22 * v64 + d66 * v44 + v74 + v20 * v76 - v50 * v68
    v78 = dt * v60
    v79 = v25 * v59 + V01 * v78
    v80 = dt * v67
    v81 = V01 * v80 - v25 * v64
    v82 = v2 * V00
    d83 = 0.02 * v82 + (d73 * v52 + v21 * d65) / w - v23 * v64 + v74 + v19 * v76
    v84 = v2 * V10
    v85 = V11 * V11
    v86 = V11 * v78 + v25 * v72
    v87 = V11 * v80 + v25 * v76
    d88 = w * v35 - v7
    d89 = v8 + w * v75
    d90 = v25 * d88
    d91 = v25 * d89
    v92 = (v0 * (V10 * v58 + v13) + v3 * v50) / w + v22 * v59 + v70 + v20 * v72
    v93 = (v58 * v82 + v3 * v16 + v0 * v40) / w + v23 * v59 + v70 + v19 * v72
    v94 = v23 * v36 - (v43 * v52 - v3 * v53) / w + v19 * v49 - v16 * v30
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
                        [0.0, 0.0, d25 * v36 + d39 * v26 - v30 * v41],
                        [
                            0.0,
                            0.0,
                            v22 * v36 - v18 * v43 + v45 * v26 + v20 * v49 - v30 * v50,
                        ],
                        [0.0, 0.0, v51 - covariance22 * v30],
                    ],
                    [
                        [0.0, 0.0, v94],
                        [0.0, 0.0, v * (v48 * d55 + v56 * v26) - v43 * d54],
                        [0.0, 0.0, v57 + covariance22 * v27],
                    ],
                    [
                        [0.0, 0.0, v51 + v24 * v26 - v17 * v30],
                        [0.0, 0.0, v57 - v24 * v43 + v17 * v27],
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
                            (v0 * V00 * v58 + v3 * v41) / w + d25 * v59 + v60 * v61,
                            V00 * v62 - d25 * v64 + d39 * d66 + v67 * v61 - v41 * v68,
                        ],
                        [v92, d77 + v13 * v33],
                        [v79 + covariance22 * v26, v81 - covariance22 * v68],
                    ],
                    [
                        [v93, d83 - v16 * v68 + v33 * v40],
                        [
                            (v58 * v84 + v0 * v56) / w + v60 * v85 + d55 * v72,
                            0.02 * v84 + d54 * d73 + v67 * v85 + d55 * v76 + v33 * v56,
                        ],
                        [v86 + covariance22 * V00, covariance22 * v33 + v87],
                    ],
                    [
                        [v79 + v17 * v26, v24 * d66 - v17 * v68 + v81],
                        [v86 + v17 * V00, v24 * d73 + v17 * v33 + v87],
                        [dt * v78, dt * v80],
                    ],
                ]
            ),
            np.array(
                [
                    [
                        c2 * d39 - d25 * d88 - v41 * v28,
                        c2 * v45 - s2 * (v * v50 - v18) - v22 * d88 + v20 * d89,
                        v20 - d90 - covariance22 * v28,
                    ],
                    [
                        s2 * (v38 - v * v16) - v23 * d88 + c2 * v53 + v19 * d89,
                        s2 * d54 + d55 * d89 + v56 * v31,
                        v23 + d91 + covariance22 * v31,
                    ],
                    [
                        v19 - d90 + c2 * v24 - v17 * v28,
                        v22 + s2 * v24 + d91 + v17 * v31,
                        2.0 * v25,
                    ],
                ]
            ),
        ),
    )

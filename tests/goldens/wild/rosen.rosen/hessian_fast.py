# Hessian of rosen in 28 operations, 43 before the passes

import numpy as np


def rosen_hessian(x):
    x0, x1, x2, x3, x4 = x.tolist()
    # rosen.py:15  return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]...
    v0 = x0 * x0
    d1 = -400.0 * x0
    v2 = x1 * x1
    d3 = -400.0 * x1
    v4 = x2 * x2
    d5 = -400.0 * x2
    v6 = x3 * x3
    d7 = -400.0 * x3
    return np.array(
        [
            [2.0 + 400.0 * (v0 - x1) + 800.0 * v0, d1, 0.0, 0.0, 0.0],
            [d1, 202.0 + 400.0 * (v2 - x2) + 800.0 * v2, d3, 0.0, 0.0],
            [0.0, d3, 202.0 + 400.0 * (v4 - x3) + 800.0 * v4, d5, 0.0],
            [0.0, 0.0, d5, 202.0 + 400.0 * (v6 - x4) + 800.0 * v6, d7],
            [0.0, 0.0, 0.0, d7, 200.0],
        ]
    )

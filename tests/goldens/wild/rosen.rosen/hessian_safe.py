# Hessian of rosen in 28 operations, 43 before the passes

import numpy as np


def rosen_hessian(x):
    x0, x1, x2, x3, x4 = x.tolist()
    # rosen.py:15  return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]...
    v0 = x0 * x0
    v1 = x1 * x1
    v2 = x2 * x2
    v3 = x3 * x3
    d4 = -400.0 * x0
    d5 = -400.0 * x1
    d6 = -400.0 * x2
    d7 = -400.0 * x3
    return np.array(
        [
            [2.0 - 400.0 * (x1 - v0) + 800.0 * v0, d4, 0.0, 0.0, 0.0],
            [d4, 202.0 - 400.0 * (x2 - v1) + 800.0 * v1, d5, 0.0, 0.0],
            [0.0, d5, 202.0 - 400.0 * (x3 - v2) + 800.0 * v2, d6, 0.0],
            [0.0, 0.0, d6, 202.0 - 400.0 * (x4 - v3) + 800.0 * v3, d7],
            [0.0, 0.0, 0.0, d7, 200.0],
        ]
    )

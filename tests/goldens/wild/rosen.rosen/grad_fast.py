# gradient of rosen in 31 operations, 39 before the passes

import numpy as np


def rosen_grad(x):
    x0, x1, x2, x3, x4 = x.tolist()
    # rosen.py:15  return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]...
    v0 = x0 * x0 - x1
    v1 = x1 * x1 - x2
    v2 = x2 * x2 - x3
    v3 = x3 * x3 - x4
    return np.array(
        [
            x0 * (2.0 + 400.0 * v0) - 2.0,
            x1 * (2.0 + 400.0 * v1) - 2.0 - 200.0 * v0,
            x2 * (2.0 + 400.0 * v2) - 2.0 - 200.0 * v1,
            x3 * (2.0 + 400.0 * v3) - 2.0 - 200.0 * v2,
            -200.0 * v3,
        ]
    )

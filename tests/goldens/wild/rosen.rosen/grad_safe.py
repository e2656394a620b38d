# gradient of rosen in 31 operations, 39 before the passes

import numpy as np


def rosen_grad(x):
    x0, x1, x2, x3, x4 = x.tolist()
    d0 = 200.0 * (x1 - x0 * x0)
    d1 = 200.0 * (x2 - x1 * x1)
    d2 = 200.0 * (x3 - x2 * x2)
    d3 = 200.0 * (x4 - x3 * x3)
    return np.array(
        [
            -2.0 * (1.0 - x0 + x0 * d0),
            d0 - 2.0 * (1.0 - x1 + x1 * d1),
            d1 - 2.0 * (1.0 - x2 + x2 * d2),
            d2 - 2.0 * (1.0 - x3 + x3 * d3),
            d3,
        ]
    )

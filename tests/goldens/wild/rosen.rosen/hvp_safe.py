# product with the Hessian of rosen in 47 operations, 60 before the passes

import numpy as np


def rosen_hvp(x, dx):
    x0, x1, x2, x3, x4 = x.tolist()
    dx0, dx1, dx2, dx3, dx4 = dx.tolist()
    d0 = 2.0 * dx0
    d1 = x0 * d0 - dx1
    d2 = 2.0 * dx1
    d3 = x1 * d2 - dx2
    d4 = 2.0 * dx2
    d5 = x2 * d4 - dx3
    d6 = 2.0 * dx3
    d7 = x3 * d6 - dx4
    return np.array(
        [
            400.0 * (x0 * d1 - (x1 - x0 * x0) * dx0) + d0,
            d2 - 200.0 * d1 + 400.0 * (x1 * d3 - (x2 - x1 * x1) * dx1),
            d4 - 200.0 * d3 + 400.0 * (x2 * d5 - (x3 - x2 * x2) * dx2),
            d6 - 200.0 * d5 + 400.0 * (x3 * d7 - (x4 - x3 * x3) * dx3),
            -200.0 * d7,
        ]
    )

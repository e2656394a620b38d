# product with the Hessian of rosen in 56 operations, 63 before the passes

import numpy as np


def rosen_hvp(x, dx):
    x0, x1, x2, x3, x4 = x.tolist()
    dx0, dx1, dx2, dx3, dx4 = dx.tolist()
    # rosen.py:15  return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]...
    d0 = 2.0 * x0
    d1 = dx0 * d0 - dx1
    d2 = 2.0 * x1
    d3 = dx1 * d2 - dx2
    d4 = dx1 * (2.0 - 2.0 * (100.0 * (2.0 * (x2 - x1 * x1))))
    d5 = 2.0 * x2
    d6 = dx2 * d5 - dx3
    d7 = dx2 * (2.0 - 2.0 * (100.0 * (2.0 * (x3 - x2 * x2))))
    d8 = 2.0 * x3
    d9 = dx3 * d8 - dx4
    d10 = dx3 * (2.0 - 2.0 * (100.0 * (2.0 * (x4 - x3 * x3))))
    return np.array(
        [
            (2.0 - 2.0 * (100.0 * (2.0 * (x1 - x0 * x0)))) * dx0 + 200.0 * d0 * d1,
            d4 - 200.0 * (d1 - d2 * d3),
            d7 - 200.0 * (d3 - d5 * d6),
            d10 - 200.0 * (d6 - d8 * d9),
            -200.0 * d9,
        ]
    )

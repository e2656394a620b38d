# value and tangent of powers in 51 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        d0 = -3.0 * y ** np.where(-3.0 == 0.0, 1.0, -3.0 - 1.0) * dy
        v1 = x**0.5
        v2 = y**1.5
        d3 = v2 * (0.5 * x ** np.where(0.5 == 0.0, 1.0, 0.5 - 1.0) * dx)
        d3 = d3 + v1 * (1.5 * y ** np.where(1.5 == 0.0, 1.0, 1.5 - 1.0) * dy)
        v4 = x**y
        d5 = y * x ** np.where(y == 0.0, 1.0, y - 1.0) * dx
        d0 = 8.0 * x ** np.where(8.0 == 0.0, 1.0, 8.0 - 1.0) * dx + d0 + d3
        d0 = d0 + (d5 + np.where(x > 0.0, v4 * np.log(x) * dy, 0.0))
        return x**8.0 + y**-3.0 + v1 * v2 + v4, d0

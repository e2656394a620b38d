# value and tangent of powers in 61 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x ** (8.0 - np.where(8.0 == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        v1 = y ** (-3.0 - np.where(-3.0 == 0.0, np.where(y == 0.0, 0.0, 1.0), 1.0))
        v2 = x**0.5
        v3 = x ** (0.5 - np.where(0.5 == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        v4 = y**1.5
        v5 = y ** (1.5 - np.where(1.5 == 0.0, np.where(y == 0.0, 0.0, 1.0), 1.0))
        d3 = v4 * (0.5 * v3 * dx) + v2 * (1.5 * v5 * dy)
        v5 = x**y
        v6 = y * x ** (y - np.where(y == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        d5 = v6 * dx + np.where(x > 0.0, v5 * np.log(x) * dy, 0.0)
        return x**8.0 + y**-3.0 + v2 * v4 + v5, 8.0 * v0 * dx + -3.0 * v1 * dy + d3 + d5

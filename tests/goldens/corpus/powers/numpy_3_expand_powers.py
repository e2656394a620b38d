# value and tangent of powers in 51 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x * x
        v0 = v0 * v0
        v1 = x * x * x
        v2 = 1.0 / y
        v3 = 1.0 / y
        v3 = v3 * v3
        v4 = np.sqrt(x)
        v5 = y * np.sqrt(y)
        d6 = v5 * (0.5 * np.power(x, -0.5) * dx) + v4 * (1.5 * np.sqrt(y) * dy)
        v7 = np.power(x, y)
        v8 = np.power(x, y - np.where(y == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        d7 = y * v8 * dx + np.where(x > 0.0, v7 * np.log(x) * dy, 0.0)
        d1 = 8.0 * (v1 * v1 * x) * dx + -3.0 * (v3 * v3) * dy + d6 + d7
        return v0 * v0 + v2 * v2 * v2 + v4 * v5 + v7, d1

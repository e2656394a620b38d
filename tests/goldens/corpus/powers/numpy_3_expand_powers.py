# value and tangent of powers in 51 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x * x
        v1 = v0 * v0
        v2 = x * x * x
        v3 = 1.0 / y
        v4 = 1.0 / y
        v5 = v4 * v4
        v6 = np.sqrt(x)
        v7 = y * np.sqrt(y)
        d8 = v7 * (0.5 * np.power(x, -0.5) * dx) + v6 * (1.5 * np.sqrt(y) * dy)
        v9 = np.power(x, y)
        v10 = np.power(x, y - np.where(y == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        d9 = y * v10 * dx + np.where(x > 0.0, v9 * np.log(x) * dy, 0.0)
        d11 = 8.0 * (v2 * v2 * x) * dx + -3.0 * (v5 * v5) * dy + d8 + d9
        return v1 * v1 + v3 * v3 * v3 + v6 * v7 + v9, d11

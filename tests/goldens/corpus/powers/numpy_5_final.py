# value and tangent of powers in 47 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x * x
        v1 = v0 * v0
        v2 = v0 * x
        v3 = 1.0 / y
        v4 = v3 * v3
        v5 = np.sqrt(x)
        v6 = np.sqrt(y)
        v7 = y * v6
        d8 = v7 * (0.5 * np.power(x, -0.5) * dx) + v5 * (1.5 * v6 * dy)
        v9 = np.power(x, y)
        v10 = np.power(x, y - np.where(np.where(y == 0.0, x == 0.0, False), 0.0, 1.0))
        d9 = y * v10 * dx + np.where(x > 0.0, v9 * np.log(x) * dy, 0.0)
        d11 = 8.0 * (v2 * v2 * x) * dx + -3.0 * (v4 * v4) * dy + d8 + d9
        return v1 * v1 + v4 * v3 + v5 * v7 + v9, d11

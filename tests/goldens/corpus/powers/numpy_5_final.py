# value and tangent of powers in 47 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x * x
        v1 = v0 * v0
        v0 = v0 * x
        v2 = 1.0 / y
        v3 = v2 * v2
        v4 = np.sqrt(x)
        v5 = np.sqrt(y)
        v6 = y * v5
        d5 = v6 * (0.5 * np.power(x, -0.5) * dx) + v4 * (1.5 * v5 * dy)
        v7 = np.power(x, y)
        v8 = np.power(x, y - np.where(np.where(y == 0.0, x == 0.0, False), 0.0, 1.0))
        d7 = y * v8 * dx + np.where(x > 0.0, v7 * np.log(x) * dy, 0.0)
        d0 = 8.0 * (v0 * v0 * x) * dx + -3.0 * (v3 * v3) * dy + d5 + d7
        return v1 * v1 + v3 * v2 + v4 * v6 + v7, d0

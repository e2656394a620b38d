# value and tangent of powers in 48 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x * x
        v1 = v0 * v0
        v2 = x * v0
        v3 = 1.0 / y
        v4 = v3 * v3
        v5 = np.sqrt(x)
        v6 = np.sqrt(y)
        v7 = y * v6
        v8 = np.power(x, y)
        v9 = y * np.power(x, np.where(y == 0.0, 0.0, y - 1.0))
        v10 = 8.0 * x * (v2 * v2) + 0.5 * np.power(x, -0.5) * v7
        d11 = dx * (v10 + np.where((y < 1.0) & (x != 0.0), y / x * v8, v9))
        d12 = d11 - dy * (3.0 * (v4 * v4) - 1.5 * v5 * v6)
        d13 = d12 + np.where(x > 0.0, dy * v8 * np.log(x), 0.0)
        return v1 * v1 + v4 * v3 + v5 * v7 + v8, d13

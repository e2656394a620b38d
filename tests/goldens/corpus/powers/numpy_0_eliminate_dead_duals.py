# value and tangent of powers in 48 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = x * x
        v1 = 1.0 / y
        v2 = v1 * v1
        v3 = np.sqrt(x)
        v4 = np.sqrt(y)
        v5 = y * v4
        v6 = np.power(x, y)
        d7 = y * np.power(x, np.where(y == 0.0, 0.0, y - 1.0))
        v8 = v0 * v0
        d9 = x * v0
        d10 = 8.0 * x * (d9 * d9) + 0.5 * np.power(x, -0.5) * v5
        d11 = dx * (d10 + np.where((y < 1.0) & (x != 0.0), y / x * v6, d7))
        d12 = d11 - dy * (3.0 * (v2 * v2) - 1.5 * v3 * v4)
        d13 = d12 + np.where(x > 0.0, dy * v6 * np.log(x), 0.0)
        return v8 * v8 + v2 * v1 + v3 * v5 + v6, d13

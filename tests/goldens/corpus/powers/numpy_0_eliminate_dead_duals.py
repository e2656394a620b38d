# value and tangent of powers in 61 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = 8.0 - np.where(8.0 == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0)
        v1 = -3.0 - np.where(-3.0 == 0.0, np.where(y == 0.0, 0.0, 1.0), 1.0)
        v2 = np.power(x, 0.5)
        v3 = 0.5 - np.where(0.5 == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0)
        v4 = np.power(y, 1.5)
        v5 = 1.5 - np.where(1.5 == 0.0, np.where(y == 0.0, 0.0, 1.0), 1.0)
        d6 = v4 * (0.5 * np.power(x, v3) * dx) + v2 * (1.5 * np.power(y, v5) * dy)
        v7 = np.power(x, y)
        v8 = np.power(x, y - np.where(y == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        d9 = 8.0 * np.power(x, v0) * dx + -3.0 * np.power(y, v1) * dy + d6
        d10 = d9 + (y * v8 * dx + np.where(x > 0.0, v7 * np.log(x) * dy, 0.0))
        return x**8.0 + y**-3.0 + v2 * v4 + v7, d10

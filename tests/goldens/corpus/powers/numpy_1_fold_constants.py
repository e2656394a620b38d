# value and tangent of powers in 41 operations

import numpy as np


def powers(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v0 = np.power(x, 0.5)
        v1 = np.power(y, 1.5)
        d2 = v1 * (0.5 * np.power(x, -0.5) * dx) + v0 * (1.5 * np.power(y, 0.5) * dy)
        v3 = np.power(x, y)
        v4 = np.power(x, y - np.where(y == 0.0, np.where(x == 0.0, 0.0, 1.0), 1.0))
        d3 = y * v4 * dx + np.where(x > 0.0, v3 * np.log(x) * dy, 0.0)
        d5 = 8.0 * x**7.0 * dx + -3.0 * y**-4.0 * dy + d2 + d3
        return x**8.0 + y**-3.0 + v0 * v1 + v3, d5

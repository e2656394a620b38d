# value and tangent of piecewise in 27 operations

import numpy as np


def piecewise(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1,...
        v0 = x > 0.0
        v1 = np.abs(x)
        v2 = np.log(v1)
        v3 = y > 1.0
        v4 = np.sqrt(np.abs(y))
        d5 = np.where(v3, 0.5 * (np.sign(y) * dy) / v4, -(y * dx) - x * dy)
        d6 = np.where(v0, v2 * dy + y * (np.sign(x) * dx / v1), d5)
        return np.where(v0, v2 * y, np.where(v3, v4, -(x * y))), d6

# value and tangent of product in 7 operations

import numpy as np


def product(x, y, dx, dy):
    # corpus.py:10  return x * la.sin(y)
    v0 = np.sin(y)
    return x * v0, v0 * dx + x * (np.cos(y) * dy)

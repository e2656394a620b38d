# value and tangent of shared in 30 operations

import numpy as np


def shared(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = np.sin(x)
    da = np.cos(x) * dx
    # corpus.py:32  b = a * a + a
    b = a * a + a
    db = 2.0 * a * da + da
    # corpus.py:33  c = b * b + b * a
    c = b * b + b * a
    # corpus.py:34  return c * a - la.sin(x) * b
    v0 = np.sin(x)
    d1 = a * (2.0 * b * db + (a * db + b * da)) + c * da
    return c * a - v0 * b, d1 - (b * (np.cos(x) * dx) + v0 * db)

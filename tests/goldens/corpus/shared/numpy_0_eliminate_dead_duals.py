# value and tangent of shared in 29 operations

import numpy as np


def shared(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = np.sin(x)
    da = np.cos(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    db = 2.0 * a * da + da
    # corpus.py:33  c = b * b + b * a
    c = b * b + b * a
    # corpus.py:34  return c * a - la.sin(x) * b
    v0 = np.sin(x)
    d1 = a * (2.0 * b * db + (a * db + b * da)) + c * da - (b * np.cos(x) + v0 * db)
    return c * a - v0 * b, d1 * dx

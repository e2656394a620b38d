# value and tangent of shared in 23 operations

import numpy as np


def shared(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = np.sin(x)
    da = np.cos(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    db = da + 2.0 * a * da
    # corpus.py:33  c = b * b + b * a
    v0 = b * a
    d0 = b * da + a * db
    c = b * b + v0
    # corpus.py:34  return c * a - la.sin(x) * b
    return c * a - v0, (c * da + a * (2.0 * b * db + d0) - d0) * dx

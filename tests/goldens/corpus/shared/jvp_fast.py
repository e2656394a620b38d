# value and tangent of shared in 22 operations, 29 before the passes

from math import cos, sin


def shared(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    da = cos(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    # corpus.py:33  c = b * b + b * a
    v0 = b + a
    d1 = da * b
    # corpus.py:32  b = a * a + a
    db = da + 2.0 * a * da
    # corpus.py:33  c = b * b + b * a
    d2 = d1 + a * db
    # corpus.py:34  return c * a - la.sin(x) * b
    return a * (b * v0 - b), (v0 * d1 + a * (2.0 * b * db + d2) - d2) * dx

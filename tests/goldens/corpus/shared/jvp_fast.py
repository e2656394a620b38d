# value and tangent of shared in 22 operations, 29 before the passes

from math import cos, sin


def shared(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    da = cos(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    # corpus.py:33  c = b * b + b * a
    c = b + a
    # corpus.py:34  return c * a - la.sin(x) * b
    d0 = da * b
    # corpus.py:32  b = a * a + a
    db = da + 2.0 * a * da
    # corpus.py:33  c = b * b + b * a
    d1 = d0 + a * db
    # corpus.py:34  return c * a - la.sin(x) * b
    return a * (b * c - b), (c * d0 + a * (2.0 * b * db + d1) - d1) * dx

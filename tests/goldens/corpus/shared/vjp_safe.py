# value and cotangents of shared in 23 operations, 23 before the passes

from math import cos, sin


def shared_vjp(x, cotangent):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    # corpus.py:33  c = b * b + b * a
    v0 = b * a
    c = b * b + v0
    # corpus.py:34  return c * a - la.sin(x) * b
    d1 = cotangent * a
    # corpus.py:33  c = b * b + b * a
    d2 = d1 - cotangent
    # corpus.py:32  b = a * a + a
    db = cotangent * c + d2 * b + (d1 * (2.0 * b) + d2 * a) * (1.0 + 2.0 * a)
    # corpus.py:31  a = la.sin(x)
    return c * a - v0, (db * cos(x),)

# value and cotangents of shared in 22 operations, 23 before the passes

from math import cos, sin


def shared_vjp(x, cotangent):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    # corpus.py:33  c = b * b + b * a
    v0 = b * a
    c = b * b + v0
    v1 = a * (1.0 + 2.0 * a)
    d2 = cotangent * (c + 2.0 * b * v1) + (a * cotangent - cotangent) * (b + v1)
    return c * a - v0, (d2 * cos(x),)

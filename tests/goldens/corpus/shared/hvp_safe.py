# product with the Hessian of shared in 36 operations, 55 before the passes

from math import cos, sin


def shared_hvp(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    # corpus.py:31  a = la.sin(x)
    da = cos(x)
    # corpus.py:33  c = b * b + b * a
    dc = a - 1.0
    d0 = 2.0 * b
    d1 = dc * a + a * d0
    # corpus.py:32  b = a * a + a
    d2 = 2.0 * a
    d3 = 1.0 + d2
    # corpus.py:33  c = b * b + b * a
    d4 = d0 + (dc + a)
    d5 = da * (da * (2.0 * (d1 + b) + d3 * d4) + (da * d2 + da) * (d2 * d3 + d4))
    return dx * (d5 - a * (b * b + b * a + dc * b + d1 + d1 * d2))

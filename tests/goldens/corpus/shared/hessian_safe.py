# Hessian of shared in 35 operations, 54 before the passes

from math import cos, sin


def shared_hessian(x):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    d0 = cos(x)
    d1 = a - 1.0
    d2 = 2.0 * b
    d3 = d1 * a + a * d2
    d4 = 2.0 * a
    d5 = 1.0 + d4
    d6 = d2 + (d1 + a)
    d7 = d0 * (d0 * (2.0 * (d3 + b) + d5 * d6) + (d0 * d4 + d0) * (d4 * d5 + d6))
    return d7 - a * (b * b + b * a + d1 * b + d3 + d3 * d4)

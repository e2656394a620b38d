# product with the Hessian of shared in 34 operations, 51 before the passes

from math import cos, sin


def shared_hvp(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    d0 = cos(x)
    d1 = 1.0 - a
    d2 = 2.0 * b
    d3 = d2 - d1
    v4 = 2.0 * a
    d5 = d3 * v4
    d6 = d0 * v4 + d0
    d7 = a + d3
    d8 = d0 * (d0 * (d5 + d2) + d6 * d7 + (d6 * v4 + d0 * d7) * (1.0 + v4))
    return (d8 - a * (b * b + b * a - b * d1 + a * (d3 + d5))) * dx

# product with the Hessian of shared in 34 operations, 51 before the passes

from math import cos, sin


def shared_hvp(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    v0 = cos(x)
    v1 = 1.0 - a
    v2 = 2.0 * b
    v3 = v2 - v1
    v4 = 2.0 * a
    v5 = v3 * v4
    v6 = v0 * v4 + v0
    v7 = a + v3
    v8 = v0 * (v0 * (v5 + v2) + v6 * v7 + (v6 * v4 + v0 * v7) * (1.0 + v4))
    return (v8 - a * (b * b + b * a - b * v1 + a * (v3 + v5))) * dx

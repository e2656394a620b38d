# product with the Hessian of shared in 34 operations, 51 before the passes

from math import cos, sin


def shared_hvp(x, dx):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    # corpus.py:31  a = la.sin(x)
    da = cos(x)
    # corpus.py:33  c = b * b + b * a
    d0 = 1.0 - a
    d1 = 2.0 * b
    d2 = d1 - d0
    # corpus.py:32  b = a * a + a
    v3 = 2.0 * a
    d4 = d2 * v3
    db2 = da * v3 + da
    # corpus.py:33  c = b * b + b * a
    d5 = a + d2
    # corpus.py:31  a = la.sin(x)
    d6 = da * (da * (d4 + d1) + db2 * d5 + (db2 * v3 + da * d5) * (1.0 + v3))
    return (d6 - a * (b * b + b * a - b * d0 + a * (d2 + d4))) * dx

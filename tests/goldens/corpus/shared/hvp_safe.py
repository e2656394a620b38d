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
    dc = 1.0 - a
    v0 = 2.0 * b
    d1 = v0 - dc
    # corpus.py:32  b = a * a + a
    v2 = 2.0 * a
    d3 = d1 * v2
    db2 = da * v2 + da
    # corpus.py:33  c = b * b + b * a
    d4 = a + d1
    # corpus.py:31  a = la.sin(x)
    d5 = da * (da * (d3 + v0) + db2 * d4 + (db2 * v2 + da * d4) * (1.0 + v2))
    return (d5 - a * (b * b + b * a - b * dc + a * (d1 + d3))) * dx

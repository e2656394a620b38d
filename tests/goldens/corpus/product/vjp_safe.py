# value and cotangents of product in 6 operations, 6 before the passes

from math import cos, sin


def product_vjp(x, y, cotangent):
    # corpus.py:10  return x * la.sin(y)
    v0 = sin(y)
    return x * v0, (cotangent * v0, cotangent * (x * cos(y)))

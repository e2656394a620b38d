# value and tangent of product in 7 operations

from math import cos, sin


def product(x, y, dx, dy):
    # corpus.py:10  return x * la.sin(y)
    v0 = sin(y)
    return x * v0, v0 * dx + x * (cos(y) * dy)

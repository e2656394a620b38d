# value and tangent of piecewise in 23 operations

from math import log, sqrt


def piecewise(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = abs(x)
        v1 = log(v0)
        return v1 * y, v1 * dy + y * (dx / v0)
    if y > 1.0:
        v2 = sqrt(abs(y))
        return v2, 0.5 * dy / v2
    return -(x * y), -(y * dx) - x * dy

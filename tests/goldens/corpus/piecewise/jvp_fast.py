# value and tangent of piecewise in 22 operations, 33 before the passes

from math import log, sqrt


def piecewise(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    d0 = dx * y
    if x > 0.0:
        v1 = abs(x)
        v2 = log(v1)
        return v2 * y, v2 * dy + d0 / v1
    if y > 1.0:
        v3 = sqrt(abs(y))
        return v3, 0.5 * dy / v3
    return -(x * y), -(d0 + x * dy)

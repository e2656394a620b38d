# value and tangent of piecewise in 34 operations

from math import log, sqrt


def piecewise(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    v0 = x > 0.0
    if v0:
        v2 = abs(x)
        v3 = log(v2)
        v1 = v3 * y
        d1 = y * ((dx if v0 else -dx if x < 0.0 else x * dx) / v2) + v3 * dy
    elif y > 1.0:
        v1 = sqrt(abs(y))
        d1 = (dy if y > 0.0 else -dy if y < 0.0 else y * dy) / (2.0 * v1)
    else:
        v1 = -(y * x)
        d1 = -(dy * x) - y * dx
    return v1, d1

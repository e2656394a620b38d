# value and tangent of piecewise in 33 operations

from math import log, sqrt


def piecewise(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = abs(x)
        v1 = log(v0)
        d2 = y * ((1.0 if x > 0.0 else -1.0 if x < 0.0 else x) * dx / v0) + v1 * dy
        return v1 * y, d2
    if y > 1.0:
        v3 = sqrt(abs(y))
        return v3, 0.5 * ((1.0 if y > 0.0 else -1.0 if y < 0.0 else y) * dy) / v3
    return -(y * x), -(dy * x) - y * dx

# value and tangent of piecewise in 29 operations, 33 before the passes

from math import log, sqrt


def piecewise(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = abs(x)
        v1 = log(v0)
        return v1 * y, v1 * dy + 1.0 * (dx * y) / v0
    if y > 1.0:
        d2 = sqrt(abs(y))
        return d2, 0.5 * dy * (1.0 if y > 0.0 else -1.0 if y < 0.0 else y) / d2
    return -(x * y), -(dx * y + x * dy)

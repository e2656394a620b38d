# value and tangent of piecewise in 34 operations

from math import log, sqrt


def piecewise(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v1 = abs(x)
        v2 = log(v1)
        v0 = v2 * y
        d0 = y * (dx / v1) + v2 * dy
    elif y > 1.0:
        v0 = sqrt(abs(y))
        d0 = (dy if y > 0.0 else -dy if y < 0.0 else y * dy) / (2.0 * v0)
    else:
        v0 = -(y * x)
        d0 = -(dy * x) - y * dx
    return v0, d0

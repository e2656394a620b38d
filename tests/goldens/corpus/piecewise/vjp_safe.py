# value and cotangents of piecewise in 25 operations, 34 before the passes

from math import log, sqrt


def piecewise_vjp(x, y, cotangent):
    d0 = y * cotangent
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v1 = abs(x)
        v2 = log(v1)
        return v2 * y, (1.0 / v1 * d0, v2 * cotangent)
    if y > 1.0:
        v3 = sqrt(abs(y))
        return v3, (0.0, 0.5 * cotangent * (1.0 / v3))
    return -(x * y), (-d0, -(x * cotangent))

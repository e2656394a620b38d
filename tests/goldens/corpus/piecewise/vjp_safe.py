# value and cotangents of piecewise in 32 operations, 34 before the passes

from math import log, sqrt


def piecewise_vjp(x, y, cotangent):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = abs(x)
        v1 = log(v0)
        return v1 * y, (1.0 / v0 * (y * cotangent), v1 * cotangent)
    if y > 1.0:
        v0 = sqrt(abs(y))
        d1 = 0.5 * cotangent / v0 * (1.0 if y > 0.0 else -1.0 if y < 0.0 else y)
        return v0, (0.0, d1)
    return -(y * x), (-(y * cotangent), -(x * cotangent))

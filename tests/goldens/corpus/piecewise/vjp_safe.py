# value and cotangents of piecewise in 30 operations, 34 before the passes

from math import log, sqrt


def piecewise_vjp(x, y, cotangent):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = abs(x)
        v1 = log(v0)
        return v1 * y, (1.0 / v0 * (y * cotangent), v1 * cotangent)
    if y > 1.0:
        v2 = sqrt(abs(y))
        d3 = 0.5 * cotangent / v2 * (1.0 if y > 0.0 else -1.0 if y < 0.0 else y)
        return v2, (0.0, d3)
    return -(y * x), (-(y * cotangent), -(x * cotangent))

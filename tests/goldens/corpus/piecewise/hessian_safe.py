# Hessian of piecewise in 18 operations, 39 before the passes

from math import sqrt


def piecewise_hessian(x, y):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        d0 = 1.0 / abs(x)
        return (-(y * (d0 * d0)), d0), (d0, 0.0)
    if y > 1.0:
        v1 = sqrt(abs(y))
        d2 = 1.0 / v1
        return (0.0, 0.0), (0.0, -0.25 * d2 * (d2 / v1))
    return (0.0, -1.0), (-1.0, 0.0)

# product with the Hessian of piecewise in 21 operations, 43 before the passes

from math import sqrt


def piecewise_hvp(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = 1.0 / abs(x)
        d1 = dx * v0
        return v0 * (dy - y * d1), d1
    if y > 1.0:
        v2 = sqrt(abs(y))
        v3 = 1.0 / v2
        return 0.0, -0.25 * v3 * (dy * v3 / v2)
    return -dy, -dx

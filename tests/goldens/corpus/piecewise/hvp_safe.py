# product with the Hessian of piecewise in 27 operations, 44 before the passes

from math import sqrt


def piecewise_hvp(x, y, dx, dy):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        d0 = 1.0 / abs(x)
        return (dy - y * d0 * dx) * d0, dx * d0
    if y > 1.0:
        v1 = sqrt(abs(y))
        d2 = 1.0 if y > 0.0 else -1.0 if y < 0.0 else y
        return 0.0, -0.25 * dy / v1 * d2 / v1 * (d2 / v1)
    return -dy, -dx

# Jacobian of piecewise in 16 operations, 24 before the passes

from math import log, sqrt


def piecewise_jacobian(x, y):
    # corpus.py:54  return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la....
    if x > 0.0:
        v0 = abs(x)
        return y * (1.0 / v0), log(v0)
    if y > 1.0:
        return 0.0, 0.5 * (1.0 / sqrt(abs(y)))
    return -y, -x

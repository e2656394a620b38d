# Hessian of powers in 56 operations, 84 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    d1 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    v2 = x * x
    d3 = y * d1 * pow(x, d1 - (0.0 if d1 == 0.0 and x == 0.0 else 1.0))
    d4 = x > 0.0
    if d4:
        d5 = y * log(x) * pow(x, d1) + pow(x, y) / x
        d6 = d4
    else:
        d5 = 0.0
        d6 = False
    d7 = d5 + 0.5 * (1.5 * v0) * pow(x, -0.5)
    d8 = 1.0 / y
    if d6:
        d10 = log(x)
        d9 = pow(x, y) * (d10 * d10)
    else:
        d9 = 0.0
    d11 = 0.75 * sqrt(x) * pow(y, -0.5) + 12.0 * d8 * d8 * d8 * d8 * d8 + d9
    return (56.0 * (v2 * v2 * v2) - 0.25 * (y * v0) * pow(x, -1.5) + d3, d7), (d7, d11)

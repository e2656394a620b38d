# Hessian of powers in 53 operations, 84 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    v2 = x * x
    d3 = y * v1 * pow(x, v1 - (0.0 if v1 == 0.0 and x == 0.0 else 1.0))
    v4 = x > 0.0
    if v4:
        d5 = y * log(x) * pow(x, v1) + pow(x, y) / x
        v6 = v4
    else:
        d5 = 0.0
        v6 = False
    d7 = d5 + 0.5 * (1.5 * v0) * pow(x, -0.5)
    d8 = 1.0 / y
    if v6:
        v10 = log(x)
        v9 = pow(x, y) * (v10 * v10)
    else:
        v9 = 0.0
    d11 = 0.75 * sqrt(x) * pow(y, -0.5) + 12.0 * d8 * d8 * d8 * d8 * d8 + v9
    return (56.0 * (v2 * v2 * v2) - 0.25 * (y * v0) * pow(x, -1.5) + d3, d7), (d7, d11)

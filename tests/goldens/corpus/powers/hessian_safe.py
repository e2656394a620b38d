# Hessian of powers in 54 operations, 82 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x == 0.0
    v2 = x > 0.0
    d3 = y - (0.0 if y == 0.0 and v1 else 1.0)
    d4 = x * x
    d5 = y * d3 * pow(x, d3 - (0.0 if d3 == 0.0 and v1 else 1.0))
    if v2:
        d6 = y * log(x) * pow(x, d3) + pow(x, y) / x
        d7 = v2
    else:
        d6 = 0.0
        d7 = False
    d8 = d6 + 0.75 * v0 * pow(x, -0.5)
    v9 = 1.0 / y
    if d7:
        d11 = log(x)
        d10 = pow(x, y) * (d11 * d11)
    else:
        d10 = 0.0
    d12 = 12.0 * v9 * v9 * v9 * v9 * v9 + 0.75 * sqrt(x) * pow(y, -0.5) + d10
    return (56.0 * (d4 * d4 * d4) - 0.25 * (y * v0) * pow(x, -1.5) + d5, d8), (d8, d12)

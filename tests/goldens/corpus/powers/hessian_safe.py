# Hessian of powers in 55 operations, 82 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x > 0.0
    d2 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    d3 = x * x
    d4 = y * d2 * pow(x, d2 - (0.0 if d2 == 0.0 and x == 0.0 else 1.0))
    if v1:
        d5 = y * log(x) * pow(x, d2) + pow(x, y) / x
        d6 = v1
    else:
        d5 = 0.0
        d6 = False
    d7 = d5 + 0.75 * v0 * pow(x, -0.5)
    v8 = 1.0 / y
    if d6:
        d10 = log(x)
        d9 = pow(x, y) * (d10 * d10)
    else:
        d9 = 0.0
    d11 = 12.0 * v8 * v8 * v8 * v8 * v8 + 0.75 * sqrt(x) * pow(y, -0.5) + d9
    return (56.0 * (d3 * d3 * d3) - 0.25 * (y * v0) * pow(x, -1.5) + d4, d7), (d7, d11)

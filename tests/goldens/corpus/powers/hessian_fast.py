# Hessian of powers in 53 operations, 82 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = x > 0.0
    d1 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    d2 = x * x
    d3 = sqrt(y)
    d4 = d1 * pow(x, d1 - (0.0 if d1 == 0.0 and x == 0.0 else 1.0))
    if v0:
        d5 = y * log(x) * pow(x, d1) + pow(x, y) / x
        d6 = v0
    else:
        d5 = 0.0
        d6 = False
    d7 = d5 + 0.75 * pow(x, -0.5) * d3
    v8 = 1.0 / y
    d9 = v8 * v8
    if d6:
        d11 = log(x)
        d10 = pow(x, y) * (d11 * d11)
    else:
        d10 = 0.0
    d12 = 12.0 * v8 * (d9 * d9) + 0.75 * pow(y, -0.5) * sqrt(x) + d10
    return (56.0 * (d2 * d2 * d2) - y * (0.25 * pow(x, -1.5) * d3 - d4), d7), (d7, d12)

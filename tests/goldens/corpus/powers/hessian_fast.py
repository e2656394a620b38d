# Hessian of powers in 53 operations, 84 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    d0 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    v1 = x * x
    v2 = sqrt(y)
    d3 = d0 * pow(x, d0 - (0.0 if d0 == 0.0 and x == 0.0 else 1.0))
    d4 = x > 0.0
    if d4:
        d5 = y * log(x) * pow(x, d0) + pow(x, y) / x
        d6 = d4
    else:
        d5 = 0.0
        d6 = False
    d7 = d5 + 0.75 * pow(x, -0.5) * v2
    d8 = 1.0 / y
    d9 = d8 * d8
    if d6:
        d11 = log(x)
        d10 = pow(x, y) * (d11 * d11)
    else:
        d10 = 0.0
    d12 = 12.0 * d8 * (d9 * d9) + 0.75 * pow(y, -0.5) * sqrt(x) + d10
    return (56.0 * (v1 * v1 * v1) - y * (0.25 * pow(x, -1.5) * v2 - d3), d7), (d7, d12)

# Hessian of powers in 52 operations, 82 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = x == 0.0
    v1 = x > 0.0
    d2 = y - (0.0 if y == 0.0 and v0 else 1.0)
    d3 = x * x
    d4 = sqrt(y)
    d5 = d2 * pow(x, d2 - (0.0 if d2 == 0.0 and v0 else 1.0))
    if v1:
        d6 = y * log(x) * pow(x, d2) + pow(x, y) / x
        d7 = v1
    else:
        d6 = 0.0
        d7 = False
    d8 = d6 + 0.75 * pow(x, -0.5) * d4
    v9 = 1.0 / y
    d10 = v9 * v9
    if d7:
        d12 = log(x)
        d11 = pow(x, y) * (d12 * d12)
    else:
        d11 = 0.0
    d13 = 12.0 * v9 * (d10 * d10) + 0.75 * pow(y, -0.5) * sqrt(x) + d11
    return (56.0 * (d3 * d3 * d3) - y * (0.25 * pow(x, -1.5) * d4 - d5), d8), (d8, d13)

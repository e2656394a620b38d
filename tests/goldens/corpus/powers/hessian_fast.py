# Hessian of powers in 50 operations, 84 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    v1 = x * x
    v2 = sqrt(y)
    d3 = v0 * pow(x, v0 - (0.0 if v0 == 0.0 and x == 0.0 else 1.0))
    v4 = x > 0.0
    if v4:
        d5 = y * log(x) * pow(x, v0) + pow(x, y) / x
        v6 = v4
    else:
        d5 = 0.0
        v6 = False
    d7 = d5 + 0.75 * pow(x, -0.5) * v2
    d8 = 1.0 / y
    d9 = d8 * d8
    if v6:
        v11 = log(x)
        v10 = pow(x, y) * (v11 * v11)
    else:
        v10 = 0.0
    d12 = 12.0 * d8 * (d9 * d9) + 0.75 * pow(y, -0.5) * sqrt(x) + v10
    return (56.0 * (v1 * v1 * v1) - y * (0.25 * pow(x, -1.5) * v2 - d3), d7), (d7, d12)

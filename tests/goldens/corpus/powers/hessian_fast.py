# Hessian of powers in 66 operations, 76 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = x != 0.0
    v1 = (y < 1.0) & v0
    v2 = y == 0.0
    d3 = y - 1.0
    d4 = x > 0.0
    d5 = 0.0 if v2 else d3
    v6 = x * x
    d7 = pow(x, -0.5) * sqrt(y)
    if (y < 2.0) & v0:
        d8 = d3 * (y * (pow(x, y) / x) if v1 else y * pow(x, d5)) / x
    else:
        d8 = y * d3 * pow(x, 0.0 if v2 | (y == 1.0) else y - 2.0)
    if d4:
        v11 = pow(x, y) / x
        d9 = (y * v11 if v1 else y * pow(x, d5)) * log(x) + v11
        d10 = d4
    else:
        d9 = 0.0
        d10 = False
    d12 = d9 + 0.75 * d7
    v13 = 1.0 / y
    v14 = v13 * v13
    if d10:
        d16 = log(x)
        d15 = pow(x, y) * (d16 * d16)
    else:
        d15 = 0.0
    d17 = 12.0 * v13 * (v14 * v14) + 0.75 * pow(y, -0.5) * sqrt(x) + d15
    return (56.0 * (v6 * v6 * v6) + d8 - 0.25 * y * d7 / x, d12), (d12, d17)

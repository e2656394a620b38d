# Hessian of powers in 65 operations, 84 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = x != 0.0
    v1 = (y < 1.0) & v0
    v2 = y == 0.0
    d3 = y - 1.0
    d4 = x > 0.0
    d5 = 0.0 if v2 else d3
    d6 = x * x
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
    d13 = y * y
    if d10:
        d15 = log(x)
        d14 = pow(x, y) * (d15 * d15)
    else:
        d14 = 0.0
    d16 = 12.0 / (y * (d13 * d13)) + 0.75 * pow(y, -0.5) * sqrt(x) + d14
    return (56.0 * (d6 * d6 * d6) + d8 - 0.25 * y * d7 / x, d12), (d12, d16)

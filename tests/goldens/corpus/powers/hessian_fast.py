# Hessian of powers in 72 operations, 75 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = x != 0.0
    d1 = y - 1.0
    d2 = x > 0.0
    d3 = x * x
    d4 = sqrt(y)
    if (y < 2.0) & v0:
        if (y < 1.0) & v0:
            d6 = y * (pow(x, y) / x)
        else:
            d6 = y * pow(x, 0.0 if y == 0.0 else d1)
        d5 = d1 * d6 / x
    else:
        d5 = y * d1 * pow(x, 0.0 if (y == 0.0) | (y == 1.0) else y - 2.0)
    if d2:
        v9 = pow(x, y) / x
        d10 = y * v9 if (y < 1.0) & v0 else y * pow(x, 0.0 if y == 0.0 else d1)
        d7 = d10 * log(x) + v9
        d8 = d2
    else:
        d7 = 0.0
        d8 = False
    d11 = d7 + 0.75 * pow(x, -0.5) * d4
    v12 = 1.0 / y
    d13 = v12 * v12
    if d8:
        d15 = log(x)
        d14 = pow(x, y) * (d15 * d15)
    else:
        d14 = 0.0
    d16 = 12.0 * v12 * (d13 * d13) + 0.75 * pow(y, -0.5) * sqrt(x) + d14
    return (56.0 * (d3 * d3 * d3) + d5 - 0.25 * y * pow(x, -1.5) * d4, d11), (d11, d16)

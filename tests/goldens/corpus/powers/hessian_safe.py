# Hessian of powers in 73 operations, 75 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    d2 = y - 1.0
    d3 = x > 0.0
    d4 = x * x
    if (y < 2.0) & v1:
        if (y < 1.0) & v1:
            d6 = y * (pow(x, y) / x)
        else:
            d6 = y * pow(x, 0.0 if y == 0.0 else d2)
        d5 = d2 / x * d6
    else:
        d5 = y * d2 * pow(x, 0.0 if (y == 0.0) | (y == 1.0) else y - 2.0)
    if d3:
        v9 = pow(x, y) / x
        d10 = y * v9 if (y < 1.0) & v1 else y * pow(x, 0.0 if y == 0.0 else d2)
        d7 = d10 * log(x) + v9
        d8 = d3
    else:
        d7 = 0.0
        d8 = False
    d11 = d7 + 0.75 * v0 * pow(x, -0.5)
    v12 = 1.0 / y
    if d8:
        d14 = log(x)
        d13 = pow(x, y) * (d14 * d14)
    else:
        d13 = 0.0
    d15 = 12.0 * v12 * v12 * v12 * v12 * v12 + 0.75 * sqrt(x) * pow(y, -0.5) + d13
    d16 = 56.0 * (d4 * d4 * d4) + d5 - 0.25 * (y * v0) * pow(x, -1.5)
    return (d16, d11), (d11, d15)

# Hessian of powers in 68 operations, 76 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = pow(x, -0.5)
    d6 = x > 0.0
    d7 = 0.0 if v3 else d4
    v8 = x * x
    if (y < 2.0) & v1:
        d9 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d7))
    else:
        d9 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    if d6:
        v12 = pow(x, y) / x
        d10 = (y * v12 if v2 else y * pow(x, d7)) * log(x) + v12
        d11 = d6
    else:
        d10 = 0.0
        d11 = False
    d13 = d10 + 0.75 * v0 * d5
    v14 = 1.0 / y
    if d11:
        d16 = log(x)
        d15 = pow(x, y) * (d16 * d16)
    else:
        d15 = 0.0
    d17 = 12.0 * (v14 * v14 * v14 * v14 * v14) + 0.75 * sqrt(x) * pow(y, -0.5) + d15
    return (56.0 * (v8 * v8 * v8) + d9 - 0.25 * d5 * (y * v0 / x), d13), (d13, d17)

# Hessian of powers in 68 operations, 81 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = 1.0 / y
    v1 = sqrt(y)
    v2 = x != 0.0
    v3 = (y < 1.0) & v2
    v4 = y == 0.0
    d5 = y - 1.0
    d6 = pow(x, -0.5)
    d7 = x > 0.0
    d8 = 0.0 if v4 else d5
    d9 = x * x
    if (y < 2.0) & v2:
        d10 = d5 / x * (y * (pow(x, y) / x) if v3 else y * pow(x, d8))
    else:
        d10 = y * d5 * pow(x, 0.0 if v4 | (y == 1.0) else y - 2.0)
    if d7:
        v13 = pow(x, y) / x
        d11 = (y * v13 if v3 else y * pow(x, d8)) * log(x) + v13
        d12 = d7
    else:
        d11 = 0.0
        d12 = False
    d14 = d11 + 0.75 * v1 * d6
    if d12:
        d16 = log(x)
        d15 = pow(x, y) * (d16 * d16)
    else:
        d15 = 0.0
    d17 = d15 + 0.75 * sqrt(x) * pow(y, -0.5) + 12.0 * (v0 * v0 * v0 / y / y)
    return (d10 - 0.25 * (y * v1) * (d6 / x) + 56.0 * (d9 * d9 * d9), d14), (d14, d17)

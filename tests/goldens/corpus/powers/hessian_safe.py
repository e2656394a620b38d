# Hessian of powers in 68 operations, 75 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = x > 0.0
    d6 = 0.0 if v3 else d4
    d7 = x * x
    if (y < 2.0) & v1:
        d8 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d6))
    else:
        d8 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    if d5:
        v11 = pow(x, y) / x
        d9 = (y * v11 if v2 else y * pow(x, d6)) * log(x) + v11
        d10 = d5
    else:
        d9 = 0.0
        d10 = False
    d12 = d9 + 0.75 * v0 * pow(x, -0.5)
    v13 = 1.0 / y
    if d10:
        d15 = log(x)
        d14 = pow(x, y) * (d15 * d15)
    else:
        d14 = 0.0
    d16 = 12.0 * (v13 * v13 * v13 * v13 * v13) + 0.75 * sqrt(x) * pow(y, -0.5) + d14
    d17 = 56.0 * (d7 * d7 * d7) + d8 - 0.25 * (y * v0) * pow(x, -1.5)
    return (d17, d12), (d12, d16)

# Hessian of powers in 65 operations, 75 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = 0.0 if v3 else d4
    d6 = x * x
    if (y < 2.0) & v1:
        d7 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d5))
    else:
        d7 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    if x > 0.0:
        v10 = pow(x, y)
        v11 = v10 / x
        d12 = log(x)
        d8 = (y * v11 if v2 else y * pow(x, d5)) * d12 + v11
        d9 = v10 * (d12 * d12)
    else:
        d8 = 0.0
        d9 = 0.0
    d13 = d8 + 0.75 * v0 * pow(x, -0.5)
    v14 = 1.0 / y
    d15 = 12.0 * (v14 * v14 * v14 * v14 * v14) + 0.75 * sqrt(x) * pow(y, -0.5) + d9
    d16 = 56.0 * (d6 * d6 * d6) + d7 - 0.25 * (y * v0) * pow(x, -1.5)
    return (d16, d13), (d13, d15)

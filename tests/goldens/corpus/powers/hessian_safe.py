# Hessian of powers in 65 operations, 76 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = pow(x, -0.5)
    d6 = 0.0 if v3 else d4
    v7 = x * x
    if (y < 2.0) & v1:
        d8 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d6))
    else:
        d8 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    if x > 0.0:
        v11 = pow(x, y)
        v12 = v11 / x
        d13 = log(x)
        d9 = (y * v12 if v2 else y * pow(x, d6)) * d13 + v12
        d10 = v11 * (d13 * d13)
    else:
        d9 = 0.0
        d10 = 0.0
    d14 = d9 + 0.75 * v0 * d5
    v15 = 1.0 / y
    d16 = 12.0 * (v15 * v15 * v15 * v15 * v15) + 0.75 * sqrt(x) * pow(y, -0.5) + d10
    return (56.0 * (v7 * v7 * v7) + d8 - 0.25 * d5 * (y * v0 / x), d14), (d14, d16)

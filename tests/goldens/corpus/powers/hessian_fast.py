# Hessian of powers in 63 operations, 76 before the passes

from math import log, pow, sqrt


def powers_hessian(x, y):
    v0 = x != 0.0
    v1 = (y < 1.0) & v0
    v2 = y == 0.0
    d3 = y - 1.0
    d4 = 0.0 if v2 else d3
    v5 = x * x
    d6 = pow(x, -0.5) * sqrt(y)
    if (y < 2.0) & v0:
        d7 = d3 * (y * (pow(x, y) / x) if v1 else y * pow(x, d4)) / x
    else:
        d7 = y * d3 * pow(x, 0.0 if v2 | (y == 1.0) else y - 2.0)
    if x > 0.0:
        # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
        v10 = pow(x, y)
        v11 = v10 / x
        d12 = log(x)
        d8 = (y * v11 if v1 else y * pow(x, d4)) * d12 + v11
        d9 = v10 * (d12 * d12)
    else:
        d8 = 0.0
        d9 = 0.0
    d13 = d8 + 0.75 * d6
    v14 = 1.0 / y
    v15 = v14 * v14
    d16 = 12.0 * v14 * (v15 * v15) + 0.75 * pow(y, -0.5) * sqrt(x) + d9
    return (56.0 * (v5 * v5 * v5) + d7 - 0.25 * y * d6 / x, d13), (d13, d16)

# value and cotangents of powers in 46 operations, 40 before the passes

from math import log, pow, sqrt


def powers_vjp(x, y, cotangent):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = x * x
    v1 = v0 * v0
    v2 = 1.0 / y
    v3 = v2 * v2
    v4 = sqrt(x)
    v5 = sqrt(y)
    v6 = y * v5
    v7 = pow(x, y)
    v8 = v0 * x
    if (y < 1.0) & (x != 0.0):
        v9 = v7 * y / x
    else:
        v9 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    v10 = v4 * (1.5 * v5) - v3 * v3 * 3.0 + (v7 * log(x) if x > 0.0 else 0.0)
    d11 = cotangent * (8.0 * (v8 * v8 * x) + v6 * (0.5 * pow(x, -0.5)) + v9)
    return v1 * v1 + v3 * v2 + v4 * v6 + v7, (d11, cotangent * v10)

# value and tangent of powers in 51 operations

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = x * x
    v1 = v0 * v0
    v2 = x * x * x
    v3 = 1.0 / y
    v4 = 1.0 / y
    v5 = v4 * v4
    v6 = sqrt(x)
    v7 = y * sqrt(y)
    d8 = v7 * (0.5 * pow(x, -0.5) * dx) + v6 * (1.5 * sqrt(y) * dy)
    v9 = pow(x, y)
    d10 = y * pow(x, y - ((0.0 if x == 0.0 else 1.0) if y == 0.0 else 1.0)) * dx
    d11 = 8.0 * (v2 * v2 * x) * dx + -3.0 * (v5 * v5) * dy + d8
    d12 = d11 + (d10 + (v9 * log(x) * dy if x > 0.0 else 0.0))
    return v1 * v1 + v3 * v3 * v3 + v6 * v7 + v9, d12

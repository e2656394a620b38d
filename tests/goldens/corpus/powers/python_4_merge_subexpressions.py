# value and tangent of powers in 47 operations

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = x * x
    v1 = v0 * v0
    v2 = v0 * x
    v3 = 1.0 / y
    v4 = v3 * v3
    v5 = sqrt(x)
    v6 = sqrt(y)
    v7 = y * v6
    d8 = v7 * (0.5 * pow(x, -0.5) * dx) + v5 * (1.5 * v6 * dy)
    v9 = pow(x, y)
    d10 = y * pow(x, y - ((0.0 if x == 0.0 else 1.0) if y == 0.0 else 1.0)) * dx
    d11 = 8.0 * (v2 * v2 * x) * dx + -3.0 * (v4 * v4) * dy + d8
    d12 = d11 + (d10 + (v9 * log(x) * dy if x > 0.0 else 0.0))
    return v1 * v1 + v4 * v3 + v5 * v7 + v9, d12

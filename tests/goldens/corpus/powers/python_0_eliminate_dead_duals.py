# value and tangent of powers in 48 operations

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = x * x
    v1 = 1.0 / y
    v2 = v1 * v1
    v3 = sqrt(x)
    v4 = sqrt(y)
    v5 = y * v4
    v6 = pow(x, y)
    v7 = v0 * v0
    d8 = x * v0
    if (y < 1.0) & (x != 0.0):
        d9 = y / x * v6
    else:
        d9 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    d10 = dx * (8.0 * x * (d8 * d8) + 0.5 * pow(x, -0.5) * v5 + d9)
    d11 = d10 - dy * (3.0 * (v2 * v2) - 1.5 * v3 * v4)
    d12 = d11 + (dy * v6 * log(x) if x > 0.0 else 0.0)
    return v7 * v7 + v2 * v1 + v3 * v5 + v6, d12

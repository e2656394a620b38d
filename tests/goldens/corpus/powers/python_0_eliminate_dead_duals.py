# value and tangent of powers in 48 operations

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = x * x
    v1 = v0 * v0
    v2 = x * v0
    v3 = 1.0 / y
    v4 = v3 * v3
    v5 = sqrt(x)
    v6 = sqrt(y)
    v7 = y * v6
    v8 = pow(x, y)
    if (y < 1.0) & (x != 0.0):
        v9 = y / x * v8
    else:
        v9 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    d10 = dx * (8.0 * x * (v2 * v2) + 0.5 * pow(x, -0.5) * v7 + v9)
    d11 = d10 - dy * (3.0 * (v4 * v4) - 1.5 * v5 * v6)
    d12 = d11 + (dy * v8 * log(x) if x > 0.0 else 0.0)
    return v1 * v1 + v4 * v3 + v5 * v7 + v8, d12

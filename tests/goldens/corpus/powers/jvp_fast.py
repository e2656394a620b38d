# value and tangent of powers in 47 operations, 45 before the passes

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = pow(x, y)
    v1 = sqrt(x)
    v2 = x * x
    v3 = x * v2 * (v2 * v2)
    v4 = sqrt(y)
    v5 = y * v4
    v6 = 1.0 / y
    v7 = v6 * v6
    if (y < 1.0) & (x != 0.0):
        v8 = y * v0 / x
    else:
        v8 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    d9 = dx * (8.0 * v3 + 0.5 * pow(x, -0.5) * v5 + v8)
    d10 = d9 + dy * (1.5 * v1 * v4 - 3.0 * (v7 * v7))
    d11 = d10 + (dy * v0 * log(x) if x > 0.0 else 0.0)
    return (v1 * v3 + v5) * v1 + v6 * v7 + v0, d11

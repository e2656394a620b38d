# value and tangent of powers in 43 operations, 61 before the passes

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = pow(x, y)
    v1 = sqrt(x)
    v2 = x * x
    v3 = x * v2 * (v2 * v2)
    v4 = sqrt(y)
    v5 = 1.0 / y
    v6 = v5 * v5
    d7 = pow(x, y - (0.0 if y == 0.0 and x == 0.0 else 1.0))
    d8 = dx * (8.0 * v3 + y * (0.5 * pow(x, -0.5) * v4 + d7))
    d9 = d8 + dy * (1.5 * v1 * v4 - 3.0 * (v6 * v6))
    d10 = d9 + (dy * v0 * log(x) if x > 0.0 else 0.0)
    return (v1 * v3 + y * v4) * v1 + v5 * v6 + v0, d10

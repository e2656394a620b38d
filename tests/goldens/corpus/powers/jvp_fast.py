# value and tangent of powers in 43 operations, 61 before the passes

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = pow(x, y)
    d1 = sqrt(x)
    d2 = x * x
    d3 = x * d2 * (d2 * d2)
    d4 = sqrt(y)
    v5 = 1.0 / y
    d6 = v5 * v5
    d7 = pow(x, y - (0.0 if y == 0.0 and x == 0.0 else 1.0))
    d8 = dx * (8.0 * d3 + y * (0.5 * pow(x, -0.5) * d4 + d7))
    d9 = d8 + dy * (1.5 * d1 * d4 - 3.0 * (d6 * d6))
    d10 = d9 + (dy * v0 * log(x) if x > 0.0 else 0.0)
    return (d1 * d3 + y * d4) * d1 + v5 * d6 + v0, d10

# value and tangent of powers in 47 operations, 45 before the passes

from math import log, pow, sqrt


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = pow(x, y)
    d1 = sqrt(x)
    d2 = x * x
    d3 = x * d2 * (d2 * d2)
    d4 = sqrt(y)
    v5 = y * d4
    v6 = 1.0 / y
    d7 = v6 * v6
    if (y < 1.0) & (x != 0.0):
        d8 = y * v0 / x
    else:
        d8 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    d9 = dx * (8.0 * d3 + 0.5 * pow(x, -0.5) * v5 + d8)
    d10 = d9 + dy * (1.5 * d1 * d4 - 3.0 * (d7 * d7))
    d11 = d10 + (dy * v0 * log(x) if x > 0.0 else 0.0)
    return (d1 * d3 + v5) * d1 + v6 * d7 + v0, d11

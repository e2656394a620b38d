# value and tangent of powers in 61 operations

from math import log, pow


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    d0 = -3.0 * pow(y, -3.0 - ((0.0 if y == 0.0 else 1.0) if -3.0 == 0.0 else 1.0))
    d1 = 8.0 * pow(x, 8.0 - ((0.0 if x == 0.0 else 1.0) if 8.0 == 0.0 else 1.0)) * dx
    v2 = pow(x, 0.5)
    v3 = pow(y, 1.5)
    d2 = 0.5 * pow(x, 0.5 - ((0.0 if x == 0.0 else 1.0) if 0.5 == 0.0 else 1.0)) * dx
    d3 = 1.5 * pow(y, 1.5 - ((0.0 if y == 0.0 else 1.0) if 1.5 == 0.0 else 1.0)) * dy
    v4 = pow(x, y)
    d5 = y * pow(x, y - ((0.0 if x == 0.0 else 1.0) if y == 0.0 else 1.0)) * dx
    d4 = d5 + (v4 * log(x) * dy if x > 0.0 else 0.0)
    return x**8.0 + y**-3.0 + v2 * v3 + v4, d1 + d0 * dy + (v3 * d2 + v2 * d3) + d4

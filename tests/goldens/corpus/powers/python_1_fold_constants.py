# value and tangent of powers in 41 operations

from math import log, pow


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = pow(x, 0.5)
    v1 = pow(y, 1.5)
    d2 = v1 * (0.5 * pow(x, -0.5) * dx) + v0 * (1.5 * pow(y, 0.5) * dy)
    v3 = pow(x, y)
    d4 = y * pow(x, y - ((0.0 if x == 0.0 else 1.0) if y == 0.0 else 1.0)) * dx
    d5 = 8.0 * x**7.0 * dx + -3.0 * y**-4.0 * dy + d2
    d6 = d5 + (d4 + (v3 * log(x) * dy if x > 0.0 else 0.0))
    return x**8.0 + y**-3.0 + v0 * v1 + v3, d6

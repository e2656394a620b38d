# value and tangent of powers in 51 operations

from math import log


def powers(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    d0 = -3.0 * y ** (1.0 if -3.0 == 0.0 else -3.0 - 1.0) * dy
    v1 = x**0.5
    v2 = y**1.5
    d3 = v2 * (0.5 * x ** (1.0 if 0.5 == 0.0 else 0.5 - 1.0) * dx)
    d4 = d3 + v1 * (1.5 * y ** (1.0 if 1.5 == 0.0 else 1.5 - 1.0) * dy)
    v5 = x**y
    d6 = y * x ** (1.0 if y == 0.0 else y - 1.0) * dx
    d7 = 8.0 * x ** (1.0 if 8.0 == 0.0 else 8.0 - 1.0) * dx + d0 + d4
    d8 = d7 + (d6 + (v5 * log(x) * dy if x > 0.0 else 0.0))
    return x**8.0 + y**-3.0 + v1 * v2 + v5, d8

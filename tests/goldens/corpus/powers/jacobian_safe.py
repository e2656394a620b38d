# Jacobian of powers in 38 operations, 32 before the passes

from math import log, pow, sqrt


def powers_jacobian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    if (y < 1.0) & (x != 0.0):
        d1 = pow(x, y) * y / x
    else:
        d1 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    v2 = x * x * x
    v3 = 1.0 / y
    v4 = v3 * v3
    d5 = (pow(x, y) * log(x) if x > 0.0 else 0.0) + sqrt(x) * (1.5 * v0)
    return d1 + y * v0 * (0.5 * pow(x, -0.5)) + 8.0 * (v2 * v2 * x), d5 - v4 * v4 * 3.0

# Jacobian of powers in 39 operations, 33 before the passes

from math import log, pow, sqrt


def powers_jacobian(x, y):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = 1.0 / y
    v1 = sqrt(y)
    if (y < 1.0) & (x != 0.0):
        d2 = pow(x, y) * y / x
    else:
        d2 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    v3 = x * x * x
    d4 = (pow(x, y) * log(x) if x > 0.0 else 0.0) + sqrt(x) * (1.5 * v1)
    d5 = d2 + y * v1 * (0.5 * pow(x, -0.5)) + 8.0 * (v3 * v3 * x)
    return d5, d4 + -3.0 * (v0 * v0 * v0) / y

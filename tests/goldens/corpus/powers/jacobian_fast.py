# Jacobian of powers in 37 operations, 33 before the passes

from math import log, pow, sqrt


def powers_jacobian(x, y):
    d0 = sqrt(y)
    d1 = x * x
    if (y < 1.0) & (x != 0.0):
        d2 = y * pow(x, y) / x
    else:
        d2 = y * pow(x, 0.0 if y == 0.0 else y - 1.0)
    d3 = y * y
    d4 = (pow(x, y) * log(x) if x > 0.0 else 0.0) + 1.5 * sqrt(x) * d0
    d5 = d2 + 0.5 * y * pow(x, -0.5) * d0 + 8.0 * x * (d1 * d1 * d1)
    return d5, d4 - 3.0 / (d3 * d3)

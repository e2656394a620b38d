# Jacobian of powers in 32 operations, 48 before the passes

from math import log, pow, sqrt


def powers_jacobian(x, y):
    d0 = sqrt(y)
    d1 = pow(x, y - (0.0 if y == 0.0 and x == 0.0 else 1.0))
    d2 = x * x
    d3 = 1.0 / y
    d4 = d3 * d3
    d5 = (pow(x, y) * log(x) if x > 0.0 else 0.0) + 1.5 * sqrt(x) * d0
    d6 = y * (d1 + 0.5 * pow(x, -0.5) * d0) + 8.0 * x * (d2 * d2 * d2)
    return d6, d5 - 3.0 * (d4 * d4)

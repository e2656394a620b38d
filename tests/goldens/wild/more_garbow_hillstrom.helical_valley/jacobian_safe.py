# Jacobian of helical_valley in 16 operations, 25 before the passes

from math import sqrt


def helical_valley_jacobian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    v1 = sqrt(x1 * x1 + x2 * x2)
    d2 = 1.0 / x1 / (1.0 + v0 * v0)
    return [
        [15.915494309189535 * (v0 * d2), -15.915494309189535 * d2, 10.0],
        [10.0 * (x1 / v1), 10.0 * (x2 / v1), 0.0],
        [0.0, 0.0, 1.0],
    ]

# Jacobian of helical_valley in 15 operations, 23 before the passes

from math import sqrt


def helical_valley_jacobian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    d1 = 1.0 / (x1 * (1.0 + v0 * v0))
    d2 = 10.0 / sqrt(x1 * x1 + x2 * x2)
    return [
        [v0 * (15.915494309189535 * d1), -15.915494309189535 * d1, 10.0],
        [x1 * d2, x2 * d2, 0.0],
        [0.0, 0.0, 1.0],
    ]

# Hessian of helical_valley in 33 operations, 62 before the passes

from math import sqrt


def helical_valley_hessian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    d1 = 1.0 / (1.0 + v0 * v0)
    v2 = v0 / x1
    d3 = v2 * d1 * (31.830988618379067 * d1)
    d1 = 15.915494309189533 * d1 / x1
    d0 = v0 * d3 - d1
    d4 = -(d0 / x1)
    d5 = 1.0 / sqrt(x1 * x1 + x2 * x2)
    d6 = 10.0 * d5
    d7 = x1 * d5
    d5 = x2 * d5
    d8 = d5 * d6
    d9 = -(d7 * d8)
    return [
        [[(d0 - d1) * v2, d4, 0.0], [d4, d3 / x1, 0.0], [0.0, 0.0, 0.0]],
        [[d6 - d7 * d7 * d6, d9, 0.0], [d9, d6 - d5 * d8, 0.0], [0.0, 0.0, 0.0]],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

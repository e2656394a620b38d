# Hessian of helical_valley in 33 operations, 52 before the passes

from math import sqrt


def helical_valley_hessian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    d1 = 1.0 / (1.0 + v0 * v0)
    d2 = v0 / x1
    d3 = d2 * d1 * (31.830988618379067 * d1)
    d4 = 15.915494309189533 * d1 / x1
    d5 = v0 * d3 - d4
    d6 = -(d5 / x1)
    d7 = 1.0 / sqrt(x1 * x1 + x2 * x2)
    d8 = 10.0 * d7
    d9 = x1 * d7
    d10 = x2 * d7
    d11 = d10 * d8
    d12 = -(d9 * d11)
    return [
        [[(d5 - d4) * d2, d6, 0.0], [d6, d3 / x1, 0.0], [0.0, 0.0, 0.0]],
        [[d8 - d9 * d9 * d8, d12, 0.0], [d12, d8 - d10 * d11, 0.0], [0.0, 0.0, 0.0]],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

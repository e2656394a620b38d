# Hessian of helical_valley in 36 operations, 67 before the passes

from math import sqrt


def helical_valley_hessian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    v1 = sqrt(x1 * x1 + x2 * x2)
    d2 = 1.0 + v0 * v0
    d3 = -15.915494309189533 / d2
    d0 = d3 / x1
    v4 = v0 / x1
    d2 = d3 / d2 * (2.0 * v4)
    d3 = v0 * d2 - d0
    d5 = d3 / x1
    v6 = 10.0 / v1
    d7 = 2.0 * x1
    d8 = 2.0 * (0.5 * v6)
    v1 = v6 / v1 * (0.25 / v1)
    d6 = d7 * v1
    d9 = 2.0 * x2
    d10 = -(d9 * d6)
    return [
        [[(d0 - d3) * v4, d5, 0.0], [d5, -(d2 / x1), 0.0], [0.0, 0.0, 0.0]],
        [[d8 - d7 * d6, d10, 0.0], [d10, d8 - d9 * d9 * v1, 0.0], [0.0, 0.0, 0.0]],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

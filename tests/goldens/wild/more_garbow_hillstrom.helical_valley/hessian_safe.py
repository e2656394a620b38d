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
    d5 = d3 / d2 * (2.0 * v4)
    d6 = v0 * d5 - d0
    d7 = d6 / x1
    v8 = 10.0 / v1
    d9 = 2.0 * x1
    d10 = 2.0 * (0.5 * v8)
    v11 = v8 / v1 * (0.25 / v1)
    d12 = d9 * v11
    d13 = 2.0 * x2
    d14 = -(d13 * d12)
    return [
        [[(d0 - d6) * v4, d7, 0.0], [d7, -(d5 / x1), 0.0], [0.0, 0.0, 0.0]],
        [
            [d10 - d9 * d12, d14, 0.0],
            [d14, d10 - d13 * d13 * v11, 0.0],
            [0.0, 0.0, 0.0],
        ],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

# Hessian of helical_valley in 38 operations, 49 before the passes

from math import sqrt


def helical_valley_hessian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    v1 = x1 * x1
    v2 = 1.0 / x1
    d3 = v0 * v2
    v4 = v0 * v0
    d5 = 1.0 / (1.0 + v4)
    d6 = v2 * d5
    d7 = 15.915494309189533 * d6
    d8 = d6 * d5
    d9 = 31.830988618379067 * (d8 * d3)
    d10 = 15.915494309189533 * (d6 * v2) - v0 * d9
    d11 = 1.0 / sqrt(v1 + x2 * x2)
    d12 = d11 * d11 * d11
    d13 = x2 * d12
    d14 = -10.0 * x1 * d13
    return [
        [
            [v0 * ((31.830988618379067 * d8 * v4 - d7) * v2) - d3 * d7, d10, 0.0],
            [d10, d9, 0.0],
            [0.0, 0.0, 0.0],
        ],
        [
            [-10.0 * (v1 * d12 - d11), d14, 0.0],
            [d14, -10.0 * (x2 * d13 - d11), 0.0],
            [0.0, 0.0, 0.0],
        ],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

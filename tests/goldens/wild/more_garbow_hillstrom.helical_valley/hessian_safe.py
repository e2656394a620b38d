# Hessian of helical_valley in 36 operations, 49 before the passes

from math import sqrt


def helical_valley_hessian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    v1 = x1 * x1
    v2 = v0 * v0
    d3 = 1.0 / (1.0 + v2)
    d4 = d3 / x1
    d5 = 31.830988618379067 * (d4 * d3)
    d6 = 15.915494309189533 * d4
    d7 = v0 / x1
    d8 = d7 * d5
    d9 = 15.915494309189533 * (d4 / x1) - v0 * d8
    d10 = 1.0 / sqrt(v1 + x2 * x2)
    d11 = d10 * d10 * d10
    d12 = x2 * d11
    d13 = -10.0 * x1 * d12
    return [
        [
            [v0 * ((d5 * v2 - d6) / x1) - d7 * d6, d9, 0.0],
            [d9, d8, 0.0],
            [0.0, 0.0, 0.0],
        ],
        [
            [-10.0 * (v1 * d11 - d10), d13, 0.0],
            [d13, -10.0 * (x2 * d12 - d10), 0.0],
            [0.0, 0.0, 0.0],
        ],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

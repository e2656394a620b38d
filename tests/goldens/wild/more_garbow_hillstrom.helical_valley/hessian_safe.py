# Hessian of helical_valley in 37 operations, 48 before the passes

from math import sqrt


def helical_valley_hessian(x):
    x1, x2, x3 = x
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    v1 = x1 * x1
    v2 = x2 * x2
    v3 = v0 * v0
    d4 = 1.0 / (1.0 + v3)
    d5 = d4 / x1
    d6 = 31.830988618379067 * (d5 * d4)
    d7 = 15.915494309189533 * d5
    d8 = v0 / x1
    d9 = d8 * d6
    d10 = 15.915494309189533 * (d5 / x1) - v0 * d9
    d11 = sqrt(v1 + v2)
    d12 = -10.0 * (x2 / d11 / d11) * (x1 / d11)
    return [
        [
            [v0 * ((d6 * v3 - d7) / x1) - d8 * d7, d10, 0.0],
            [d10, d9, 0.0],
            [0.0, 0.0, 0.0],
        ],
        [
            [10.0 * (v2 / d11 / d11 / d11), d12, 0.0],
            [d12, 10.0 * (v1 / d11 / d11 / d11), 0.0],
            [0.0, 0.0, 0.0],
        ],
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]],
    ]

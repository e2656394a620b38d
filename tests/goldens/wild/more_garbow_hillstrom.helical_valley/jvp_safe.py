# value and tangent of helical_valley in 29 operations, 36 before the passes

from math import atan, sqrt

two_pi = 6.283185307179586


def helical_valley(x, dx):
    x1, x2, x3 = x
    dx1, dx2, dx3 = dx
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    theta = atan(v0) / two_pi
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    d1 = dx3 + 1.5915494309189535 * ((v0 * dx1 - dx2) / x1 / (1.0 + v0 * v0))
    v2 = sqrt(x1 * x1 + x2 * x2)
    return (
        [
            10.0 * (x3 - 10.0 * (theta + 0.5 if x1 < 0.0 else theta)),
            10.0 * (v2 - 1.0),
            x3,
        ],
        [10.0 * d1, 10.0 * ((x1 * dx1 + x2 * dx2) / v2), dx3],
    )

# value and cotangents of helical_valley in 29 operations, 38 before the passes

from math import atan, sqrt

two_pi = 6.283185307179586


def helical_valley_vjp(x, cotangent):
    x1, x2, x3 = x
    cotangent0, cotangent1, cotangent2 = cotangent
    # more_garbow_hillstrom.py:54  theta = math.atan(x2 / x1) / (2 * math.pi)
    v0 = x2 / x1
    theta = atan(v0) / two_pi
    # more_garbow_hillstrom.py:57  return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1...
    v1 = sqrt(x1 * x1 + x2 * x2)
    d2 = 10.0 * (cotangent1 / v1)
    d3 = 15.915494309189535 * (cotangent0 / (1.0 + v0 * v0) / x1)
    return (
        [
            10.0 * (x3 - 10.0 * (theta + 0.5 if x1 < 0.0 else theta)),
            10.0 * (v1 - 1.0),
            x3,
        ],
        ([x1 * d2 + v0 * d3, x2 * d2 - d3, cotangent2 + 10.0 * cotangent0],),
    )

# product with the Hessian of powers in 85 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    d3 = y - 1.0
    d4 = x > 0.0
    if d4:
        d7 = pow(x, y) / x
        d5 = (y * d7 if v2 else y * pow(x, 0.0 if y == 0.0 else d3)) * log(x)
        d6 = d4
    else:
        d5 = 0.0
        d6 = False
        d7 = 0.0
    d8 = 0.75 * v0 * pow(x, -0.5) + d5
    d9 = x * x
    if (y < 2.0) & v1:
        d11 = y * (pow(x, y) / x) if v2 else y * pow(x, 0.0 if y == 0.0 else d3)
        d10 = d3 / x * d11
    else:
        d10 = y * d3 * pow(x, 0.0 if (y == 0.0) | (y == 1.0) else y - 2.0)
    d12 = ((pow(x, y) / x if v2 else pow(x, 0.0 if y == 0.0 else d3)) + d8) * dy
    d13 = 1.0 / y
    if d6:
        d15 = log(x)
        d14 = pow(x, y) * (d15 * d15)
    else:
        d14 = 0.0
    d16 = 12.0 * d13 * d13 * d13 * d13 * d13 + 0.75 * sqrt(x) * pow(y, -0.5) + d14
    d17 = d12 + (56.0 * (d9 * d9 * d9) - 0.25 * (y * v0) * pow(x, -1.5) + d10) * dx
    return d17, dy * d16 + dx * (d7 + d8)

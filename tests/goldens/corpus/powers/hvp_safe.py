# product with the Hessian of powers in 84 operations, 110 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = 1.0 / y
    v1 = v0 * v0 * v0
    v2 = sqrt(y)
    v3 = x != 0.0
    v4 = (y < 1.0) & v3
    v5 = y == 0.0
    d6 = y - 1.0
    d7 = pow(x, -0.5)
    d8 = x > 0.0
    d9 = 0.0 if v5 else d6
    if d8:
        d12 = pow(x, y) / x
        d10 = (y * d12 if v4 else y * pow(x, d9)) * log(x)
        d11 = d8
    else:
        d10 = 0.0
        d11 = False
        d12 = 0.0
    d13 = 0.75 * v2 * d7 + d10
    d14 = x * x
    if (y < 2.0) & v3:
        d15 = d6 / x * (y * (pow(x, y) / x) if v4 else y * pow(x, d9))
    else:
        d15 = y * d6 * pow(x, 0.0 if v5 | (y == 1.0) else y - 2.0)
    d16 = (56.0 * (d14 * d14 * d14) - 0.25 * d7 * (y * v2 / x) + d15) * dx
    if d11:
        d18 = log(x)
        d17 = pow(x, y) * (d18 * d18)
    else:
        d17 = 0.0
    d19 = 9.0 * (v1 * (v0 / y)) + 3.0 * (v1 / y / y) + 0.75 * sqrt(x) * pow(y, -0.5)
    d20 = ((pow(x, y) / x if v4 else pow(x, d9)) + d13) * dy + d16
    return d20, dy * (d19 + d17) + dx * (d12 + d13)

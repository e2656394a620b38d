# product with the Hessian of powers in 80 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = pow(x, -0.5)
    d6 = x > 0.0
    d7 = 0.0 if v3 else d4
    if d6:
        d10 = pow(x, y) / x
        d8 = (y * d10 if v2 else y * pow(x, d7)) * log(x)
        d9 = d6
    else:
        d8 = 0.0
        d9 = False
        d10 = 0.0
    d11 = 0.75 * v0 * d5 + d8
    d12 = x * x
    if (y < 2.0) & v1:
        d13 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d7))
    else:
        d13 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    d14 = (56.0 * (d12 * d12 * d12) - 0.25 * d5 * (y * v0 / x) + d13) * dx
    v15 = 1.0 / y
    if d9:
        d17 = log(x)
        d16 = pow(x, y) * (d17 * d17)
    else:
        d16 = 0.0
    d18 = 12.0 * (v15 * v15 * v15 * v15 * v15) + 0.75 * sqrt(x) * pow(y, -0.5) + d16
    d19 = ((pow(x, y) / x if v2 else pow(x, d7)) + d11) * dy + d14
    return d19, dy * d18 + dx * (d10 + d11)

# product with the Hessian of powers in 80 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = x > 0.0
    d6 = 0.0 if v3 else d4
    if d5:
        d9 = pow(x, y) / x
        d7 = (y * d9 if v2 else y * pow(x, d6)) * log(x)
        d8 = d5
    else:
        d7 = 0.0
        d8 = False
        d9 = 0.0
    d10 = 0.75 * v0 * pow(x, -0.5) + d7
    d11 = x * x
    if (y < 2.0) & v1:
        d12 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d6))
    else:
        d12 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    d13 = (56.0 * (d11 * d11 * d11) - 0.25 * (y * v0) * pow(x, -1.5) + d12) * dx
    v14 = 1.0 / y
    if d8:
        d16 = log(x)
        d15 = pow(x, y) * (d16 * d16)
    else:
        d15 = 0.0
    d17 = 12.0 * (v14 * v14 * v14 * v14 * v14) + 0.75 * sqrt(x) * pow(y, -0.5) + d15
    d18 = ((pow(x, y) / x if v2 else pow(x, d6)) + d10) * dy + d13
    return d18, dy * d17 + dx * (d9 + d10)

# product with the Hessian of powers in 77 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    d4 = y - 1.0
    d5 = 0.0 if v3 else d4
    if x > 0.0:
        v9 = pow(x, y)
        d8 = v9 / x
        d10 = log(x)
        d6 = (y * d8 if v2 else y * pow(x, d5)) * d10
        d7 = v9 * (d10 * d10)
    else:
        d6 = 0.0
        d7 = 0.0
        d8 = 0.0
    d11 = 0.75 * v0 * pow(x, -0.5) + d6
    d12 = x * x
    if (y < 2.0) & v1:
        d13 = d4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, d5))
    else:
        d13 = y * d4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    d14 = (56.0 * (d12 * d12 * d12) - 0.25 * (y * v0) * pow(x, -1.5) + d13) * dx
    v15 = 1.0 / y
    d16 = 12.0 * (v15 * v15 * v15 * v15 * v15) + 0.75 * sqrt(x) * pow(y, -0.5) + d7
    d17 = ((pow(x, y) / x if v2 else pow(x, d5)) + d11) * dy + d14
    return d17, dy * d16 + dx * (d8 + d11)

# product with the Hessian of powers in 61 operations, 107 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    v2 = pow(x, v1)
    v3 = x > 0.0
    d4 = 0.75 * v0 * pow(x, -0.5)
    if v3:
        v5 = y * v2 * log(x)
        v6 = v3
        d7 = pow(x, y) / x
    else:
        v5 = 0.0
        v6 = False
        d7 = 0.0
    v8 = x * x
    v9 = y * v1 * pow(x, v1 - (0.0 if v1 == 0.0 and x == 0.0 else 1.0))
    d10 = (56.0 * (v8 * v8 * v8) - 0.25 * (y * v0) * pow(x, -1.5) + v9) * dx
    d11 = 1.0 / y
    if v6:
        d13 = log(x)
        d12 = pow(x, y) * (d13 * d13)
    else:
        d12 = 0.0
    d14 = 12.0 * d11 * d11 * d11 * d11 * d11 + 0.75 * sqrt(x) * pow(y, -0.5) + d12
    return (d4 + v2 + v5) * dy + d10, dy * d14 + dx * (d4 + d7 + v5)

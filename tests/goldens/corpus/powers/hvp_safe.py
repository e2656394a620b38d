# product with the Hessian of powers in 64 operations, 107 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    d1 = y - (0.0 if y == 0.0 and x == 0.0 else 1.0)
    d2 = pow(x, d1)
    d3 = x > 0.0
    d4 = 0.75 * v0 * pow(x, -0.5)
    if d3:
        d5 = y * d2 * log(x)
        d6 = d3
        d7 = pow(x, y) / x
    else:
        d5 = 0.0
        d6 = False
        d7 = 0.0
    d8 = x * x
    d9 = y * d1 * pow(x, d1 - (0.0 if d1 == 0.0 and x == 0.0 else 1.0))
    d10 = (56.0 * (d8 * d8 * d8) - 0.25 * (y * v0) * pow(x, -1.5) + d9) * dx
    d11 = 1.0 / y
    if d6:
        d13 = log(x)
        d12 = pow(x, y) * (d13 * d13)
    else:
        d12 = 0.0
    d14 = 12.0 * d11 * d11 * d11 * d11 * d11 + 0.75 * sqrt(x) * pow(y, -0.5) + d12
    return (d4 + d2 + d5) * dy + d10, dy * d14 + dx * (d4 + d7 + d5)

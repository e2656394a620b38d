# product with the Hessian of powers in 63 operations, 107 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x == 0.0
    d2 = y - (0.0 if y == 0.0 and v1 else 1.0)
    d3 = pow(x, d2)
    d4 = x > 0.0
    d5 = 0.75 * v0 * pow(x, -0.5)
    if d4:
        d6 = y * d3 * log(x)
        d7 = d4
        d8 = pow(x, y) / x
    else:
        d6 = 0.0
        d7 = False
        d8 = 0.0
    d9 = x * x
    d10 = y * d2 * pow(x, d2 - (0.0 if d2 == 0.0 and v1 else 1.0))
    d11 = (56.0 * (d9 * d9 * d9) - 0.25 * (y * v0) * pow(x, -1.5) + d10) * dx
    d12 = 1.0 / y
    if d7:
        d14 = log(x)
        d13 = pow(x, y) * (d14 * d14)
    else:
        d13 = 0.0
    d15 = 12.0 * d12 * d12 * d12 * d12 * d12 + 0.75 * sqrt(x) * pow(y, -0.5) + d13
    return (d5 + d3 + d6) * dy + d11, dy * d15 + dx * (d5 + d8 + d6)

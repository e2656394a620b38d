# product with the Hessian of powers in 77 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    v4 = y - 1.0
    v5 = pow(x, -0.5)
    v6 = 0.0 if v3 else v4
    if x > 0.0:
        v10 = pow(x, y)
        v9 = v10 / x
        v11 = log(x)
        v7 = (y * v9 if v2 else y * pow(x, v6)) * v11
        v8 = v10 * (v11 * v11)
    else:
        v7 = 0.0
        v8 = 0.0
        v9 = 0.0
    v12 = 0.75 * v0 * v5 + v7
    v13 = x * x
    if (y < 2.0) & v1:
        v14 = v4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, v6))
    else:
        v14 = y * v4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    d15 = (56.0 * (v13 * v13 * v13) - 0.25 * v5 * (y * v0 / x) + v14) * dx
    v16 = 1.0 / y
    v17 = 12.0 * (v16 * v16 * v16 * v16 * v16) + 0.75 * sqrt(x) * pow(y, -0.5) + v8
    d18 = ((pow(x, y) / x if v2 else pow(x, v6)) + v12) * dy + d15
    return d18, dy * v17 + dx * (v9 + v12)

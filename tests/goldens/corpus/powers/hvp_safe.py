# product with the Hessian of powers in 80 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    v4 = y - 1.0
    v5 = pow(x, -0.5)
    v6 = x > 0.0
    v7 = 0.0 if v3 else v4
    if v6:
        v10 = pow(x, y) / x
        v8 = (y * v10 if v2 else y * pow(x, v7)) * log(x)
        v9 = v6
    else:
        v8 = 0.0
        v9 = False
        v10 = 0.0
    v11 = 0.75 * v0 * v5 + v8
    v12 = x * x
    if (y < 2.0) & v1:
        v13 = v4 / x * (y * (pow(x, y) / x) if v2 else y * pow(x, v7))
    else:
        v13 = y * v4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    d14 = (56.0 * (v12 * v12 * v12) - 0.25 * v5 * (y * v0 / x) + v13) * dx
    v15 = 1.0 / y
    if v9:
        v17 = log(x)
        v16 = pow(x, y) * (v17 * v17)
    else:
        v16 = 0.0
    v18 = 12.0 * (v15 * v15 * v15 * v15 * v15) + 0.75 * sqrt(x) * pow(y, -0.5) + v16
    d19 = ((pow(x, y) / x if v2 else pow(x, v7)) + v11) * dy + d14
    return d19, dy * v18 + dx * (v10 + v11)

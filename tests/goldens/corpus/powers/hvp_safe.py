# product with the Hessian of powers in 76 operations, 102 before the passes

from math import log, pow, sqrt


def powers_hvp(x, y, dx, dy):
    # corpus.py:22  return x**8 + y**-3 + x**0.5 * y**1.5 + x**y
    v0 = sqrt(y)
    v1 = x != 0.0
    v2 = (y < 1.0) & v1
    v3 = y == 0.0
    v4 = y - 1.0
    v5 = pow(x, -0.5)
    if v2:
        v6 = 0.0
        v7 = pow(x, y) / x
    else:
        v7 = pow(x, 0.0 if v3 else v4)
        v6 = v7
    if x > 0.0:
        v11 = pow(x, y)
        v10 = v11 / x
        v12 = log(x)
        v8 = (y * v10 if v2 else y * v6) * v12
        v9 = v11 * (v12 * v12)
    else:
        v8 = 0.0
        v9 = 0.0
        v10 = 0.0
    v13 = 0.75 * v0 * v5 + v8
    v14 = x * x
    if (y < 2.0) & v1:
        v15 = v4 / x * (y * (pow(x, y) / x) if v2 else y * v6)
    else:
        v15 = y * v4 * pow(x, 0.0 if v3 | (y == 1.0) else y - 2.0)
    d16 = (56.0 * (v14 * v14 * v14) - 0.25 * v5 * (y * v0 / x) + v15) * dx
    v17 = 1.0 / y
    v18 = 12.0 * (v17 * v17 * v17 * v17 * v17) + 0.75 * sqrt(x) * pow(y, -0.5) + v9
    return (v7 + v13) * dy + d16, dy * v18 + dx * (v10 + v13)

# Jacobian of loop in 93 operations, 164 before the passes

from math import sqrt


def loop_jacobian(x, v):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x
    v1 = v0 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v1 * sqrt(v1)
    v3 = 0.01 * x / v2 - v
    # corpus.py:99  x = x + 0.01 * v
    x2 = x - 0.01 * v3
    v4 = x2 * x2
    v5 = v4 + 1.0
    v6 = v5 * sqrt(v5)
    v3 = v3 + 0.01 * x2 / v6
    x2 = x2 - 0.01 * v3
    v7 = x2 * x2
    v8 = v7 + 1.0
    v9 = v8 * sqrt(v8)
    v3 = v3 + 0.01 * x2 / v9
    x2 = x2 - 0.01 * v3
    v10 = x2 * x2
    v11 = v10 + 1.0
    v12 = v11 * sqrt(v11)
    x2 = x2 - 0.01 * (v3 + 0.01 * x2 / v12)
    v13 = x2 * x2
    v14 = v13 + 1.0
    v13 = (0.01 - 0.03 * v13 / v14) / (v14 * sqrt(v14))
    d14 = 1.0 - 0.01 * v13
    d15 = 0.01 + 0.01 * d14
    v10 = (0.01 - 0.03 * v10 / v11) / v12
    d11 = d14 - d15 * v10
    d12 = d15 + 0.01 * d11
    v7 = (0.01 - 0.03 * v7 / v8) / v9
    d8 = d11 - d12 * v7
    d9 = d12 + 0.01 * d8
    v4 = (0.01 - 0.03 * v4 / v5) / v6
    d5 = d8 - d9 * v4
    d6 = d9 + 0.01 * d5
    v0 = (0.01 - 0.03 * v0 / v1) / v2
    d1 = d14 * v10 + v13
    d2 = d14 - 0.01 * d1
    d1 = d1 + v7 * d2
    d2 = d2 - 0.01 * d1
    d1 = d1 + v4 * d2
    d2 = d2 - 0.01 * d1
    return (d5 - d6 * v0, d6), (-(d1 + v0 * d2), d2)

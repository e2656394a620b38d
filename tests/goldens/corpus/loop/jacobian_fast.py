# Jacobian of loop in 93 operations, 143 before the passes

from math import sqrt


def loop_jacobian(x, v):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x
    v1 = v0 + 1.0
    v2 = v1 * sqrt(v1)
    # corpus.py:98  v = v + 0.01 * a
    v3 = 0.01 * x / v2 - v
    # corpus.py:99  x = x + 0.01 * v
    x2 = x - 0.01 * v3
    v4 = x2 * x2
    v5 = v4 + 1.0
    v6 = v5 * sqrt(v5)
    v7 = v3 + 0.01 * x2 / v6
    x3 = x2 - 0.01 * v7
    v8 = x3 * x3
    v9 = v8 + 1.0
    v10 = v9 * sqrt(v9)
    v11 = v7 + 0.01 * x3 / v10
    x4 = x3 - 0.01 * v11
    v12 = x4 * x4
    v13 = v12 + 1.0
    v14 = v13 * sqrt(v13)
    x5 = x4 - 0.01 * (v11 + 0.01 * x4 / v14)
    v15 = x5 * x5
    v16 = v15 + 1.0
    d17 = (0.01 - 0.03 * v15 / v16) / (v16 * sqrt(v16))
    d18 = 1.0 - 0.01 * d17
    d19 = 0.01 + 0.01 * d18
    d20 = (0.01 - 0.03 * v12 / v13) / v14
    d21 = d18 - d19 * d20
    d22 = d19 + 0.01 * d21
    d23 = (0.01 - 0.03 * v8 / v9) / v10
    d24 = d21 - d22 * d23
    d25 = d22 + 0.01 * d24
    d26 = (0.01 - 0.03 * v4 / v5) / v6
    d27 = d24 - d25 * d26
    d28 = d25 + 0.01 * d27
    d29 = (0.01 - 0.03 * v0 / v1) / v2
    d30 = d17 + d18 * d20
    d31 = d18 - 0.01 * d30
    d32 = d30 + d23 * d31
    d33 = d31 - 0.01 * d32
    d34 = d32 + d26 * d33
    d35 = d33 - 0.01 * d34
    return (d27 - d28 * d29, d28), (-(d34 + d29 * d35), d35)

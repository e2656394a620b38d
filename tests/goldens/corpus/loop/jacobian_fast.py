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
    d4 = v5 * sqrt(v5)
    v6 = v3 + 0.01 * x2 / d4
    x3 = x2 - 0.01 * v6
    v7 = x3 * x3
    v8 = v7 + 1.0
    d7 = v8 * sqrt(v8)
    v9 = v6 + 0.01 * x3 / d7
    x4 = x3 - 0.01 * v9
    v10 = x4 * x4
    v11 = v10 + 1.0
    d10 = v11 * sqrt(v11)
    x5 = x4 - 0.01 * (v9 + 0.01 * x4 / d10)
    v12 = x5 * x5
    v13 = v12 + 1.0
    d14 = (0.01 - 0.03 * v12 / v13) / (v13 * sqrt(v13))
    d15 = 1.0 - 0.01 * d14
    d16 = 0.01 + 0.01 * d15
    d17 = (0.01 - 0.03 * v10 / v11) / d10
    d18 = d15 - d16 * d17
    d19 = d16 + 0.01 * d18
    d20 = (0.01 - 0.03 * v7 / v8) / d7
    d21 = d18 - d19 * d20
    d22 = d19 + 0.01 * d21
    d23 = (0.01 - 0.03 * v4 / v5) / d4
    d24 = d21 - d22 * d23
    d25 = d22 + 0.01 * d24
    d0 = (0.01 - 0.03 * v0 / v1) / v2
    d26 = d15 * d17 + d14
    d27 = d15 - 0.01 * d26
    d28 = d26 + d20 * d27
    d29 = d27 - 0.01 * d28
    d30 = d28 + d23 * d29
    d31 = d29 - 0.01 * d30
    return (d24 - d25 * d0, d25), (-(d30 + d0 * d31), d31)

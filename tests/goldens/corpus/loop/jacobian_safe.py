# Jacobian of loop in 99 operations, 164 before the passes

from math import sqrt


def loop_jacobian(x, v):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v2 = v0 * v1
    a = x / v2
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v - a * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    v3 = x2 * x2 + 1.0
    v4 = sqrt(v3)
    v5 = v3 * v4
    a2 = x2 / v5
    v_3 = v_2 - a2 * 0.01
    x3 = x2 + 0.01 * v_3
    v6 = x3 * x3 + 1.0
    v7 = sqrt(v6)
    v8 = v6 * v7
    a3 = x3 / v8
    v_4 = v_3 - a3 * 0.01
    x4 = x3 + 0.01 * v_4
    v9 = x4 * x4 + 1.0
    v10 = sqrt(v9)
    v11 = v9 * v10
    a4 = x4 / v11
    x5 = x4 + 0.01 * (v_4 - a4 * 0.01)
    v12 = x5 * x5 + 1.0
    v13 = sqrt(v12)
    v14 = v12 * v13
    d15 = (0.01 - 0.03 * x5 * v13 * (x5 / v14)) / v14
    d16 = 1.0 - 0.01 * d15
    d17 = 0.01 + 0.01 * d16
    d18 = (0.01 - 0.03 * x4 * v10 * a4) / v11
    d19 = d16 - d17 * d18
    d20 = d17 + 0.01 * d19
    d21 = (0.01 - 0.03 * x3 * v7 * a3) / v8
    d22 = d19 - d20 * d21
    d23 = d20 + 0.01 * d22
    d24 = (0.01 - 0.03 * x2 * v4 * a2) / v5
    d25 = d22 - d23 * d24
    d26 = d23 + 0.01 * d25
    d27 = (0.01 - 0.03 * x * v1 * a) / v2
    d28 = d15 + d16 * d18
    d29 = d16 - 0.01 * d28
    d30 = d28 + d21 * d29
    d31 = d29 - 0.01 * d30
    d32 = d30 + d24 * d31
    d33 = d31 - 0.01 * d32
    return (d25 - d26 * d27, d26), (-(d32 + d27 * d33), d33)

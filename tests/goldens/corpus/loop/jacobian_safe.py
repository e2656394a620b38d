# Jacobian of loop in 99 operations, 139 before the passes

from math import sqrt


def loop_jacobian(x, v):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v2 = v0 * v1
    v3 = x / v2
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v - v3 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    v4 = x2 * x2 + 1.0
    v5 = sqrt(v4)
    v6 = v4 * v5
    v7 = x2 / v6
    v_3 = v_2 - v7 * 0.01
    x3 = x2 + 0.01 * v_3
    v8 = x3 * x3 + 1.0
    v9 = sqrt(v8)
    v10 = v8 * v9
    v11 = x3 / v10
    v_4 = v_3 - v11 * 0.01
    x4 = x3 + 0.01 * v_4
    v12 = x4 * x4 + 1.0
    v13 = sqrt(v12)
    v14 = v12 * v13
    v15 = x4 / v14
    x5 = x4 + 0.01 * (v_4 - v15 * 0.01)
    v16 = x5 * x5 + 1.0
    v17 = sqrt(v16)
    v18 = v16 * v17
    d19 = (0.01 - 0.03 * x5 * v17 * (x5 / v18)) / v18
    d20 = 1.0 - 0.01 * d19
    d21 = 0.01 + 0.01 * d20
    d22 = (0.01 - 0.03 * x4 * v13 * v15) / v14
    d23 = d20 - d21 * d22
    d24 = d21 + 0.01 * d23
    d25 = (0.01 - 0.03 * x3 * v9 * v11) / v10
    d26 = d23 - d24 * d25
    d27 = d24 + 0.01 * d26
    d28 = (0.01 - 0.03 * x2 * v5 * v7) / v6
    d29 = d26 - d27 * d28
    d30 = d27 + 0.01 * d29
    d31 = (0.01 - 0.03 * x * v1 * v3) / v2
    d32 = d19 + d20 * d22
    d33 = d20 - 0.01 * d32
    d34 = d32 + d25 * d33
    d35 = d33 - 0.01 * d34
    d36 = d34 + d28 * d35
    d37 = d35 - 0.01 * d36
    return (d29 - d30 * d31, d30), (-(d36 + d31 * d37), d37)

# Jacobian of loop in 93 operations, 164 before the passes

from math import sqrt


def loop_jacobian(x, v):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x
    v1 = v0 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v1 * sqrt(v1)
    v_2 = 0.01 * x / v2 - v
    # corpus.py:99  x = x + 0.01 * v
    x2 = x - 0.01 * v_2
    v3 = x2 * x2
    v4 = v3 + 1.0
    v5 = v4 * sqrt(v4)
    v_3 = v_2 + 0.01 * x2 / v5
    x3 = x2 - 0.01 * v_3
    v6 = x3 * x3
    v7 = v6 + 1.0
    v8 = v7 * sqrt(v7)
    v_4 = v_3 + 0.01 * x3 / v8
    x4 = x3 - 0.01 * v_4
    v9 = x4 * x4
    v10 = v9 + 1.0
    v11 = v10 * sqrt(v10)
    x5 = x4 - 0.01 * (v_4 + 0.01 * x4 / v11)
    v12 = x5 * x5
    v13 = v12 + 1.0
    v14 = (0.01 - 0.03 * v12 / v13) / (v13 * sqrt(v13))
    d15 = 1.0 - 0.01 * v14
    d16 = 0.01 + 0.01 * d15
    v17 = (0.01 - 0.03 * v9 / v10) / v11
    d18 = d15 - d16 * v17
    d19 = d16 + 0.01 * d18
    v20 = (0.01 - 0.03 * v6 / v7) / v8
    d21 = d18 - d19 * v20
    d22 = d19 + 0.01 * d21
    v23 = (0.01 - 0.03 * v3 / v4) / v5
    d24 = d21 - d22 * v23
    d25 = d22 + 0.01 * d24
    v26 = (0.01 - 0.03 * v0 / v1) / v2
    d27 = d15 * v17 + v14
    d28 = d15 - 0.01 * d27
    d29 = d27 + v20 * d28
    d30 = d28 - 0.01 * d29
    d31 = d29 + v23 * d30
    d32 = d30 - 0.01 * d31
    return (d24 - d25 * v26, d25), (-(d31 + v26 * d32), d32)

# value and cotangents of loop in 90 operations, 105 before the passes

from math import sqrt


def loop_vjp(x, v, cotangent):
    dx, dv = cotangent
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
    v_5 = v_4 - v15 * 0.01
    x5 = x4 + 0.01 * v_5
    v16 = x5 * x5 + 1.0
    v17 = sqrt(v16)
    v18 = v16 * v17
    v19 = x5 / v18
    v_6 = v_5 - v19 * 0.01
    d20 = dv + 0.01 * dx
    d21 = dx - d20 / v18 * (0.01 - 0.03 * x5 * v17 * v19)
    d22 = d20 + 0.01 * d21
    d23 = d21 - d22 / v14 * (0.01 - 0.03 * x4 * v13 * v15)
    d24 = d22 + 0.01 * d23
    d25 = d23 - d24 / v10 * (0.01 - 0.03 * x3 * v9 * v11)
    d26 = d24 + 0.01 * d25
    d27 = d25 - d26 / v6 * (0.01 - 0.03 * x2 * v5 * v7)
    d28 = d26 + 0.01 * d27
    return (x5 + 0.01 * v_6, v_6), (d27 - d28 / v2 * (0.01 - 0.03 * x * v1 * v3), d28)

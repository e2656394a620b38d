# Jacobian of loop in 108 operations, 115 before the passes

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
    v19 = 1.0 / v18
    d20 = 3.0 * x5 * (x5 / v18) * (v17 * v19) - v19
    d21 = 1.0 + 0.0001 * d20
    d22 = 0.01 + 0.01 * d21
    v23 = 1.0 / v14
    d24 = 3.0 * x4 * v15 * (v13 * v23) - v23
    d25 = d21 + 0.01 * d22 * d24
    d26 = d22 + 0.01 * d25
    v27 = 1.0 / v10
    d28 = 3.0 * x3 * v11 * (v9 * v27) - v27
    d29 = d25 + 0.01 * d26 * d28
    d30 = d26 + 0.01 * d29
    v31 = 1.0 / v6
    d32 = 3.0 * x2 * v7 * (v5 * v31) - v31
    d33 = d29 + 0.01 * d30 * d32
    d34 = d30 + 0.01 * d33
    v35 = 1.0 / v2
    d36 = 3.0 * x * v3 * (v1 * v35) - v35
    d37 = d21 * d24 + d20
    d38 = d21 + 0.0001 * d37
    d39 = d37 + d28 * d38
    d40 = d38 + 0.0001 * d39
    d41 = d39 + d32 * d40
    d42 = d40 + 0.0001 * d41
    return (d33 + 0.01 * d34 * d36, d34), (0.01 * (d41 + d36 * d42), d42)

# value and cotangents of loop in 90 operations, 130 before the passes

from math import sqrt


def loop_vjp(x, v, cotangent):
    dx, dv = cotangent
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v2 = v0 * v1
    a = x / v2
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v - a * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = sqrt(v3)
    v5 = v3 * v4
    a2 = x2 / v5
    # corpus.py:98  v = v + 0.01 * a
    v_3 = v_2 - a2 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v_3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v6 = x3 * x3 + 1.0
    v7 = sqrt(v6)
    v8 = v6 * v7
    a3 = x3 / v8
    # corpus.py:98  v = v + 0.01 * a
    v_4 = v_3 - a3 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v_4
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v9 = x4 * x4 + 1.0
    v10 = sqrt(v9)
    v11 = v9 * v10
    a4 = x4 / v11
    # corpus.py:98  v = v + 0.01 * a
    v_5 = v_4 - a4 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v_5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x5 * x5 + 1.0
    v13 = sqrt(v12)
    v14 = v12 * v13
    a5 = x5 / v14
    # corpus.py:98  v = v + 0.01 * a
    v15 = v_5 - a5 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    d16 = dv + 0.01 * dx
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d17 = dx - d16 / v14 * (0.01 - 0.03 * x5 * v13 * a5)
    # corpus.py:99  x = x + 0.01 * v
    d18 = d16 + 0.01 * d17
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d19 = d17 - d18 / v11 * (0.01 - 0.03 * x4 * v10 * a4)
    # corpus.py:99  x = x + 0.01 * v
    d20 = d18 + 0.01 * d19
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d21 = d19 - d20 / v8 * (0.01 - 0.03 * x3 * v7 * a3)
    # corpus.py:99  x = x + 0.01 * v
    d22 = d20 + 0.01 * d21
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d23 = d21 - d22 / v5 * (0.01 - 0.03 * x2 * v4 * a2)
    # corpus.py:99  x = x + 0.01 * v
    d24 = d22 + 0.01 * d23
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    return (x5 + 0.01 * v15, v15), (d23 - d24 / v2 * (0.01 - 0.03 * x * v1 * a), d24)

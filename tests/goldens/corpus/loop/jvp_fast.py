# value and tangent of loop in 89 operations, 110 before the passes

from math import sqrt


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v1 = x / v0
    v2 = 0.01 / sqrt(v0)
    v3 = v1 * v2 - v
    # corpus.py:99  x = x + 0.01 * v
    x2 = x - 0.01 * v3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v4 = x2 * x2 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v5 = x2 / v4
    v6 = 0.01 / sqrt(v4)
    v7 = v3 + v5 * v6
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 - 0.01 * v7
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v8 = x3 * x3 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v9 = x3 / v8
    v10 = 0.01 / sqrt(v8)
    v11 = v7 + v9 * v10
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 - 0.01 * v11
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x4 * x4
    v13 = v12 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v14 = 0.01 / v13 / sqrt(v13)
    v15 = v11 + x4 * v14
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 - 0.01 * v15
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v16 = x5 * x5
    v17 = v16 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v18 = 0.01 / v17 / sqrt(v17)
    v19 = v15 + x5 * v18
    dv_2 = dv + (3.0 * x * dx * v1 - dx) * v2 / v0
    # corpus.py:99  x = x + 0.01 * v
    dx2 = dx + 0.01 * dv_2
    # corpus.py:98  v = v + 0.01 * a
    dv_3 = dv_2 + (3.0 * x2 * dx2 * v5 - dx2) * v6 / v4
    # corpus.py:99  x = x + 0.01 * v
    dx3 = dx2 + 0.01 * dv_3
    # corpus.py:98  v = v + 0.01 * a
    dv_4 = dv_3 + (3.0 * x3 * dx3 * v9 - dx3) * v10 / v8
    # corpus.py:99  x = x + 0.01 * v
    dx4 = dx3 + 0.01 * dv_4
    # corpus.py:98  v = v + 0.01 * a
    dv_5 = dv_4 + (3.0 * dx4 * v12 / v13 - dx4) * v14
    # corpus.py:99  x = x + 0.01 * v
    dx5 = dx4 + 0.01 * dv_5
    # corpus.py:98  v = v + 0.01 * a
    dv_6 = dv_5 + (3.0 * dx5 * v16 / v17 - dx5) * v18
    # corpus.py:99  x = x + 0.01 * v
    return (x5 - 0.01 * v19, -v19), (dx5 + 0.01 * dv_6, dv_6)

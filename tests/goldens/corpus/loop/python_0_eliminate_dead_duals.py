# value and tangent of loop in 95 operations

from math import sqrt


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v2 = v0 * v1
    a = x / v2
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v - a * 0.01
    dv_2 = dv + 0.01 * (3.0 * x * dx * v1 * a - dx) / v2
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    dx2 = dx + 0.01 * dv_2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = sqrt(v3)
    v5 = v3 * v4
    a2 = x2 / v5
    # corpus.py:98  v = v + 0.01 * a
    v_3 = v_2 - a2 * 0.01
    dv_3 = dv_2 + 0.01 * (3.0 * x2 * dx2 * v4 * a2 - dx2) / v5
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v_3
    dx3 = dx2 + 0.01 * dv_3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v6 = x3 * x3 + 1.0
    v7 = sqrt(v6)
    v8 = v6 * v7
    a3 = x3 / v8
    # corpus.py:98  v = v + 0.01 * a
    v_4 = v_3 - a3 * 0.01
    dv_4 = dv_3 + 0.01 * (3.0 * x3 * dx3 * v7 * a3 - dx3) / v8
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v_4
    dx4 = dx3 + 0.01 * dv_4
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v9 = x4 * x4 + 1.0
    v10 = sqrt(v9)
    v11 = v9 * v10
    a4 = x4 / v11
    # corpus.py:98  v = v + 0.01 * a
    v_5 = v_4 - a4 * 0.01
    dv_5 = dv_4 + 0.01 * (3.0 * x4 * dx4 * v10 * a4 - dx4) / v11
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v_5
    dx5 = dx4 + 0.01 * dv_5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x5 * x5 + 1.0
    v13 = sqrt(v12)
    v14 = v12 * v13
    a5 = x5 / v14
    # corpus.py:98  v = v + 0.01 * a
    v_6 = v_5 - a5 * 0.01
    dv_6 = dv_5 + 0.01 * (3.0 * x5 * dx5 * v13 * a5 - dx5) / v14
    # corpus.py:99  x = x + 0.01 * v
    return (x5 + 0.01 * v_6, v_6), (dx5 + 0.01 * dv_6, dv_6)

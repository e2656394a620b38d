# value and tangent of loop in 95 operations

import numpy as np


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = np.sqrt(v0)
    v2 = v0 * v1
    v3 = x / v2
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v - v3 * 0.01
    dv_2 = dv + 0.01 * ((3.0 * x * dx * v1 * v3 - dx) / v2)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    dx2 = dx + 0.01 * dv_2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v4 = x2 * x2 + 1.0
    v5 = np.sqrt(v4)
    v6 = v4 * v5
    v7 = x2 / v6
    # corpus.py:98  v = v + 0.01 * a
    v_3 = v_2 - v7 * 0.01
    dv_3 = dv_2 + 0.01 * ((3.0 * x2 * dx2 * v5 * v7 - dx2) / v6)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v_3
    dx3 = dx2 + 0.01 * dv_3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v8 = x3 * x3 + 1.0
    v9 = np.sqrt(v8)
    v10 = v8 * v9
    v11 = x3 / v10
    # corpus.py:98  v = v + 0.01 * a
    v_4 = v_3 - v11 * 0.01
    dv_4 = dv_3 + 0.01 * ((3.0 * x3 * dx3 * v9 * v11 - dx3) / v10)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v_4
    dx4 = dx3 + 0.01 * dv_4
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x4 * x4 + 1.0
    v13 = np.sqrt(v12)
    v14 = v12 * v13
    v15 = x4 / v14
    # corpus.py:98  v = v + 0.01 * a
    v_5 = v_4 - v15 * 0.01
    dv_5 = dv_4 + 0.01 * ((3.0 * x4 * dx4 * v13 * v15 - dx4) / v14)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v_5
    dx5 = dx4 + 0.01 * dv_5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v16 = x5 * x5 + 1.0
    v17 = np.sqrt(v16)
    v18 = v16 * v17
    v19 = x5 / v18
    # corpus.py:98  v = v + 0.01 * a
    v_6 = v_5 - v19 * 0.01
    dv_6 = dv_5 + 0.01 * ((3.0 * x5 * dx5 * v17 * v19 - dx5) / v18)
    # corpus.py:99  x = x + 0.01 * v
    return (x5 + 0.01 * v_6, v_6), (dx5 + 0.01 * dv_6, dv_6)

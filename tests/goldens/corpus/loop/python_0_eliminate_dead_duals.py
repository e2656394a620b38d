# value and tangent of loop in 135 operations

from math import pow


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = pow(v0, 1.5)
    d2 = 1.5 * pow(v0, 1.5 - ((0.0 if v0 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a = -x / v1
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v + 0.01 * a
    dv_2 = dv + 0.01 * ((-dx - a * (d2 * (2.0 * x * dx))) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    dx2 = dx + 0.01 * dv_2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = pow(v3, 1.5)
    d5 = 1.5 * pow(v3, 1.5 - ((0.0 if v3 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a2 = -x2 / v4
    # corpus.py:98  v = v + 0.01 * a
    v_3 = v_2 + 0.01 * a2
    dv_3 = dv_2 + 0.01 * ((-dx2 - a2 * (d5 * (2.0 * x2 * dx2))) / v4)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v_3
    dx3 = dx2 + 0.01 * dv_3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v6 = x3 * x3 + 1.0
    v7 = pow(v6, 1.5)
    d8 = 1.5 * pow(v6, 1.5 - ((0.0 if v6 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a3 = -x3 / v7
    # corpus.py:98  v = v + 0.01 * a
    v_4 = v_3 + 0.01 * a3
    dv_4 = dv_3 + 0.01 * ((-dx3 - a3 * (d8 * (2.0 * x3 * dx3))) / v7)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v_4
    dx4 = dx3 + 0.01 * dv_4
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v9 = x4 * x4 + 1.0
    v10 = pow(v9, 1.5)
    d11 = 1.5 * pow(v9, 1.5 - ((0.0 if v9 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a4 = -x4 / v10
    # corpus.py:98  v = v + 0.01 * a
    v_5 = v_4 + 0.01 * a4
    dv_5 = dv_4 + 0.01 * ((-dx4 - a4 * (d11 * (2.0 * x4 * dx4))) / v10)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v_5
    dx5 = dx4 + 0.01 * dv_5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x5 * x5 + 1.0
    v13 = pow(v12, 1.5)
    d14 = 1.5 * pow(v12, 1.5 - ((0.0 if v12 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a5 = -x5 / v13
    # corpus.py:98  v = v + 0.01 * a
    v_6 = v_5 + 0.01 * a5
    dv_6 = dv_5 + 0.01 * ((-dx5 - a5 * (d14 * (2.0 * x5 * dx5))) / v13)
    # corpus.py:99  x = x + 0.01 * v
    return (x5 + 0.01 * v_6, v_6), (dx5 + 0.01 * dv_6, dv_6)

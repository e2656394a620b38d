# value and tangent of loop in 110 operations

from math import pow


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = pow(v0, 1.5)
    a = -x / v1
    # corpus.py:98  v = v + 0.01 * a
    v_2 = v + 0.01 * a
    dv_2 = dv + 0.01 * ((-dx - a * (1.5 * pow(v0, 0.5) * (2.0 * x * dx))) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v_2
    dx2 = dx + 0.01 * dv_2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v2 = x2 * x2 + 1.0
    v3 = pow(v2, 1.5)
    a2 = -x2 / v3
    # corpus.py:98  v = v + 0.01 * a
    v_3 = v_2 + 0.01 * a2
    dv_3 = dv_2 + 0.01 * ((-dx2 - a2 * (1.5 * pow(v2, 0.5) * (2.0 * x2 * dx2))) / v3)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v_3
    dx3 = dx2 + 0.01 * dv_3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v4 = x3 * x3 + 1.0
    v5 = pow(v4, 1.5)
    a3 = -x3 / v5
    # corpus.py:98  v = v + 0.01 * a
    v_4 = v_3 + 0.01 * a3
    dv_4 = dv_3 + 0.01 * ((-dx3 - a3 * (1.5 * pow(v4, 0.5) * (2.0 * x3 * dx3))) / v5)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v_4
    dx4 = dx3 + 0.01 * dv_4
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v6 = x4 * x4 + 1.0
    v7 = pow(v6, 1.5)
    a4 = -x4 / v7
    # corpus.py:98  v = v + 0.01 * a
    v_5 = v_4 + 0.01 * a4
    dv_5 = dv_4 + 0.01 * ((-dx4 - a4 * (1.5 * pow(v6, 0.5) * (2.0 * x4 * dx4))) / v7)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v_5
    dx5 = dx4 + 0.01 * dv_5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v8 = x5 * x5 + 1.0
    v9 = pow(v8, 1.5)
    a5 = -x5 / v9
    # corpus.py:98  v = v + 0.01 * a
    v_6 = v_5 + 0.01 * a5
    dv_6 = dv_5 + 0.01 * ((-dx5 - a5 * (1.5 * pow(v8, 0.5) * (2.0 * x5 * dx5))) / v9)
    # corpus.py:99  x = x + 0.01 * v
    return (x5 + 0.01 * v_6, v_6), (dx5 + 0.01 * dv_6, dv_6)

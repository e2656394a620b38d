# value and tangent of loop in 105 operations

from math import sqrt


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = v0 * sqrt(v0)
    a = x / v1
    # corpus.py:98  v = v + 0.01 * a
    v2 = v - a * 0.01
    dv2 = dv + 0.01 * ((1.5 * sqrt(v0) * (2.0 * x * dx) * a - dx) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    dx2 = dx + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = v3 * sqrt(v3)
    a2 = x2 / v4
    # corpus.py:98  v = v + 0.01 * a
    v5 = v2 - a2 * 0.01
    dv5 = dv2 + 0.01 * ((1.5 * sqrt(v3) * (2.0 * x2 * dx2) * a2 - dx2) / v4)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v5
    dx3 = dx2 + 0.01 * dv5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v6 = x3 * x3 + 1.0
    v7 = v6 * sqrt(v6)
    a3 = x3 / v7
    # corpus.py:98  v = v + 0.01 * a
    v8 = v5 - a3 * 0.01
    dv8 = dv5 + 0.01 * ((1.5 * sqrt(v6) * (2.0 * x3 * dx3) * a3 - dx3) / v7)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v8
    dx4 = dx3 + 0.01 * dv8
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v9 = x4 * x4 + 1.0
    v10 = v9 * sqrt(v9)
    a4 = x4 / v10
    # corpus.py:98  v = v + 0.01 * a
    v11 = v8 - a4 * 0.01
    dv11 = dv8 + 0.01 * ((1.5 * sqrt(v9) * (2.0 * x4 * dx4) * a4 - dx4) / v10)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v11
    dx5 = dx4 + 0.01 * dv11
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x5 * x5 + 1.0
    v13 = v12 * sqrt(v12)
    a5 = x5 / v13
    # corpus.py:98  v = v + 0.01 * a
    v14 = v11 - a5 * 0.01
    dv14 = dv11 + 0.01 * ((1.5 * sqrt(v12) * (2.0 * x5 * dx5) * a5 - dx5) / v13)
    return (x5 + 0.01 * v14, v14), (dx5 + 0.01 * dv14, dv14)

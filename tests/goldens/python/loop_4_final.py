# value and tangent of loop in 100 operations

from math import sqrt


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v2 = v0 * v1
    a = x / v2
    # corpus.py:98  v = v + 0.01 * a
    v3 = v - a * 0.01
    dv3 = dv + 0.01 * ((1.5 * v1 * (2.0 * x * dx) * a - dx) / v2)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v3
    dx2 = dx + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v4 = x2 * x2 + 1.0
    v5 = sqrt(v4)
    v6 = v4 * v5
    a2 = x2 / v6
    # corpus.py:98  v = v + 0.01 * a
    v7 = v3 - a2 * 0.01
    dv7 = dv3 + 0.01 * ((1.5 * v5 * (2.0 * x2 * dx2) * a2 - dx2) / v6)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v7
    dx3 = dx2 + 0.01 * dv7
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v8 = x3 * x3 + 1.0
    v9 = sqrt(v8)
    v10 = v8 * v9
    a3 = x3 / v10
    # corpus.py:98  v = v + 0.01 * a
    v11 = v7 - a3 * 0.01
    dv11 = dv7 + 0.01 * ((1.5 * v9 * (2.0 * x3 * dx3) * a3 - dx3) / v10)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v11
    dx4 = dx3 + 0.01 * dv11
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x4 * x4 + 1.0
    v13 = sqrt(v12)
    v14 = v12 * v13
    a4 = x4 / v14
    # corpus.py:98  v = v + 0.01 * a
    v15 = v11 - a4 * 0.01
    dv15 = dv11 + 0.01 * ((1.5 * v13 * (2.0 * x4 * dx4) * a4 - dx4) / v14)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v15
    dx5 = dx4 + 0.01 * dv15
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v16 = x5 * x5 + 1.0
    v17 = sqrt(v16)
    v18 = v16 * v17
    a5 = x5 / v18
    # corpus.py:98  v = v + 0.01 * a
    v19 = v15 - a5 * 0.01
    dv19 = dv15 + 0.01 * ((1.5 * v17 * (2.0 * x5 * dx5) * a5 - dx5) / v18)
    return (x5 + 0.01 * v19, v19), (dx5 + 0.01 * dv19, dv19)

# value and tangent of loop in 135 operations

from math import pow


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = pow(v0, 1.5)
    v2 = 1.5 * pow(v0, 1.5 - ((0.0 if v0 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a = -x / v1
    # corpus.py:98  v = v + 0.01 * a
    v3 = v + 0.01 * a
    dv3 = dv + 0.01 * ((-dx - a * (v2 * (2.0 * x * dx))) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v3
    dx2 = dx + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v4 = x2 * x2 + 1.0
    v5 = pow(v4, 1.5)
    v6 = 1.5 * pow(v4, 1.5 - ((0.0 if v4 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a2 = -x2 / v5
    # corpus.py:98  v = v + 0.01 * a
    v7 = v3 + 0.01 * a2
    dv7 = dv3 + 0.01 * ((-dx2 - a2 * (v6 * (2.0 * x2 * dx2))) / v5)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v7
    dx3 = dx2 + 0.01 * dv7
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v8 = x3 * x3 + 1.0
    v9 = pow(v8, 1.5)
    v10 = 1.5 * pow(v8, 1.5 - ((0.0 if v8 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a3 = -x3 / v9
    # corpus.py:98  v = v + 0.01 * a
    v11 = v7 + 0.01 * a3
    dv11 = dv7 + 0.01 * ((-dx3 - a3 * (v10 * (2.0 * x3 * dx3))) / v9)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v11
    dx4 = dx3 + 0.01 * dv11
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x4 * x4 + 1.0
    v13 = pow(v12, 1.5)
    v14 = 1.5 * pow(v12, 1.5 - ((0.0 if v12 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a4 = -x4 / v13
    # corpus.py:98  v = v + 0.01 * a
    v15 = v11 + 0.01 * a4
    dv15 = dv11 + 0.01 * ((-dx4 - a4 * (v14 * (2.0 * x4 * dx4))) / v13)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v15
    dx5 = dx4 + 0.01 * dv15
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v16 = x5 * x5 + 1.0
    v17 = pow(v16, 1.5)
    v18 = 1.5 * pow(v16, 1.5 - ((0.0 if v16 == 0.0 else 1.0) if 1.5 == 0.0 else 1.0))
    a5 = -x5 / v17
    # corpus.py:98  v = v + 0.01 * a
    v19 = v15 + 0.01 * a5
    dv19 = dv15 + 0.01 * ((-dx5 - a5 * (v18 * (2.0 * x5 * dx5))) / v17)
    # corpus.py:99  x = x + 0.01 * v
    return (x5 + 0.01 * v19, v19), (dx5 + 0.01 * dv19, dv19)

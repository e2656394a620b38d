# value and tangent of loop in 125 operations
def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = v0**1.5
    a = -x / v1
    d2 = -dx - a * (1.5 * v0 ** (1.0 if 1.5 == 0.0 else 1.5 - 1.0) * (2.0 * x * dx))
    # corpus.py:98  v = v + 0.01 * a
    v2 = v + 0.01 * a
    dv2 = dv + 0.01 * (d2 / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    dx2 = dx + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = v3**1.5
    a2 = -x2 / v4
    d5 = a2 * (1.5 * v3 ** (1.0 if 1.5 == 0.0 else 1.5 - 1.0) * (2.0 * x2 * dx2))
    # corpus.py:98  v = v + 0.01 * a
    v5 = v2 + 0.01 * a2
    dv5 = dv2 + 0.01 * ((-dx2 - d5) / v4)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v5
    dx3 = dx2 + 0.01 * dv5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v6 = x3 * x3 + 1.0
    v7 = v6**1.5
    a3 = -x3 / v7
    d8 = a3 * (1.5 * v6 ** (1.0 if 1.5 == 0.0 else 1.5 - 1.0) * (2.0 * x3 * dx3))
    # corpus.py:98  v = v + 0.01 * a
    v8 = v5 + 0.01 * a3
    dv8 = dv5 + 0.01 * ((-dx3 - d8) / v7)
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v8
    dx4 = dx3 + 0.01 * dv8
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v9 = x4 * x4 + 1.0
    v10 = v9**1.5
    a4 = -x4 / v10
    d11 = a4 * (1.5 * v9 ** (1.0 if 1.5 == 0.0 else 1.5 - 1.0) * (2.0 * x4 * dx4))
    # corpus.py:98  v = v + 0.01 * a
    v11 = v8 + 0.01 * a4
    dv11 = dv8 + 0.01 * ((-dx4 - d11) / v10)
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v11
    dx5 = dx4 + 0.01 * dv11
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v12 = x5 * x5 + 1.0
    v13 = v12**1.5
    a5 = -x5 / v13
    d14 = a5 * (1.5 * v12 ** (1.0 if 1.5 == 0.0 else 1.5 - 1.0) * (2.0 * x5 * dx5))
    # corpus.py:98  v = v + 0.01 * a
    v14 = v11 + 0.01 * a5
    dv14 = dv11 + 0.01 * ((-dx5 - d14) / v13)
    # corpus.py:99  x = x + 0.01 * v
    return (x5 + 0.01 * v14, v14), (dx5 + 0.01 * dv14, dv14)

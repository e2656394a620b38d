# value and tangent of loop in 89 operations, 135 before the passes

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
    v3 = v3 + v5 * v6
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 - 0.01 * v3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v7 = x3 * x3 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v8 = x3 / v7
    v9 = 0.01 / sqrt(v7)
    v3 = v3 + v8 * v9
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 - 0.01 * v3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v10 = x4 * x4
    v11 = v10 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v12 = 0.01 / v11 / sqrt(v11)
    v3 = v3 + x4 * v12
    # corpus.py:99  x = x + 0.01 * v
    x4 = x4 - 0.01 * v3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v13 = x4 * x4
    v14 = v13 + 1.0
    # corpus.py:98  v = v + 0.01 * a
    v15 = 0.01 / v14 / sqrt(v14)
    v16 = v3 + x4 * v15
    dv3 = dv + (3.0 * x * dx * v1 - dx) * v2 / v0
    # corpus.py:99  x = x + 0.01 * v
    dx2 = dx + 0.01 * dv3
    # corpus.py:98  v = v + 0.01 * a
    dv3 = dv3 + (3.0 * x2 * dx2 * v5 - dx2) * v6 / v4
    # corpus.py:99  x = x + 0.01 * v
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:98  v = v + 0.01 * a
    dv3 = dv3 + (3.0 * x3 * dx3 * v8 - dx3) * v9 / v7
    # corpus.py:99  x = x + 0.01 * v
    dx2 = dx3 + 0.01 * dv3
    # corpus.py:98  v = v + 0.01 * a
    dv3 = dv3 + (3.0 * dx2 * v10 / v11 - dx2) * v12
    # corpus.py:99  x = x + 0.01 * v
    dx4 = dx2 + 0.01 * dv3
    # corpus.py:98  v = v + 0.01 * a
    dv3 = dv3 + (3.0 * dx4 * v13 / v14 - dx4) * v15
    # corpus.py:99  x = x + 0.01 * v
    return (x4 - 0.01 * v16, -v16), (dx4 + 0.01 * dv3, dv3)

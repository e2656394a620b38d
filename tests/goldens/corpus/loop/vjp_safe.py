# value and cotangents of loop in 90 operations, 130 before the passes

from math import sqrt


def loop_vjp(x, v, cotangent):
    dx, dv = cotangent
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v0 = v0 * v1
    a = x / v0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v - a * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = sqrt(v3)
    v3 = v3 * v4
    a2 = x2 / v3
    # corpus.py:98  v = v + 0.01 * a
    v2 = v2 - a2 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v5 = x3 * x3 + 1.0
    v6 = sqrt(v5)
    v5 = v5 * v6
    a3 = x3 / v5
    # corpus.py:98  v = v + 0.01 * a
    v2 = v2 - a3 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v7 = x4 * x4 + 1.0
    v8 = sqrt(v7)
    v7 = v7 * v8
    a4 = x4 / v7
    # corpus.py:98  v = v + 0.01 * a
    v2 = v2 - a4 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v9 = x5 * x5 + 1.0
    v10 = sqrt(v9)
    v9 = v9 * v10
    a5 = x5 / v9
    # corpus.py:98  v = v + 0.01 * a
    v11 = v2 - a5 * 0.01
    # corpus.py:99  x = x + 0.01 * v
    d12 = dv + 0.01 * dx
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d9 = dx - d12 / v9 * (0.01 - 0.03 * x5 * v10 * a5)
    # corpus.py:99  x = x + 0.01 * v
    d10 = d12 + 0.01 * d9
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d7 = d9 - d10 / v7 * (0.01 - 0.03 * x4 * v8 * a4)
    # corpus.py:99  x = x + 0.01 * v
    d8 = d10 + 0.01 * d7
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d5 = d7 - d8 / v5 * (0.01 - 0.03 * x3 * v6 * a3)
    # corpus.py:99  x = x + 0.01 * v
    d6 = d8 + 0.01 * d5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    d3 = d5 - d6 / v3 * (0.01 - 0.03 * x2 * v4 * a2)
    # corpus.py:99  x = x + 0.01 * v
    d4 = d6 + 0.01 * d3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    return (x5 + 0.01 * v11, v11), (d3 - d4 / v0 * (0.01 - 0.03 * x * v1 * a), d4)

# Jacobian of loop in 99 operations, 164 before the passes

from math import sqrt


def loop_jacobian(x, v):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = sqrt(v0)
    v0 = v0 * v1
    a = x / v0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v - a * 0.01
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    v3 = x2 * x2 + 1.0
    v4 = sqrt(v3)
    v3 = v3 * v4
    a2 = x2 / v3
    v2 = v2 - a2 * 0.01
    x3 = x2 + 0.01 * v2
    v5 = x3 * x3 + 1.0
    v6 = sqrt(v5)
    v5 = v5 * v6
    a3 = x3 / v5
    v2 = v2 - a3 * 0.01
    x4 = x3 + 0.01 * v2
    v7 = x4 * x4 + 1.0
    v8 = sqrt(v7)
    v7 = v7 * v8
    a4 = x4 / v7
    x5 = x4 + 0.01 * (v2 - a4 * 0.01)
    v9 = x5 * x5 + 1.0
    v10 = sqrt(v9)
    v9 = v9 * v10
    v9 = (0.01 - 0.03 * x5 * v10 * (x5 / v9)) / v9
    d10 = 1.0 - 0.01 * v9
    d11 = 0.01 + 0.01 * d10
    v7 = (0.01 - 0.03 * x4 * v8 * a4) / v7
    d8 = d10 - d11 * v7
    d11 = d11 + 0.01 * d8
    v5 = (0.01 - 0.03 * x3 * v6 * a3) / v5
    d6 = d8 - d11 * v5
    d8 = d11 + 0.01 * d6
    v3 = (0.01 - 0.03 * x2 * v4 * a2) / v3
    d4 = d6 - d8 * v3
    d6 = d8 + 0.01 * d4
    v0 = (0.01 - 0.03 * x * v1 * a) / v0
    d1 = v9 + d10 * v7
    d7 = d10 - 0.01 * d1
    d1 = d1 + v5 * d7
    d5 = d7 - 0.01 * d1
    d1 = d1 + v3 * d5
    d3 = d5 - 0.01 * d1
    return (d4 - d6 * v0, d6), (-(d1 + v0 * d3), d3)

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
    v0 = x2 * x2 + 1.0
    v1 = v0 * sqrt(v0)
    a = x2 / v1
    # corpus.py:98  v = v + 0.01 * a
    v3 = v2 - a * 0.01
    dv3 = dv2 + 0.01 * ((1.5 * sqrt(v0) * (2.0 * x2 * dx2) * a - dx2) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v3
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x3 * x3 + 1.0
    v1 = v0 * sqrt(v0)
    a = x3 / v1
    # corpus.py:98  v = v + 0.01 * a
    v2 = v3 - a * 0.01
    dv2 = dv3 + 0.01 * ((1.5 * sqrt(v0) * (2.0 * x3 * dx3) * a - dx3) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x3 + 0.01 * v2
    dx2 = dx3 + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x2 * x2 + 1.0
    v1 = v0 * sqrt(v0)
    a = x2 / v1
    # corpus.py:98  v = v + 0.01 * a
    v3 = v2 - a * 0.01
    dv3 = dv2 + 0.01 * ((1.5 * sqrt(v0) * (2.0 * x2 * dx2) * a - dx2) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v3
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x3 * x3 + 1.0
    v1 = v0 * sqrt(v0)
    a = x3 / v1
    # corpus.py:98  v = v + 0.01 * a
    v2 = v3 - a * 0.01
    dv2 = dv3 + 0.01 * ((1.5 * sqrt(v0) * (2.0 * x3 * dx3) * a - dx3) / v1)
    # corpus.py:99  x = x + 0.01 * v
    return (x3 + 0.01 * v2, v2), (dx3 + 0.01 * dv2, dv2)

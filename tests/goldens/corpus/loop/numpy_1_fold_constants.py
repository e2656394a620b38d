# value and tangent of loop in 110 operations

import numpy as np


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = np.power(v0, 1.5)
    a = -x / v1
    # corpus.py:98  v = v + 0.01 * a
    v2 = v + 0.01 * a
    dv2 = dv + 0.01 * ((-dx - a * (1.5 * np.power(v0, 0.5) * (2.0 * x * dx))) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    dx2 = dx + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x2 * x2 + 1.0
    v1 = np.power(v0, 1.5)
    a = -x2 / v1
    # corpus.py:98  v = v + 0.01 * a
    v3 = v2 + 0.01 * a
    d0 = 0.01 * ((-dx2 - a * (1.5 * np.power(v0, 0.5) * (2.0 * x2 * dx2))) / v1)
    dv3 = dv2 + d0
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v3
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x3 * x3 + 1.0
    v1 = np.power(v0, 1.5)
    a = -x3 / v1
    # corpus.py:98  v = v + 0.01 * a
    v2 = v3 + 0.01 * a
    d0 = 0.01 * ((-dx3 - a * (1.5 * np.power(v0, 0.5) * (2.0 * x3 * dx3))) / v1)
    dv2 = dv3 + d0
    # corpus.py:99  x = x + 0.01 * v
    x2 = x3 + 0.01 * v2
    dx2 = dx3 + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x2 * x2 + 1.0
    v1 = np.power(v0, 1.5)
    a = -x2 / v1
    # corpus.py:98  v = v + 0.01 * a
    v3 = v2 + 0.01 * a
    d0 = 0.01 * ((-dx2 - a * (1.5 * np.power(v0, 0.5) * (2.0 * x2 * dx2))) / v1)
    dv3 = dv2 + d0
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v3
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x3 * x3 + 1.0
    v1 = np.power(v0, 1.5)
    a = -x3 / v1
    # corpus.py:98  v = v + 0.01 * a
    v2 = v3 + 0.01 * a
    d0 = 0.01 * ((-dx3 - a * (1.5 * np.power(v0, 0.5) * (2.0 * x3 * dx3))) / v1)
    dv2 = dv3 + d0
    # corpus.py:99  x = x + 0.01 * v
    return (x3 + 0.01 * v2, v2), (dx3 + 0.01 * dv2, dv2)

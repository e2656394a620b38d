# value and tangent of loop in 95 operations

import numpy as np


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = np.sqrt(v0)
    v0 = v0 * v1
    a = x / v0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v - a * 0.01
    dv2 = dv + 0.01 * (3.0 * x * dx * v1 * a - dx) / v0
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    dx2 = dx + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x2 * x2 + 1.0
    v1 = np.sqrt(v0)
    v0 = v0 * v1
    a = x2 / v0
    # corpus.py:98  v = v + 0.01 * a
    v3 = v2 - a * 0.01
    dv3 = dv2 + 0.01 * (3.0 * x2 * dx2 * v1 * a - dx2) / v0
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v3
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x3 * x3 + 1.0
    v1 = np.sqrt(v0)
    v0 = v0 * v1
    a = x3 / v0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v3 - a * 0.01
    dv2 = dv3 + 0.01 * (3.0 * x3 * dx3 * v1 * a - dx3) / v0
    # corpus.py:99  x = x + 0.01 * v
    x2 = x3 + 0.01 * v2
    dx2 = dx3 + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x2 * x2 + 1.0
    v1 = np.sqrt(v0)
    v0 = v0 * v1
    a = x2 / v0
    # corpus.py:98  v = v + 0.01 * a
    v3 = v2 - a * 0.01
    dv3 = dv2 + 0.01 * (3.0 * x2 * dx2 * v1 * a - dx2) / v0
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v3
    dx3 = dx2 + 0.01 * dv3
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x3 * x3 + 1.0
    v1 = np.sqrt(v0)
    v0 = v0 * v1
    a = x3 / v0
    # corpus.py:98  v = v + 0.01 * a
    v2 = v3 - a * 0.01
    dv2 = dv3 + 0.01 * (3.0 * x3 * dx3 * v1 * a - dx3) / v0
    # corpus.py:99  x = x + 0.01 * v
    return (x3 + 0.01 * v2, v2), (dx3 + 0.01 * dv2, dv2)

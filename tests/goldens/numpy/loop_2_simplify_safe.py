# loop: value and tangent in 110 operations

import numpy as np


def loop(x, v, dx, dv):
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v0 = x * x + 1.0
    v1 = v0 * np.sqrt(v0)
    # corpus.py:98  v = v + 0.01 * a
    v2 = v - x / v1 * 0.01
    dv2 = dv + 0.01 * ((x * (1.5 * np.sqrt(v0) * (2.0 * x * dx)) / v1 - dx) / v1)
    # corpus.py:99  x = x + 0.01 * v
    x2 = x + 0.01 * v2
    dx2 = dx + 0.01 * dv2
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v3 = x2 * x2 + 1.0
    v4 = v3 * np.sqrt(v3)
    # corpus.py:98  v = v + 0.01 * a
    v5 = v2 - x2 / v4 * 0.01
    d6 = 0.01 * ((x2 * (1.5 * np.sqrt(v3) * (2.0 * x2 * dx2)) / v4 - dx2) / v4)
    dv5 = dv2 + d6
    # corpus.py:99  x = x + 0.01 * v
    x3 = x2 + 0.01 * v5
    dx3 = dx2 + 0.01 * dv5
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v7 = x3 * x3 + 1.0
    v8 = v7 * np.sqrt(v7)
    # corpus.py:98  v = v + 0.01 * a
    v6 = v5 - x3 / v8 * 0.01
    d9 = 0.01 * ((x3 * (1.5 * np.sqrt(v7) * (2.0 * x3 * dx3)) / v8 - dx3) / v8)
    dv6 = dv5 + d9
    # corpus.py:99  x = x + 0.01 * v
    x4 = x3 + 0.01 * v6
    dx4 = dx3 + 0.01 * dv6
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v10 = x4 * x4 + 1.0
    v11 = v10 * np.sqrt(v10)
    # corpus.py:98  v = v + 0.01 * a
    v9 = v6 - x4 / v11 * 0.01
    d12 = 0.01 * ((x4 * (1.5 * np.sqrt(v10) * (2.0 * x4 * dx4)) / v11 - dx4) / v11)
    dv9 = dv6 + d12
    # corpus.py:99  x = x + 0.01 * v
    x5 = x4 + 0.01 * v9
    dx5 = dx4 + 0.01 * dv9
    # corpus.py:97  a = -x / (x * x + 1) ** 1.5
    v13 = x5 * x5 + 1.0
    v14 = v13 * np.sqrt(v13)
    # corpus.py:98  v = v + 0.01 * a
    v12 = v9 - x5 / v14 * 0.01
    d15 = 0.01 * ((x5 * (1.5 * np.sqrt(v13) * (2.0 * x5 * dx5)) / v14 - dx5) / v14)
    dv12 = dv9 + d15
    return (x5 + 0.01 * v12, v12), (dx5 + 0.01 * dv12, dv12)

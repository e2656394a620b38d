# value and tangent of loop in 135 operations

import numpy as np


def loop(x, v, dx, dv):
    with np.errstate(all="ignore"):
        # corpus.py:97  a = -x / (x * x + 1) ** 1.5
        v0 = x * x + 1.0
        v1 = np.power(v0, 1.5)
        v2 = 1.5 - np.where(1.5 == 0.0, np.where(v0 == 0.0, 0.0, 1.0), 1.0)
        a = -x / v1
        # corpus.py:98  v = v + 0.01 * a
        v_2 = v + 0.01 * a
        d3 = 0.01 * ((-dx - a * (1.5 * np.power(v0, v2) * (2.0 * x * dx))) / v1)
        dv_2 = dv + d3
        # corpus.py:99  x = x + 0.01 * v
        x2 = x + 0.01 * v_2
        dx2 = dx + 0.01 * dv_2
        # corpus.py:97  a = -x / (x * x + 1) ** 1.5
        v4 = x2 * x2 + 1.0
        v5 = np.power(v4, 1.5)
        v6 = 1.5 - np.where(1.5 == 0.0, np.where(v4 == 0.0, 0.0, 1.0), 1.0)
        a2 = -x2 / v5
        # corpus.py:98  v = v + 0.01 * a
        v_3 = v_2 + 0.01 * a2
        d7 = 0.01 * ((-dx2 - a2 * (1.5 * np.power(v4, v6) * (2.0 * x2 * dx2))) / v5)
        dv_3 = dv_2 + d7
        # corpus.py:99  x = x + 0.01 * v
        x3 = x2 + 0.01 * v_3
        dx3 = dx2 + 0.01 * dv_3
        # corpus.py:97  a = -x / (x * x + 1) ** 1.5
        v8 = x3 * x3 + 1.0
        v9 = np.power(v8, 1.5)
        v10 = 1.5 - np.where(1.5 == 0.0, np.where(v8 == 0.0, 0.0, 1.0), 1.0)
        a3 = -x3 / v9
        # corpus.py:98  v = v + 0.01 * a
        v_4 = v_3 + 0.01 * a3
        d11 = 0.01 * ((-dx3 - a3 * (1.5 * np.power(v8, v10) * (2.0 * x3 * dx3))) / v9)
        dv_4 = dv_3 + d11
        # corpus.py:99  x = x + 0.01 * v
        x4 = x3 + 0.01 * v_4
        dx4 = dx3 + 0.01 * dv_4
        # corpus.py:97  a = -x / (x * x + 1) ** 1.5
        v12 = x4 * x4 + 1.0
        v13 = np.power(v12, 1.5)
        v14 = 1.5 - np.where(1.5 == 0.0, np.where(v12 == 0.0, 0.0, 1.0), 1.0)
        a4 = -x4 / v13
        da4 = (-dx4 - a4 * (1.5 * np.power(v12, v14) * (2.0 * x4 * dx4))) / v13
        # corpus.py:98  v = v + 0.01 * a
        v_5 = v_4 + 0.01 * a4
        dv_5 = dv_4 + 0.01 * da4
        # corpus.py:99  x = x + 0.01 * v
        x5 = x4 + 0.01 * v_5
        dx5 = dx4 + 0.01 * dv_5
        # corpus.py:97  a = -x / (x * x + 1) ** 1.5
        v15 = x5 * x5 + 1.0
        v16 = np.power(v15, 1.5)
        v17 = 1.5 - np.where(1.5 == 0.0, np.where(v15 == 0.0, 0.0, 1.0), 1.0)
        a5 = -x5 / v16
        da5 = (-dx5 - a5 * (1.5 * np.power(v15, v17) * (2.0 * x5 * dx5))) / v16
        # corpus.py:98  v = v + 0.01 * a
        v_6 = v_5 + 0.01 * a5
        dv_6 = dv_5 + 0.01 * da5
        # corpus.py:99  x = x + 0.01 * v
        return (x5 + 0.01 * v_6, v_6), (dx5 + 0.01 * dv_6, dv_6)

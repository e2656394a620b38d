# value and tangent of smooth in 110 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = x == y
        v1 = x - y
        v2 = np.exp(-np.abs(v1))
        v3 = 1.0 + v2
        v4 = np.where(x < -400.0, -400.0, x)
        v5 = 1.0 / np.cosh(np.where(v4 > 400.0, 400.0, v4))
        v6 = np.exp(-np.abs(y))
        v7 = 1.0 + v6
        v8 = np.where(y >= 0.0, 1.0, v6) / v7
        v9 = np.tanh(x) * v8
        v10 = x * y
        v11 = np.exp(-np.abs(v10))
        v12 = np.where(v10 > 0.0, v10, 0.0) + np.log1p(v11)
        v13 = np.round(x)
        v14 = v13 % 2.0 == 0.0
        v15 = x - v13
        v16 = np.sin(pi * v15)
        v17 = pi * x
        v18 = np.where(x == 0.0, 1.0, np.where(v14, v16, -v16) / v17)
        v19 = np.abs(v15)
        v20 = np.where(v19 <= 0.25, np.cos(pi * v19), np.sin(pi * (0.5 - v19)))
        v21 = v17 * v17
        v22 = v21 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v21)
        v23 = v21 * (2.505210838544172e-07 - v21 * (1.9270852604185937e-09 - v22))
        v24 = v21 * (0.0011904761904761906 - v21 * (2.2045855379188714e-05 - v23))
        v25 = 0.3333333333333333 - v21 * (0.03333333333333333 - v24)
        d26 = (np.where(v14, v20, -v20) - v18) * (dx / x)
        v27 = np.where(v0, 0.5, np.where(v1 >= 0.0, 1.0, v2) / v3) + v8 * (v5 * v5)
        v28 = np.where(v0, 0.5, np.where(-v1 >= 0.0, 1.0, v2) / v3)
        d12 = (y * dx + x * dy) * (np.where(v10 >= 0.0, 1.0, v11) / (1.0 + v11))
        d29 = dx * v27 + dy * (v28 + v9 * (np.where(-y >= 0.0, 1.0, v6) / v7)) + d12
        d30 = d29 + np.where(np.abs(x) < 0.25, -pi * dx * v17 * v25, d26)
        return np.logaddexp(x, y) + v9 + v12 + v18, d30

# value and tangent of smooth in 115 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = x == y
        v1 = x - y
        v2 = np.exp(-np.abs(v1))
        v3 = -v1
        v4 = np.exp(-np.abs(v3))
        v5 = np.tanh(x)
        v6 = np.where(x < -400.0, -400.0, x)
        v7 = 1.0 / np.cosh(np.where(v6 > 400.0, 400.0, v6))
        v8 = np.exp(-np.abs(y))
        v9 = 1.0 + v8
        v10 = np.where(y >= 0.0, 1.0, v8) / v9
        v11 = x * y
        v12 = np.exp(-np.abs(v11))
        v13 = np.where(v11 > 0.0, v11, 0.0) + np.log1p(v12)
        v14 = np.round(x)
        v15 = v14 % 2.0 == 0.0
        v16 = x - v14
        v17 = np.sin(pi * v16)
        v18 = pi * x
        v19 = np.where(x == 0.0, 1.0, np.where(v15, v17, -v17) / v18)
        v20 = np.abs(v16)
        v21 = np.where(v20 <= 0.25, np.cos(pi * v20), np.sin(pi * (0.5 - v20)))
        v22 = v18 * v18
        v23 = v22 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v22)
        v24 = v22 * (2.505210838544172e-07 - v22 * (1.9270852604185937e-09 - v23))
        v25 = v22 * (0.0011904761904761906 - v22 * (2.2045855379188714e-05 - v24))
        v26 = 0.3333333333333333 - v22 * (0.03333333333333333 - v25)
        d27 = (np.where(v15, v21, -v21) - v19) * (dx / x)
        v28 = np.where(v0, 0.5, np.where(v1 >= 0.0, 1.0, v2) / (1.0 + v2))
        v29 = np.where(v0, 0.5, np.where(v3 >= 0.0, 1.0, v4) / (1.0 + v4))
        d30 = dy * (v29 + v5 * v10 * (np.where(-y >= 0.0, 1.0, v8) / v9))
        d13 = (y * dx + x * dy) * (np.where(v11 >= 0.0, 1.0, v12) / (1.0 + v12))
        d19 = np.where(np.abs(x) < 0.25, -pi * dx * v18 * v26, d27)
        d31 = dx * (v28 + v10 * (v7 * v7)) + d30 + d13 + d19
        return np.logaddexp(x, y) + v5 * v10 + v13 + v19, d31

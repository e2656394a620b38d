# value and tangent of smooth in 115 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = np.tanh(x)
        v1 = np.where(-400.0 > x, -400.0, x)
        v2 = np.exp(-np.abs(y))
        v3 = 1.0 + v2
        v4 = np.where(y >= 0.0, 1.0, v2) / v3
        v5 = x * y
        v6 = np.exp(-np.abs(v5))
        v7 = np.round(x)
        v8 = v7 % 2.0 == 0.0
        v9 = x - v7
        v10 = pi * x
        v11 = np.sin(pi * v9)
        v12 = np.where(x == 0.0, 1.0, np.where(v8, v11, -v11) / v10)
        v13 = np.abs(v9)
        v14 = v10 * v10
        d15 = v14 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v14)
        d16 = v14 * (2.505210838544172e-07 - v14 * (1.9270852604185937e-09 - d15))
        d17 = v14 * (0.0011904761904761906 - v14 * (2.2045855379188714e-05 - d16))
        d18 = 0.3333333333333333 - v14 * (0.03333333333333333 - d17)
        v19 = x == y
        v20 = x - y
        v21 = np.exp(-np.abs(v20))
        v22 = -v20
        v23 = np.exp(-np.abs(v22))
        v24 = np.where(v13 <= 0.25, np.cos(pi * v13), np.sin(pi * (0.5 - v13)))
        d25 = (np.where(v8, v24, -v24) - v12) * (dx / x)
        v26 = 1.0 / np.cosh(np.where(400.0 < v1, 400.0, v1))
        v27 = np.where(v5 > 0.0, v5, 0.0) + np.log1p(v6)
        v28 = np.where(v19, 0.5, np.where(v20 >= 0.0, 1.0, v21) / (1.0 + v21))
        d29 = np.where(v19, 0.5, np.where(v22 >= 0.0, 1.0, v23) / (1.0 + v23))
        d30 = dy * (d29 + v0 * v4 * (np.where(-y >= 0.0, 1.0, v2) / v3))
        d27 = (y * dx + x * dy) * (np.where(v5 >= 0.0, 1.0, v6) / (1.0 + v6))
        d12 = np.where(np.abs(x) < 0.25, -pi * dx * v10 * d18, d25)
        d31 = dx * (v28 + v4 * (v26 * v26)) + d30 + d27 + d12
        return np.logaddexp(x, y) + v0 * v4 + v27 + v12, d31

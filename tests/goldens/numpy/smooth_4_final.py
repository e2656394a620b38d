# value and tangent of smooth in 107 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = x - y
        v1 = np.exp(-np.abs(v0))
        v2 = 1.0 + v1
        d3 = np.where(-v0 >= 0.0, 1.0, v1) / v2 * dy
        v4 = np.tanh(x)
        v5 = np.abs(x)
        v6 = np.exp(-2.0 * v5)
        v7 = 1.0 + v6
        v8 = y >= 0.0
        v9 = np.exp(-np.abs(y))
        v10 = 1.0 + v9
        v11 = np.where(v8, 1.0, v9) / v10
        d8 = v4 * (v11 * (np.where(v8, v9, 1.0) / v10) * dy)
        d0 = np.where(v0 >= 0.0, 1.0, v1) / v2 * dx + d3
        v1 = x * y
        v2 = np.exp(-np.abs(v1))
        v3 = np.where(v1 > 0.0, v1, 0.0) + np.log1p(v2)
        d3 = np.where(v1 >= 0.0, 1.0, v2) / (1.0 + v2) * (y * dx + x * dy)
        v1 = np.round(x)
        v2 = v1 % 2.0 == 0.0
        v1 = x - v1
        v9 = np.sin(pi * v1)
        v10 = pi * x
        v9 = np.where(x == 0.0, 1.0, np.where(v2, v9, -v9) / v10)
        v12 = v10 * v10
        v13 = (4.498331606952833e-14 * v12 - 1.0706029224547743e-11) * v12
        v13 = ((v13 + 1.9270852604185937e-09) * v12 - 2.505210838544172e-07) * v12
        v13 = ((v13 + 2.2045855379188714e-05) * v12 - 0.0011904761904761906) * v12
        v10 = pi * (v10 * ((v13 + 0.03333333333333333) * v12 - 0.3333333333333333))
        v1 = np.abs(v1)
        v1 = np.where(v1 <= 0.25, np.cos(pi * v1), np.sin(pi * (0.5 - v1)))
        d9 = np.where(v5 < 0.25, v10 * dx, (np.where(v2, v1, -v1) - v9) * dx / x)
        d0 = d0 + (v11 * (4.0 * v6 * dx / (v7 * v7)) + d8) + d3 + d9
        return np.logaddexp(x, y) + v4 * v11 + v3 + v9, d0

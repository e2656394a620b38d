# value and tangent of smooth in 106 operations

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
        v6 = 1.0 / np.cosh(np.where(400.0 < v5, 400.0, v5))
        v7 = y >= 0.0
        v8 = np.exp(-np.abs(y))
        v9 = 1.0 + v8
        v10 = np.where(v7, 1.0, v8) / v9
        d6 = v10 * (v6 * v6 * dx) + v4 * (v10 * (np.where(v7, v8, 1.0) / v9) * dy)
        v7 = x * y
        v8 = np.exp(-np.abs(v7))
        v9 = np.where(v7 > 0.0, v7, 0.0) + np.log1p(v8)
        d9 = np.where(v7 >= 0.0, 1.0, v8) / (1.0 + v8) * (y * dx + x * dy)
        v7 = np.round(x)
        v8 = v7 % 2.0 == 0.0
        v7 = x - v7
        v11 = np.sin(pi * v7)
        v12 = pi * x
        v11 = np.where(x == 0.0, 1.0, np.where(v8, v11, -v11) / v12)
        v13 = v12 * v12
        v14 = (4.498331606952833e-14 * v13 - 1.0706029224547743e-11) * v13
        v14 = ((v14 + 1.9270852604185937e-09) * v13 - 2.505210838544172e-07) * v13
        v14 = ((v14 + 2.2045855379188714e-05) * v13 - 0.0011904761904761906) * v13
        v12 = pi * (v12 * ((v14 + 0.03333333333333333) * v13 - 0.3333333333333333))
        v7 = np.abs(v7)
        v7 = np.where(v7 <= 0.25, np.cos(pi * v7), np.sin(pi * (0.5 - v7)))
        d11 = np.where(v5 < 0.25, v12 * dx, (np.where(v8, v7, -v7) - v11) * dx / x)
        d0 = np.where(v0 >= 0.0, 1.0, v1) / v2 * dx + d3 + d6 + d9 + d11
        return np.logaddexp(x, y) + v4 * v10 + v9 + v11, d0

# value and tangent of smooth in 108 operations

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
        v7 = x - v7
        v9 = pi * x
        v10 = np.sin(pi * v7)
        v10 = np.where(x == 0.0, 1.0, np.where(v8, v10, -v10) / v9)
        v7 = np.abs(v7)
        v7 = np.where(v7 <= 0.25, np.cos(pi * v7), np.sin(pi * (0.5 - v7)))
        v11 = v9 * v9
        v12 = v11 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v11)
        v12 = v11 * (2.505210838544172e-07 - v11 * (1.9270852604185937e-09 - v12))
        v12 = v11 * (0.0011904761904761906 - v11 * (2.2045855379188714e-05 - v12))
        d9 = -pi * dx * v9 * (0.3333333333333333 - v11 * (0.03333333333333333 - v12))
        v11 = x - y
        v12 = np.exp(-np.abs(v11))
        d0 = 1.0 / np.cosh(np.where(400.0 < v1, 400.0, v1))
        v1 = np.where(v5 > 0.0, v5, 0.0) + np.log1p(v6)
        d13 = np.where(-v11 >= 0.0, 1.0, v12) * dy
        d2 = v4 * (dx * d0 * d0 + dy / v3 * v0 * np.where(-y >= 0.0, 1.0, v2))
        d2 = (np.where(v11 >= 0.0, 1.0, v12) * dx + d13) / (1.0 + v12) + d2
        d10 = np.where(np.abs(x) < 0.25, d9, dx / x * (np.where(v8, v7, -v7) - v10))
        d2 = d2 + (y * dx + x * dy) / (1.0 + v6) * np.where(v5 >= 0.0, 1.0, v6) + d10
        return np.logaddexp(x, y) + v0 * v4 + v1 + v10, d2

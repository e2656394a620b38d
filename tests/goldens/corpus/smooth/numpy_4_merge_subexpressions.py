# value and tangent of smooth in 110 operations

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
        v5 = np.where(-400.0 > x, -400.0, x)
        v5 = 1.0 / np.cosh(np.where(400.0 < v5, 400.0, v5))
        v6 = np.exp(-np.abs(y))
        v7 = 1.0 + v6
        v8 = np.where(y >= 0.0, 1.0, v6) / v7
        d6 = v4 * (v8 * (np.where(-y >= 0.0, 1.0, v6) / v7) * dy)
        v7 = x * y
        v9 = np.exp(-np.abs(v7))
        v10 = np.where(v7 > 0.0, v7, 0.0) + np.log1p(v9)
        d0 = np.where(v0 >= 0.0, 1.0, v1) / v2 * dx + d3 + (v8 * (v5 * v5 * dx) + d6)
        v1 = np.round(x)
        v2 = v1 % 2.0 == 0.0
        v1 = x - v1
        v3 = np.sin(pi * v1)
        v5 = pi * x
        v3 = np.where(x == 0.0, 1.0, np.where(v2, v3, -v3) / v5)
        v6 = v5 * v5
        v11 = (4.498331606952833e-14 * v6 - 1.0706029224547743e-11) * v6
        v11 = ((v11 + 1.9270852604185937e-09) * v6 - 2.505210838544172e-07) * v6
        v11 = ((v11 + 2.2045855379188714e-05) * v6 - 0.0011904761904761906) * v6
        v1 = np.abs(v1)
        v1 = np.where(v1 <= 0.25, np.cos(pi * v1), np.sin(pi * (0.5 - v1)))
        d5 = pi * (v5 * ((v11 + 0.03333333333333333) * v6 - 0.3333333333333333)) * dx
        d3 = np.where(np.abs(x) < 0.25, d5, (np.where(v2, v1, -v1) - v3) * dx / x)
        d0 = d0 + np.where(v7 >= 0.0, 1.0, v9) / (1.0 + v9) * (y * dx + x * dy) + d3
        return np.logaddexp(x, y) + v4 * v8 + v10 + v3, d0

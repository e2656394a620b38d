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
        v6 = 1.0 / np.cosh(np.where(400.0 < v5, 400.0, v5))
        v7 = np.exp(-np.abs(y))
        v8 = 1.0 + v7
        v9 = np.where(y >= 0.0, 1.0, v7) / v8
        d10 = v4 * (v9 * (np.where(-y >= 0.0, 1.0, v7) / v8) * dy)
        d11 = np.where(v0 >= 0.0, 1.0, v1) / v2 * dx + d3
        v12 = x * y
        v13 = np.exp(-np.abs(v12))
        v14 = np.where(v12 > 0.0, v12, 0.0) + np.log1p(v13)
        d14 = np.where(v12 >= 0.0, 1.0, v13) / (1.0 + v13) * (y * dx + x * dy)
        v15 = np.round(x)
        v16 = v15 % 2.0 == 0.0
        v17 = x - v15
        v18 = np.sin(pi * v17)
        v19 = pi * x
        v20 = np.where(x == 0.0, 1.0, np.where(v16, v18, -v18) / v19)
        v21 = v19 * v19
        v22 = (4.498331606952833e-14 * v21 - 1.0706029224547743e-11) * v21
        v23 = ((v22 + 1.9270852604185937e-09) * v21 - 2.505210838544172e-07) * v21
        v24 = ((v23 + 2.2045855379188714e-05) * v21 - 0.0011904761904761906) * v21
        v25 = pi * (v19 * ((v24 + 0.03333333333333333) * v21 - 0.3333333333333333))
        v26 = np.abs(v17)
        v27 = np.where(v26 <= 0.25, np.cos(pi * v26), np.sin(pi * (0.5 - v26)))
        d28 = (np.where(v16, v27, -v27) - v20) * dx / x
        d20 = np.where(np.abs(x) < 0.25, v25 * dx, d28)
        d29 = d11 + (v9 * (v6 * v6 * dx) + d10) + d14 + d20
        return np.logaddexp(x, y) + v4 * v9 + v14 + v20, d29

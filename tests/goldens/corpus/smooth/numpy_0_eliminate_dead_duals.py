# value and tangent of smooth in 144 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = x - y
        v1 = np.where(v0 >= 0.0, 1.0, np.exp(-np.abs(v0)))
        v2 = -(x - y)
        v3 = np.where(v2 >= 0.0, 1.0, np.exp(-np.abs(v2)))
        d4 = v1 / (1.0 + np.exp(-np.abs(v0))) * dx
        v5 = np.tanh(x)
        v6 = np.where(-400.0 > x, -400.0, x)
        v7 = 1.0 / np.cosh(np.where(400.0 < v6, 400.0, v6))
        v8 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
        v9 = -y
        v10 = np.where(v9 >= 0.0, 1.0, np.exp(-np.abs(v9)))
        d11 = v5 * (v8 * (v10 / (1.0 + np.exp(-np.abs(v9)))) * dy)
        v12 = x * y
        v13 = np.where(v12 >= 0.0, 1.0, np.exp(-np.abs(v12)))
        v14 = np.where(v12 > 0.0, v12, 0.0) + np.log1p(np.exp(-np.abs(v12)))
        d15 = d4 + v3 / (1.0 + np.exp(-np.abs(v2))) * dy + (v8 * (v7 * v7 * dx) + d11)
        v16 = np.sin(pi * (x - np.round(x)))
        v17 = np.where(np.round(x) % 2.0 == 0.0, v16, -v16) / (pi * x)
        v18 = np.where(x == 0.0, 1.0, v17)
        v19 = pi * x
        v20 = v19 * v19
        v21 = (4.498331606952833e-14 * v20 + -1.0706029224547743e-11) * v20
        v22 = ((v21 + 1.9270852604185937e-09) * v20 + -2.505210838544172e-07) * v20
        v23 = ((v22 + 2.2045855379188714e-05) * v20 + -0.0011904761904761906) * v20
        v24 = pi * (v19 * ((v23 + 0.03333333333333333) * v20 + -0.3333333333333333))
        v25 = np.abs(x - np.round(x))
        v26 = np.where(v25 <= 0.25, np.cos(pi * v25), np.sin(pi * (0.5 - v25)))
        d27 = (np.where(np.round(x) % 2.0 == 0.0, v26, -v26) - v18) * dx / x
        d28 = d15 + v13 / (1.0 + np.exp(-np.abs(v12))) * (y * dx + x * dy)
        d29 = d28 + np.where(np.abs(x) < 0.25, v24 * dx, d27)
        return np.logaddexp(x, y) + v5 * v8 + v14 + v18, d29

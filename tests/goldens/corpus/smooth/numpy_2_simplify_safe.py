# value and tangent of smooth in 144 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = x - y
        v1 = np.where(v0 >= 0.0, 1.0, np.exp(-np.abs(v0)))
        v2 = x - y
        v3 = np.where(-v2 >= 0.0, 1.0, np.exp(-np.abs(v2)))
        d4 = v1 / (1.0 + np.exp(-np.abs(v0))) * dx
        v5 = np.tanh(x)
        v6 = np.where(-400.0 > x, -400.0, x)
        v7 = 1.0 / np.cosh(np.where(400.0 < v6, 400.0, v6))
        v8 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
        v9 = np.where(-y >= 0.0, 1.0, np.exp(-np.abs(y)))
        d10 = v8 * (v7 * v7 * dx) + v5 * (v8 * (v9 / (1.0 + np.exp(-np.abs(y)))) * dy)
        v11 = x * y
        v12 = np.where(v11 >= 0.0, 1.0, np.exp(-np.abs(v11)))
        v13 = np.where(v11 > 0.0, v11, 0.0) + np.log1p(np.exp(-np.abs(v11)))
        d13 = v12 / (1.0 + np.exp(-np.abs(v11))) * (y * dx + x * dy)
        v14 = np.sin(pi * (x - np.round(x)))
        v15 = np.where(np.round(x) % 2.0 == 0.0, v14, -v14) / (pi * x)
        v16 = np.where(x == 0.0, 1.0, v15)
        v17 = pi * x
        v18 = v17 * v17
        v19 = (4.498331606952833e-14 * v18 - 1.0706029224547743e-11) * v18
        v20 = ((v19 + 1.9270852604185937e-09) * v18 - 2.505210838544172e-07) * v18
        v21 = ((v20 + 2.2045855379188714e-05) * v18 - 0.0011904761904761906) * v18
        v22 = pi * (v17 * ((v21 + 0.03333333333333333) * v18 - 0.3333333333333333))
        v23 = np.abs(x - np.round(x))
        v24 = np.where(v23 <= 0.25, np.cos(pi * v23), np.sin(pi * (0.5 - v23)))
        d25 = (np.where(np.round(x) % 2.0 == 0.0, v24, -v24) - v16) * dx / x
        d26 = d4 + v3 / (1.0 + np.exp(-np.abs(v2))) * dy + d10 + d13
        d27 = d26 + np.where(np.abs(x) < 0.25, v22 * dx, d25)
        return np.logaddexp(x, y) + v5 * v8 + v13 + v16, d27

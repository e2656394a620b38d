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
        d0 = v1 / (1.0 + np.exp(-np.abs(v0))) * dx
        v1 = np.tanh(x)
        v4 = np.where(-400.0 > x, -400.0, x)
        v4 = 1.0 / np.cosh(np.where(400.0 < v4, 400.0, v4))
        v5 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
        v6 = np.where(-y >= 0.0, 1.0, np.exp(-np.abs(y)))
        d4 = v5 * (v4 * v4 * dx) + v1 * (v5 * (v6 / (1.0 + np.exp(-np.abs(y)))) * dy)
        v6 = x * y
        v7 = np.where(v6 >= 0.0, 1.0, np.exp(-np.abs(v6)))
        v8 = np.where(v6 > 0.0, v6, 0.0) + np.log1p(np.exp(-np.abs(v6)))
        d8 = v7 / (1.0 + np.exp(-np.abs(v6))) * (y * dx + x * dy)
        v6 = np.sin(pi * (x - np.round(x)))
        v6 = np.where(np.round(x) % 2.0 == 0.0, v6, -v6) / (pi * x)
        v6 = np.where(x == 0.0, 1.0, v6)
        v7 = pi * x
        v9 = v7 * v7
        v10 = (4.498331606952833e-14 * v9 - 1.0706029224547743e-11) * v9
        v10 = ((v10 + 1.9270852604185937e-09) * v9 - 2.505210838544172e-07) * v9
        v10 = ((v10 + 2.2045855379188714e-05) * v9 - 0.0011904761904761906) * v9
        v11 = np.abs(x - np.round(x))
        v11 = np.where(v11 <= 0.25, np.cos(pi * v11), np.sin(pi * (0.5 - v11)))
        d7 = pi * (v7 * ((v10 + 0.03333333333333333) * v9 - 0.3333333333333333)) * dx
        d9 = (np.where(np.round(x) % 2.0 == 0.0, v11, -v11) - v6) * dx / x
        d0 = d0 + v3 / (1.0 + np.exp(-np.abs(v2))) * dy + d4 + d8
        d0 = d0 + np.where(np.abs(x) < 0.25, d7, d9)
        return np.logaddexp(x, y) + v1 * v5 + v8 + v6, d0

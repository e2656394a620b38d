# value and tangent of smooth in 142 operations

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
        v4 = np.abs(x)
        v4 = 1.0 / np.cosh(np.where(400.0 < v4, 400.0, v4))
        v5 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
        v6 = np.where(y >= 0.0, np.exp(-np.abs(y)), 1.0) / (1.0 + np.exp(-np.abs(y)))
        d0 = d0 + v3 / (1.0 + np.exp(-np.abs(v2))) * dy
        v2 = x * y
        v3 = np.where(v2 >= 0.0, 1.0, np.exp(-np.abs(v2)))
        v7 = np.where(v2 > 0.0, v2, 0.0) + np.log1p(np.exp(-np.abs(v2)))
        d7 = v3 / (1.0 + np.exp(-np.abs(v2))) * (y * dx + x * dy)
        v2 = np.sin(pi * (x - np.round(x)))
        v2 = np.where(np.round(x) % 2.0 == 0.0, v2, -v2) / (pi * x)
        v2 = np.where(x == 0.0, 1.0, v2)
        v3 = pi * x
        v8 = v3 * v3
        v9 = (4.498331606952833e-14 * v8 - 1.0706029224547743e-11) * v8
        v9 = ((v9 + 1.9270852604185937e-09) * v8 - 2.505210838544172e-07) * v8
        v9 = ((v9 + 2.2045855379188714e-05) * v8 - 0.0011904761904761906) * v8
        v10 = np.abs(x - np.round(x))
        v10 = np.where(v10 <= 0.25, np.cos(pi * v10), np.sin(pi * (0.5 - v10)))
        d3 = pi * (v3 * ((v9 + 0.03333333333333333) * v8 - 0.3333333333333333)) * dx
        d8 = (np.where(np.round(x) % 2.0 == 0.0, v10, -v10) - v2) * dx / x
        d0 = d0 + (v5 * (v4 * v4 * dx) + v1 * (v5 * v6 * dy)) + d7
        d0 = d0 + np.where(np.abs(x) < 0.25, d3, d8)
        return np.logaddexp(x, y) + v1 * v5 + v7 + v2, d0

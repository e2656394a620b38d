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
        d0 = v1 / (1.0 + np.exp(-np.abs(v0))) * dx
        v1 = np.tanh(x)
        v4 = np.where(-400.0 > x, -400.0, x)
        v4 = 1.0 / np.cosh(np.where(400.0 < v4, 400.0, v4))
        v5 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
        v6 = -y
        v7 = np.where(v6 >= 0.0, 1.0, np.exp(-np.abs(v6)))
        d6 = v1 * (v5 * (v7 / (1.0 + np.exp(-np.abs(v6)))) * dy)
        v7 = x * y
        v8 = np.where(v7 >= 0.0, 1.0, np.exp(-np.abs(v7)))
        v9 = np.where(v7 > 0.0, v7, 0.0) + np.log1p(np.exp(-np.abs(v7)))
        d0 = d0 + v3 / (1.0 + np.exp(-np.abs(v2))) * dy + (v5 * (v4 * v4 * dx) + d6)
        v2 = np.sin(pi * (x - np.round(x)))
        v2 = np.where(np.round(x) % 2.0 == 0.0, v2, -v2) / (pi * x)
        v2 = np.where(x == 0.0, 1.0, v2)
        v3 = pi * x
        v4 = v3 * v3
        v6 = (4.498331606952833e-14 * v4 + -1.0706029224547743e-11) * v4
        v6 = ((v6 + 1.9270852604185937e-09) * v4 + -2.505210838544172e-07) * v4
        v6 = ((v6 + 2.2045855379188714e-05) * v4 + -0.0011904761904761906) * v4
        v10 = np.abs(x - np.round(x))
        v10 = np.where(v10 <= 0.25, np.cos(pi * v10), np.sin(pi * (0.5 - v10)))
        d3 = pi * (v3 * ((v6 + 0.03333333333333333) * v4 + -0.3333333333333333)) * dx
        d4 = (np.where(np.round(x) % 2.0 == 0.0, v10, -v10) - v2) * dx / x
        d0 = d0 + v8 / (1.0 + np.exp(-np.abs(v7))) * (y * dx + x * dy)
        d0 = d0 + np.where(np.abs(x) < 0.25, d3, d4)
        return np.logaddexp(x, y) + v1 * v5 + v9 + v2, d0

# value and tangent of smooth in 107 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
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
    d3 = np.where(v1 >= 0.0, 1.0, v2) / (1.0 + v2) * (y * dx + x * dy)
    v9 = np.round(x)
    v10 = v9 % 2.0 == 0.0
    v9 = x - v9
    v12 = np.sin(pi * v9)
    v13 = pi * x
    v12 = np.where(x == 0.0, 1.0, np.where(v10, v12, -v12) / v13)
    v14 = v13 * v13
    v15 = (4.498331606952833e-14 * v14 - 1.0706029224547743e-11) * v14
    v15 = ((v15 + 1.9270852604185937e-09) * v14 - 2.505210838544172e-07) * v14
    v15 = ((v15 + 2.2045855379188714e-05) * v14 - 0.0011904761904761906) * v14
    v9 = np.abs(v9)
    v9 = np.where(v9 <= 0.25, np.cos(pi * v9), np.sin(pi * (0.5 - v9)))
    d13 = pi * (v13 * ((v15 + 0.03333333333333333) * v14 - 0.3333333333333333)) * dx
    v1 = np.logaddexp(x, y) + v4 * v11 + (np.where(v1 > 0.0, v1, 0.0) + np.log1p(v2))
    d12 = np.where(v5 < 0.25, d13, (np.where(v10, v9, -v9) - v12) * dx / x)
    return v1 + v12, d0 + (v11 * (4.0 * v6 * dx / (v7 * v7)) + d8) + d3 + d12

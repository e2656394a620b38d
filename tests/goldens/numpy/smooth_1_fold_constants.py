# value and tangent of smooth in 144 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v0 = np.where(v0 >= 0.0, 1.0, np.exp(-np.abs(v0))) / (1.0 + np.exp(-np.abs(v0)))
    v1 = -(x - y)
    v1 = np.where(v1 >= 0.0, 1.0, np.exp(-np.abs(v1))) / (1.0 + np.exp(-np.abs(v1)))
    v2 = np.tanh(x)
    v3 = np.exp(-2.0 * np.abs(x))
    v4 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
    v5 = np.where(y >= 0.0, np.exp(-np.abs(y)), 1.0) / (1.0 + np.exp(-np.abs(y)))
    d3 = v4 * (4.0 * v3 * dx / ((1.0 + v3) * (1.0 + v3))) + v2 * (v4 * v5 * dy)
    v5 = x * y
    v6 = np.where(v5 >= 0.0, 1.0, np.exp(-np.abs(v5))) / (1.0 + np.exp(-np.abs(v5)))
    v5 = np.where(v5 > 0.0, v5, 0.0) + np.log1p(np.exp(-np.abs(v5)))
    v7 = np.sin(pi * (x - np.round(x)))
    v7 = np.where(np.round(x) % 2.0 == 0.0, v7, -v7) / (pi * x)
    v7 = np.where(x == 0.0, 1.0, v7)
    v8 = pi * x
    v9 = v8 * v8
    v10 = (4.498331606952833e-14 * v9 + -1.0706029224547743e-11) * v9
    v10 = ((v10 + 1.9270852604185937e-09) * v9 + -2.505210838544172e-07) * v9
    v10 = ((v10 + 2.2045855379188714e-05) * v9 + -0.0011904761904761906) * v9
    v11 = np.abs(x - np.round(x))
    v11 = np.where(v11 <= 0.25, np.cos(pi * v11), np.sin(pi * (0.5 - v11)))
    d8 = pi * (v8 * ((v10 + 0.03333333333333333) * v9 + -0.3333333333333333)) * dx
    d9 = (np.where(np.round(x) % 2.0 == 0.0, v11, -v11) - v7) * dx / x
    d0 = v0 * dx + v1 * dy + d3 + v6 * (y * dx + x * dy)
    d0 = d0 + np.where(np.abs(x) < 0.25, d8, d9)
    return np.logaddexp(x, y) + v2 * v4 + v5 + v7, d0

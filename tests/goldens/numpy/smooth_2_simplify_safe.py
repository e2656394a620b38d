# value and tangent of smooth in 143 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = np.where(v0 >= 0.0, 1.0, np.exp(-np.abs(v0))) / (1.0 + np.exp(-np.abs(v0)))
    v2 = y - x
    v3 = np.where(v2 >= 0.0, 1.0, np.exp(-np.abs(v2))) / (1.0 + np.exp(-np.abs(v2)))
    v4 = np.tanh(x)
    v5 = np.exp(-2.0 * np.abs(x))
    v6 = np.where(y >= 0.0, 1.0, np.exp(-np.abs(y))) / (1.0 + np.exp(-np.abs(y)))
    v7 = np.where(y >= 0.0, np.exp(-np.abs(y)), 1.0) / (1.0 + np.exp(-np.abs(y)))
    d8 = v6 * (4.0 * v5 * dx / ((1.0 + v5) * (1.0 + v5))) + v4 * (v6 * v7 * dy)
    v9 = x * y
    v10 = np.where(v9 >= 0.0, 1.0, np.exp(-np.abs(v9))) / (1.0 + np.exp(-np.abs(v9)))
    v11 = np.where(v9 > 0.0, v9, 0.0) + np.log1p(np.exp(-np.abs(v9)))
    v12 = np.sin(pi * (x - np.round(x)))
    v13 = np.where(np.round(x) % 2.0 == 0.0, v12, -v12) / (pi * x)
    v14 = np.where(x == 0.0, 1.0, v13)
    v15 = pi * x
    v16 = v15 * v15
    v17 = (4.498331606952833e-14 * v16 - 1.0706029224547743e-11) * v16
    v18 = ((v17 + 1.9270852604185937e-09) * v16 - 2.505210838544172e-07) * v16
    v19 = ((v18 + 2.2045855379188714e-05) * v16 - 0.0011904761904761906) * v16
    v20 = np.abs(x - np.round(x))
    v21 = np.where(v20 <= 0.25, np.cos(pi * v20), np.sin(pi * (0.5 - v20)))
    d22 = pi * (v15 * ((v19 + 0.03333333333333333) * v16 - 0.3333333333333333)) * dx
    d23 = (np.where(np.round(x) % 2.0 == 0.0, v21, -v21) - v14) * dx / x
    d24 = v1 * dx + v3 * dy + d8 + v10 * (y * dx + x * dy)
    d25 = d24 + np.where(np.abs(x) < 0.25, d22, d23)
    return np.logaddexp(x, y) + v4 * v6 + v11 + v14, d25

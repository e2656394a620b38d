# value and tangent of smooth in 111 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = np.exp(-np.abs(v0))
    v2 = y - x
    v3 = np.exp(-np.abs(v2))
    d4 = np.where(v0 >= 0.0, 1.0, v1) / (1.0 + v1) * dx
    v5 = np.tanh(x)
    v6 = np.abs(x)
    v7 = np.exp(-2.0 * v6)
    v8 = 1.0 + v7
    v9 = y >= 0.0
    v10 = np.exp(-np.abs(y))
    v11 = 1.0 + v10
    v12 = np.where(v9, 1.0, v10) / v11
    d13 = v5 * (v12 * (np.where(v9, v10, 1.0) / v11) * dy)
    d14 = d4 + np.where(v2 >= 0.0, 1.0, v3) / (1.0 + v3) * dy
    v15 = x * y
    v16 = np.exp(-np.abs(v15))
    v17 = np.where(v15 > 0.0, v15, 0.0) + np.log1p(v16)
    d17 = np.where(v15 >= 0.0, 1.0, v16) / (1.0 + v16) * (y * dx + x * dy)
    v18 = np.round(x)
    v19 = v18 % 2.0 == 0.0
    v20 = x - v18
    v21 = np.sin(pi * v20)
    v22 = pi * x
    v23 = np.where(x == 0.0, 1.0, np.where(v19, v21, -v21) / v22)
    v24 = v22 * v22
    v25 = (4.498331606952833e-14 * v24 - 1.0706029224547743e-11) * v24
    v26 = ((v25 + 1.9270852604185937e-09) * v24 - 2.505210838544172e-07) * v24
    v27 = ((v26 + 2.2045855379188714e-05) * v24 - 0.0011904761904761906) * v24
    v28 = np.abs(v20)
    v29 = np.where(v28 <= 0.25, np.cos(pi * v28), np.sin(pi * (0.5 - v28)))
    d30 = pi * (v22 * ((v27 + 0.03333333333333333) * v24 - 0.3333333333333333)) * dx
    d23 = np.where(v6 < 0.25, d30, (np.where(v19, v29, -v29) - v23) * dx / x)
    d31 = d14 + (v12 * (4.0 * v7 * dx / (v8 * v8)) + d13) + d17 + d23
    return np.logaddexp(x, y) + v5 * v12 + v17 + v23, d31

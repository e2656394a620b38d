# value and tangent of smooth in 110 operations

from math import pi
import numpy as np


def smooth(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log...
        v0 = np.where(-400.0 > x, -400.0, x)
        v1 = np.exp(-np.abs(y))
        v2 = 1.0 + v1
        v3 = np.where(y >= 0.0, 1.0, v1) / v2
        v4 = x * y
        v5 = np.exp(-np.abs(v4))
        v6 = np.round(x)
        v7 = v6 % 2.0 == 0.0
        v8 = x - v6
        v9 = pi * x
        v10 = np.sin(pi * v8)
        v11 = np.where(x == 0.0, 1.0, np.where(v7, v10, -v10) / v9)
        v12 = np.abs(v8)
        v13 = v9 * v9
        d14 = v13 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v13)
        d15 = v13 * (2.505210838544172e-07 - v13 * (1.9270852604185937e-09 - d14))
        d16 = v13 * (0.0011904761904761906 - v13 * (2.2045855379188714e-05 - d15))
        v17 = x == y
        v18 = x - y
        v19 = np.exp(-np.abs(v18))
        v20 = 1.0 + v19
        v21 = np.where(v12 <= 0.25, np.cos(pi * v12), np.sin(pi * (0.5 - v12)))
        d22 = -pi * dx * v9 * (0.3333333333333333 - v13 * (0.03333333333333333 - d16))
        d23 = (np.where(v7, v21, -v21) - v11) * (dx / x)
        v24 = 1.0 / np.cosh(np.where(400.0 < v0, 400.0, v0))
        v25 = np.tanh(x) * v3
        v26 = np.logaddexp(x, y) + v25 + (np.where(v4 > 0.0, v4, 0.0) + np.log1p(v5))
        v27 = np.where(v17, 0.5, np.where(v18 >= 0.0, 1.0, v19) / v20)
        d28 = np.where(v17, 0.5, np.where(-v18 >= 0.0, 1.0, v19) / v20)
        d29 = dy * (d28 + v25 * (np.where(-y >= 0.0, 1.0, v1) / v2))
        d30 = (y * dx + x * dy) * (np.where(v4 >= 0.0, 1.0, v5) / (1.0 + v5))
        d31 = dx * (v27 + v3 * (v24 * v24)) + d29 + d30
        return v26 + v11, d31 + np.where(np.abs(x) < 0.25, d22, d23)

# value and tangent of smooth in 113 operations

from math import cos, exp, log1p, pi, sin, tanh


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = 1.0 + v1
    v3 = tanh(x)
    v4 = abs(x)
    v5 = exp(-2.0 * v4)
    v6 = 1.0 + v5
    v7 = exp(-abs(y))
    v8 = 1.0 + v7
    if y >= 0.0:
        v9 = 1.0
        v10 = v7
    else:
        v9 = v7
        v10 = 1.0
    v11 = v9 / v8
    v12 = x + 0.6931471805599453 if x == y else (x if x > y else y) + log1p(v1)
    d12 = (1.0 if v0 >= 0.0 else v1) / v2 * dx + (1.0 if -v0 >= 0.0 else v1) / v2 * dy
    v13 = x * y
    v14 = exp(-abs(v13))
    d15 = d12 + (v11 * (4.0 * v5 * dx / (v6 * v6)) + v3 * (v11 * (v10 / v8) * dy))
    if x == 0.0:
        v16 = 1.0
    else:
        v17 = float(round(x))
        v18 = sin(pi * (x - v17))
        v16 = (v18 if v17 % 2.0 == 0.0 else -v18) / (pi * x)
    if v4 < 0.25:
        v19 = pi * x
        v20 = v19 * v19
        v21 = (4.498331606952833e-14 * v20 - 1.0706029224547743e-11) * v20
        v22 = ((v21 + 1.9270852604185937e-09) * v20 - 2.505210838544172e-07) * v20
        v23 = ((v22 + 2.2045855379188714e-05) * v20 - 0.0011904761904761906) * v20
        d16 = pi * (v19 * ((v23 + 0.03333333333333333) * v20 - 0.3333333333333333)) * dx
    else:
        v24 = float(round(x))
        v25 = abs(x - v24)
        v26 = cos(pi * v25) if v25 <= 0.25 else sin(pi * (0.5 - v25))
        d16 = ((v26 if v24 % 2.0 == 0.0 else -v26) - v16) * dx / x
    d27 = d15 + (1.0 if v13 >= 0.0 else v14) / (1.0 + v14) * (y * dx + x * dy) + d16
    return v12 + v3 * v11 + ((v13 if v13 > 0.0 else 0.0) + log1p(v14)) + v16, d27

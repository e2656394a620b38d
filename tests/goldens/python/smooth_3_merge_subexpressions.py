# value and tangent of smooth in 117 operations

from math import cos, exp, log1p, pi, sin, tanh


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = y - x
    v3 = exp(-abs(v2))
    d4 = (1.0 if v0 >= 0.0 else v1) / (1.0 + v1) * dx
    v5 = tanh(x)
    v6 = abs(x)
    v7 = exp(-2.0 * v6)
    v8 = 1.0 + v7
    v9 = exp(-abs(y))
    v10 = 1.0 + v9
    if y >= 0.0:
        v11 = 1.0
        v12 = v9
    else:
        v11 = v9
        v12 = 1.0
    v13 = v11 / v10
    v14 = x + 0.6931471805599453 if x == y else (x if x > y else y) + log1p(v1)
    d15 = v13 * (4.0 * v7 * dx / (v8 * v8)) + v5 * (v13 * (v12 / v10) * dy)
    v16 = x * y
    v17 = exp(-abs(v16))
    d18 = (1.0 if v16 >= 0.0 else v17) / (1.0 + v17) * (y * dx + x * dy)
    if x == 0.0:
        v19 = 1.0
    else:
        v20 = float(round(x))
        v21 = sin(pi * (x - v20))
        v19 = (v21 if v20 % 2.0 == 0.0 else -v21) / (pi * x)
    if v6 < 0.25:
        v22 = pi * x
        v23 = v22 * v22
        v24 = (4.498331606952833e-14 * v23 - 1.0706029224547743e-11) * v23
        v25 = ((v24 + 1.9270852604185937e-09) * v23 - 2.505210838544172e-07) * v23
        v26 = ((v25 + 2.2045855379188714e-05) * v23 - 0.0011904761904761906) * v23
        d19 = pi * (v22 * ((v26 + 0.03333333333333333) * v23 - 0.3333333333333333)) * dx
    else:
        v27 = float(round(x))
        v28 = abs(x - v27)
        v29 = cos(pi * v28) if v28 <= 0.25 else sin(pi * (0.5 - v28))
        d19 = ((v29 if v27 % 2.0 == 0.0 else -v29) - v19) * dx / x
    d30 = d4 + (1.0 if v2 >= 0.0 else v3) / (1.0 + v3) * dy + d15 + d18 + d19
    return v14 + v5 * v13 + ((v16 if v16 > 0.0 else 0.0) + log1p(v17)) + v19, d30

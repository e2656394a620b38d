# value and tangent of smooth in 111 operations

from math import cos, cosh, exp, log1p, pi, sin, tanh


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = 1.0 + v1
    v3 = tanh(x)
    v4 = abs(x)
    v5 = 1.0 / cosh(min(v4, 400.0))
    v6 = exp(-abs(y))
    v7 = 1.0 + v6
    if y >= 0.0:
        v8 = 1.0
        v9 = v6
    else:
        v8 = v6
        v9 = 1.0
    v10 = v8 / v7
    v11 = x + 0.6931471805599453 if x == y else (x if x > y else y) + log1p(v1)
    d11 = (1.0 if v0 >= 0.0 else v1) / v2 * dx + (1.0 if -v0 >= 0.0 else v1) / v2 * dy
    v12 = x * y
    v13 = exp(-abs(v12))
    d14 = (1.0 if v12 >= 0.0 else v13) / (1.0 + v13) * (y * dx + x * dy)
    if x == 0.0:
        v15 = 1.0
    else:
        v16 = float(round(x))
        v17 = sin(pi * (x - v16))
        v15 = (v17 if v16 % 2.0 == 0.0 else -v17) / (pi * x)
    if v4 < 0.25:
        v18 = pi * x
        v19 = v18 * v18
        v20 = (4.498331606952833e-14 * v19 - 1.0706029224547743e-11) * v19
        v21 = ((v20 + 1.9270852604185937e-09) * v19 - 2.505210838544172e-07) * v19
        v22 = ((v21 + 2.2045855379188714e-05) * v19 - 0.0011904761904761906) * v19
        d15 = pi * (v18 * ((v22 + 0.03333333333333333) * v19 - 0.3333333333333333)) * dx
    else:
        v23 = float(round(x))
        v24 = abs(x - v23)
        v25 = cos(pi * v24) if v24 <= 0.25 else sin(pi * (0.5 - v24))
        d15 = ((v25 if v23 % 2.0 == 0.0 else -v25) - v15) * dx / x
    d26 = d11 + (v10 * (v5 * v5 * dx) + v3 * (v10 * (v9 / v7) * dy)) + d14 + d15
    return v11 + v3 * v10 + ((v12 if v12 > 0.0 else 0.0) + log1p(v13)) + v15, d26

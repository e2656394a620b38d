# value and tangent of smooth in 119 operations

from math import cos, cosh, exp, log1p, pi, sin, tanh

log_2 = 0.6931471805599453


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = 1.0 + v1
    v3 = tanh(x)
    v4 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v5 = exp(-abs(y))
    v6 = 1.0 + v5
    v7 = (1.0 if y >= 0.0 else v5) / v6
    d8 = (1.0 if v0 >= 0.0 else v1) / v2 * dx + (1.0 if -v0 >= 0.0 else v1) / v2 * dy
    d9 = v7 * (v4 * v4 * dx) + v3 * (v7 * ((1.0 if -y >= 0.0 else v5) / v6) * dy)
    v10 = x * y
    v11 = exp(-abs(v10))
    v12 = (x + log_2 if x == y else (x if x > y else y) + log1p(v1)) + v3 * v7
    if x == 0.0:
        v13 = 1.0
    else:
        v14 = float(round(x))
        v15 = sin(pi * (x - v14))
        v13 = (v15 if v14 % 2.0 == 0.0 else -v15) / (pi * x)
    if abs(x) < 0.25:
        v16 = pi * x
        v17 = v16 * v16
        v18 = (4.498331606952833e-14 * v17 - 1.0706029224547743e-11) * v17
        v19 = ((v18 + 1.9270852604185937e-09) * v17 - 2.505210838544172e-07) * v17
        v20 = ((v19 + 2.2045855379188714e-05) * v17 - 0.0011904761904761906) * v17
        d13 = pi * (v16 * ((v20 + 0.03333333333333333) * v17 - 0.3333333333333333)) * dx
    else:
        v21 = float(round(x))
        v22 = abs(x - v21)
        d23 = cos(pi * v22) if v22 <= 0.25 else sin(pi * (0.5 - v22))
        d13 = ((d23 if v21 % 2.0 == 0.0 else -d23) - v13) * dx / x
    d24 = d8 + d9 + (1.0 if v10 >= 0.0 else v11) / (1.0 + v11) * (y * dx + x * dy)
    return v12 + ((v10 if v10 > 0.0 else 0.0) + log1p(v11)) + v13, d24 + d13

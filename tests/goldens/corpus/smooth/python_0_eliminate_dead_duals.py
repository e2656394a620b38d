# value and tangent of smooth in 117 operations

from math import cos, cosh, exp, log1p, pi, sin, tanh

log_2 = 0.6931471805599453


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = tanh(x)
    v3 = exp(-abs(y))
    v4 = 1.0 + v3
    v5 = (1.0 if y >= 0.0 else v3) / v4
    v6 = x * y
    v7 = exp(-abs(v6))
    if x == 0.0:
        v8 = 1.0
    else:
        v9 = float(round(x))
        v10 = sin(pi * (x - v9))
        v8 = (v10 if v9 % 2.0 == 0.0 else -v10) / (pi * x)
    d2 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v11 = (x + log_2 if x == y else (x if x > y else y) + log1p(v1)) + v2 * v5
    d12 = (1.0 if v0 >= 0.0 else v1) * dx + (1.0 if -v0 >= 0.0 else v1) * dy
    d13 = v5 * (dx * d2 * d2 + dy / v4 * v2 * (1.0 if -y >= 0.0 else v3))
    d14 = (y * dx + x * dy) / (1.0 + v7) * (1.0 if v6 >= 0.0 else v7)
    if abs(x) < 0.25:
        v15 = pi * x
        v16 = v15 * v15
        v17 = v16 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v16)
        v18 = v16 * (2.505210838544172e-07 - v16 * (1.9270852604185937e-09 - v17))
        v19 = v16 * (0.0011904761904761906 - v16 * (2.2045855379188714e-05 - v18))
        d8 = -pi * dx * v15 * (0.3333333333333333 - v16 * (0.03333333333333333 - v19))
    else:
        v20 = float(round(x))
        v21 = abs(x - v20)
        d22 = cos(pi * v21) if v21 <= 0.25 else sin(pi * (0.5 - v21))
        d8 = dx / x * ((d22 if v20 % 2.0 == 0.0 else -d22) - v8)
    v23 = v11 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v8
    return v23, d12 / (1.0 + v1) + d13 + d14 + d8

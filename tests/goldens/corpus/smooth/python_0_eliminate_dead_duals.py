# value and tangent of smooth in 116 operations

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
    v8 = pi * x
    if x == 0.0:
        v9 = 1.0
    else:
        v10 = float(round(x))
        v11 = sin(pi * (x - v10))
        v9 = (v11 if v10 % 2.0 == 0.0 else -v11) / v8
    d12 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v13 = (x + log_2 if x == y else (x if x > y else y) + log1p(v1)) + v2 * v5
    d14 = (1.0 if v0 >= 0.0 else v1) * dx + (1.0 if -v0 >= 0.0 else v1) * dy
    d15 = v5 * (dx * d12 * d12 + dy / v4 * v2 * (1.0 if -y >= 0.0 else v3))
    d16 = (y * dx + x * dy) / (1.0 + v7) * (1.0 if v6 >= 0.0 else v7)
    if abs(x) < 0.25:
        v17 = v8 * v8
        d18 = v17 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v17)
        d19 = v17 * (2.505210838544172e-07 - v17 * (1.9270852604185937e-09 - d18))
        d20 = v17 * (0.0011904761904761906 - v17 * (2.2045855379188714e-05 - d19))
        d9 = -pi * dx * v8 * (0.3333333333333333 - v17 * (0.03333333333333333 - d20))
    else:
        v21 = float(round(x))
        v22 = abs(x - v21)
        d23 = cos(pi * v22) if v22 <= 0.25 else sin(pi * (0.5 - v22))
        d9 = dx / x * ((d23 if v21 % 2.0 == 0.0 else -d23) - v9)
    v24 = v13 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v9
    return v24, d14 / (1.0 + v1) + d15 + d16 + d9

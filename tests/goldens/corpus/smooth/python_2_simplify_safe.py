# value and tangent of smooth in 152 operations

from math import cos, cosh, exp, log1p, pi, sin, tanh

log_2 = 0.6931471805599453


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = x - y
    d2 = (1.0 if -v1 >= 0.0 else exp(-abs(v1))) / (1.0 + exp(-abs(v1))) * dy
    v3 = tanh(x)
    v4 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v5 = (1.0 if y >= 0.0 else exp(-abs(y))) / (1.0 + exp(-abs(y)))
    d5 = v5 * ((1.0 if -y >= 0.0 else exp(-abs(y))) / (1.0 + exp(-abs(y)))) * dy
    v6 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    d6 = (1.0 if v0 >= 0.0 else exp(-abs(v0))) / (1.0 + exp(-abs(v0))) * dx + d2
    v7 = x * y
    d8 = (1.0 if v7 >= 0.0 else exp(-abs(v7))) / (1.0 + exp(-abs(v7)))
    if x == 0.0:
        v9 = 1.0
    else:
        v10 = sin(pi * (x - float(round(x))))
        v9 = (v10 if float(round(x)) % 2.0 == 0.0 else -v10) / (pi * x)
    if abs(x) < 0.25:
        v11 = pi * x
        v12 = v11 * v11
        v13 = (4.498331606952833e-14 * v12 - 1.0706029224547743e-11) * v12
        v14 = ((v13 + 1.9270852604185937e-09) * v12 - 2.505210838544172e-07) * v12
        v15 = ((v14 + 2.2045855379188714e-05) * v12 - 0.0011904761904761906) * v12
        d9 = pi * (v11 * ((v15 + 0.03333333333333333) * v12 - 0.3333333333333333)) * dx
    else:
        v16 = abs(x - float(round(x)))
        d17 = cos(pi * v16) if v16 <= 0.25 else sin(pi * (0.5 - v16))
        d9 = ((d17 if float(round(x)) % 2.0 == 0.0 else -d17) - v9) * dx / x
    v18 = v6 + v3 * v5 + ((v7 if v7 > 0.0 else 0.0) + log1p(exp(-abs(v7)))) + v9
    return v18, d6 + (v5 * (v4 * v4 * dx) + v3 * d5) + d8 * (y * dx + x * dy) + d9

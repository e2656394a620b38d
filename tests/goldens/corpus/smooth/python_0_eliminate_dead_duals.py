# value and tangent of smooth in 152 operations

from math import cos, cosh, exp, log1p, pi, sin, tanh

log_2 = 0.6931471805599453


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = -(x - y)
    d2 = (1.0 if v0 >= 0.0 else exp(-abs(v0))) / (1.0 + exp(-abs(v0))) * dx
    v3 = tanh(x)
    v4 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v5 = (1.0 if y >= 0.0 else exp(-abs(y))) / (1.0 + exp(-abs(y)))
    v6 = -y
    d5 = v5 * ((1.0 if v6 >= 0.0 else exp(-abs(v6))) / (1.0 + exp(-abs(v6)))) * dy
    v7 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    d7 = d2 + (1.0 if v1 >= 0.0 else exp(-abs(v1))) / (1.0 + exp(-abs(v1))) * dy
    v8 = x * y
    d9 = (1.0 if v8 >= 0.0 else exp(-abs(v8))) / (1.0 + exp(-abs(v8)))
    if x == 0.0:
        v10 = 1.0
    else:
        v11 = sin(pi * (x - float(round(x))))
        v10 = (v11 if float(round(x)) % 2.0 == 0.0 else -v11) / (pi * x)
    if abs(x) < 0.25:
        v12 = pi * x
        v13 = v12 * v12
        v14 = (4.498331606952833e-14 * v13 + -1.0706029224547743e-11) * v13
        v15 = ((v14 + 1.9270852604185937e-09) * v13 + -2.505210838544172e-07) * v13
        v16 = ((v15 + 2.2045855379188714e-05) * v13 + -0.0011904761904761906) * v13
        v17 = pi * (v12 * ((v16 + 0.03333333333333333) * v13 + -0.3333333333333333))
        d10 = v17 * dx
    else:
        v18 = abs(x - float(round(x)))
        d19 = cos(pi * v18) if v18 <= 0.25 else sin(pi * (0.5 - v18))
        d10 = ((d19 if float(round(x)) % 2.0 == 0.0 else -d19) - v10) * dx / x
    v20 = v7 + v3 * v5 + ((v8 if v8 > 0.0 else 0.0) + log1p(exp(-abs(v8)))) + v10
    return v20, d7 + (v5 * (v4 * v4 * dx) + v3 * d5) + d9 * (y * dx + x * dy) + d10

# value and tangent of smooth in 154 operations

from math import cos, exp, log1p, pi, sin, tanh


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = x - y
    d2 = (1.0 if -v1 >= 0.0 else exp(-abs(v1))) / (1.0 + exp(-abs(v1))) * dy
    v3 = tanh(x)
    v4 = exp(-2.0 * abs(x))
    v5 = (1.0 if y >= 0.0 else exp(-abs(y))) / (1.0 + exp(-abs(y)))
    d5 = v5 * ((exp(-abs(y)) if y >= 0.0 else 1.0) / (1.0 + exp(-abs(y)))) * dy
    if x == y:
        v6 = x + 0.6931471805599453
    else:
        v6 = (x if x > y else y) + log1p(exp(-abs(x - y)))
    d6 = (1.0 if v0 >= 0.0 else exp(-abs(v0))) / (1.0 + exp(-abs(v0))) * dx + d2
    v7 = x * y
    v8 = (1.0 if v7 >= 0.0 else exp(-abs(v7))) / (1.0 + exp(-abs(v7)))
    d9 = d6 + (v5 * (4.0 * v4 * dx / ((1.0 + v4) * (1.0 + v4))) + v3 * d5)
    if x == 0.0:
        v10 = 1.0
    else:
        v11 = sin(pi * (x - float(round(x))))
        v10 = (v11 if float(round(x)) % 2.0 == 0.0 else -v11) / (pi * x)
    if abs(x) < 0.25:
        v12 = pi * x
        v13 = v12 * v12
        v14 = (4.498331606952833e-14 * v13 - 1.0706029224547743e-11) * v13
        v15 = ((v14 + 1.9270852604185937e-09) * v13 - 2.505210838544172e-07) * v13
        v16 = ((v15 + 2.2045855379188714e-05) * v13 - 0.0011904761904761906) * v13
        d10 = pi * (v12 * ((v16 + 0.03333333333333333) * v13 - 0.3333333333333333)) * dx
    else:
        v17 = abs(x - float(round(x)))
        v18 = cos(pi * v17) if v17 <= 0.25 else sin(pi * (0.5 - v17))
        d10 = ((v18 if float(round(x)) % 2.0 == 0.0 else -v18) - v10) * dx / x
    v19 = v6 + v3 * v5 + ((v7 if v7 > 0.0 else 0.0) + log1p(exp(-abs(v7)))) + v10
    return v19, d9 + v8 * (y * dx + x * dy) + d10

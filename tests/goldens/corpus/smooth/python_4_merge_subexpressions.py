# value and tangent of smooth in 119 operations

from math import cos, cosh, exp, log1p, pi, sin, tanh


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
    v8 = x + 0.6931471805599453 if x == y else (x if x > y else y) + log1p(v1)
    d8 = (1.0 if v0 >= 0.0 else v1) / v2 * dx + (1.0 if -v0 >= 0.0 else v1) / v2 * dy
    d9 = v7 * (v4 * v4 * dx) + v3 * (v7 * ((1.0 if -y >= 0.0 else v5) / v6) * dy)
    v10 = x * y
    v11 = exp(-abs(v10))
    if x == 0.0:
        v12 = 1.0
    else:
        v13 = float(round(x))
        v14 = sin(pi * (x - v13))
        v12 = (v14 if v13 % 2.0 == 0.0 else -v14) / (pi * x)
    if abs(x) < 0.25:
        v15 = pi * x
        v16 = v15 * v15
        v17 = (4.498331606952833e-14 * v16 - 1.0706029224547743e-11) * v16
        v18 = ((v17 + 1.9270852604185937e-09) * v16 - 2.505210838544172e-07) * v16
        v19 = ((v18 + 2.2045855379188714e-05) * v16 - 0.0011904761904761906) * v16
        d12 = pi * (v15 * ((v19 + 0.03333333333333333) * v16 - 0.3333333333333333)) * dx
    else:
        v20 = float(round(x))
        v21 = abs(x - v20)
        d22 = cos(pi * v21) if v21 <= 0.25 else sin(pi * (0.5 - v21))
        d12 = ((d22 if v20 % 2.0 == 0.0 else -d22) - v12) * dx / x
    d23 = d8 + d9 + (1.0 if v10 >= 0.0 else v11) / (1.0 + v11) * (y * dx + x * dy)
    return v8 + v3 * v7 + ((v10 if v10 > 0.0 else 0.0) + log1p(v11)) + v12, d23 + d12

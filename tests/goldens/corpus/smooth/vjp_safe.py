# value and cotangents of smooth in 113 operations, 150 before the passes

from math import cos, cosh, exp, log1p, pi, sin, tanh

log_2 = 0.6931471805599453


def smooth_vjp(x, y, cotangent):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = tanh(x)
    v3 = exp(-abs(y))
    v4 = 1.0 + v3
    v5 = (1.0 if y >= 0.0 else v3) / v4
    v6 = x * y
    v7 = exp(-abs(v6))
    v8 = (x + log_2 if x == y else (x if x > y else y) + log1p(v1)) + v2 * v5
    if x == 0.0:
        v9 = 1.0
    else:
        v10 = float(round(x))
        v11 = sin(pi * (x - v10))
        v9 = (v11 if v10 % 2.0 == 0.0 else -v11) / (pi * x)
    d12 = (1.0 if v6 >= 0.0 else v7) / (1.0 + v7)
    d2 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v13 = 1.0 + v1
    if abs(x) < 0.25:
        v14 = pi * x
        d14 = v14 * v14
        d15 = (1.0706029224547743e-11 - 4.498331606952833e-14 * d14) * d14
        d16 = (2.505210838544172e-07 - (1.9270852604185937e-09 - d15) * d14) * d14
        d17 = (0.0011904761904761906 - (2.2045855379188714e-05 - d16) * d14) * d14
        d9 = -pi * v14 * (0.3333333333333333 - (0.03333333333333333 - d17) * d14)
    else:
        v18 = float(round(x))
        v19 = abs(x - v18)
        d20 = cos(pi * v19) if v19 <= 0.25 else sin(pi * (0.5 - v19))
        d9 = ((d20 if v18 % 2.0 == 0.0 else -d20) - v9) / x
    d21 = x * d12 + v2 / v4 * v5 * (1.0 if -y >= 0.0 else v3)
    d22 = cotangent * (d9 + y * d12 + v5 * d2 * d2 + (1.0 if v0 >= 0.0 else v1) / v13)
    d23 = cotangent * (d21 + (1.0 if -v0 >= 0.0 else v1) / v13)
    return v8 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v9, (d22, d23)

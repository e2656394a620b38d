# value and cotangents of smooth in 112 operations, 150 before the passes

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
    v8 = pi * x
    v9 = (x + log_2 if x == y else (x if x > y else y) + log1p(v1)) + v2 * v5
    if x == 0.0:
        v10 = 1.0
    else:
        v11 = float(round(x))
        v12 = sin(pi * (x - v11))
        v10 = (v12 if v11 % 2.0 == 0.0 else -v12) / v8
    d13 = (1.0 if v6 >= 0.0 else v7) / (1.0 + v7)
    d14 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v15 = 1.0 + v1
    if abs(x) < 0.25:
        d17 = v8 * v8
        d18 = (1.0706029224547743e-11 - 4.498331606952833e-14 * d17) * d17
        d19 = (2.505210838544172e-07 - (1.9270852604185937e-09 - d18) * d17) * d17
        d20 = (0.0011904761904761906 - (2.2045855379188714e-05 - d19) * d17) * d17
        d16 = -pi * v8 * (0.3333333333333333 - (0.03333333333333333 - d20) * d17)
    else:
        v21 = float(round(x))
        v22 = abs(x - v21)
        d23 = cos(pi * v22) if v22 <= 0.25 else sin(pi * (0.5 - v22))
        d16 = ((d23 if v21 % 2.0 == 0.0 else -d23) - v10) / x
    d24 = d16 + y * d13 + v5 * d14 * d14 + (1.0 if v0 >= 0.0 else v1) / v15
    d25 = x * d13 + v2 / v4 * v5 * (1.0 if -y >= 0.0 else v3)
    d26 = cotangent * (d25 + (1.0 if -v0 >= 0.0 else v1) / v15)
    return v9 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v10, (cotangent * d24, d26)

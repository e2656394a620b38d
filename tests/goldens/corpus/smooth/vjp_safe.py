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
    d13 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v14 = 1.0 + v1
    if abs(x) < 0.25:
        v16 = pi * x
        d17 = v16 * v16
        d18 = (1.0706029224547743e-11 - 4.498331606952833e-14 * d17) * d17
        d19 = (2.505210838544172e-07 - (1.9270852604185937e-09 - d18) * d17) * d17
        d20 = (0.0011904761904761906 - (2.2045855379188714e-05 - d19) * d17) * d17
        d15 = -pi * v16 * (0.3333333333333333 - (0.03333333333333333 - d20) * d17)
    else:
        v21 = float(round(x))
        v22 = abs(x - v21)
        d23 = cos(pi * v22) if v22 <= 0.25 else sin(pi * (0.5 - v22))
        d15 = ((d23 if v21 % 2.0 == 0.0 else -d23) - v9) / x
    d24 = d15 + y * d12 + v5 * d13 * d13 + (1.0 if v0 >= 0.0 else v1) / v14
    d25 = x * d12 + v2 / v4 * v5 * (1.0 if -y >= 0.0 else v3)
    d26 = cotangent * (d25 + (1.0 if -v0 >= 0.0 else v1) / v14)
    return v8 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v9, (cotangent * d24, d26)

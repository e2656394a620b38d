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
        v15 = v14 * v14
        v16 = (1.0706029224547743e-11 - 4.498331606952833e-14 * v15) * v15
        v17 = (2.505210838544172e-07 - (1.9270852604185937e-09 - v16) * v15) * v15
        v18 = (0.0011904761904761906 - (2.2045855379188714e-05 - v17) * v15) * v15
        d9 = -pi * v14 * (0.3333333333333333 - (0.03333333333333333 - v18) * v15)
    else:
        v19 = float(round(x))
        v20 = abs(x - v19)
        d21 = cos(pi * v20) if v20 <= 0.25 else sin(pi * (0.5 - v20))
        d9 = ((d21 if v19 % 2.0 == 0.0 else -d21) - v9) / x
    d22 = x * d12 + v2 / v4 * v5 * (1.0 if -y >= 0.0 else v3)
    d23 = cotangent * (d9 + y * d12 + v5 * d2 * d2 + (1.0 if v0 >= 0.0 else v1) / v13)
    d24 = cotangent * (d22 + (1.0 if -v0 >= 0.0 else v1) / v13)
    return v8 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v9, (d23, d24)

# Jacobian of smooth in 92 operations, 122 before the passes

from math import cos, cosh, exp, pi, sin, tanh


def smooth_jacobian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = exp(-abs(v3))
    d5 = (1.0 if v3 >= 0.0 else v4) / (1.0 + v4)
    if abs(x) < 0.25:
        v6 = pi * x
        v7 = v6 * v6
        v8 = (4.498331606952833e-14 * v7 - 1.0706029224547743e-11) * v7
        v9 = ((v8 + 1.9270852604185937e-09) * v7 - 2.505210838544172e-07) * v7
        v10 = ((v9 + 2.2045855379188714e-05) * v7 - 0.0011904761904761906) * v7
        d6 = pi * (v6 * ((v10 + 0.03333333333333333) * v7 - 0.3333333333333333))
    else:
        v11 = float(round(x))
        v12 = v11 % 2.0 == 0.0
        v13 = x - v11
        v14 = abs(v13)
        d15 = cos(pi * v14) if v14 <= 0.25 else sin(pi * (0.5 - v14))
        if x == 0.0:
            v16 = 1.0
        else:
            v17 = sin(pi * v13)
            v16 = (v17 if v12 else -v17) / (pi * x)
        d6 = ((d15 if v12 else -d15) - v16) / x
    v18 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v19 = x - y
    v20 = exp(-abs(v19))
    v21 = 1.0 + v20
    d22 = d5 * x + tanh(x) * (v2 * ((1.0 if -y >= 0.0 else v0) / v1))
    d23 = d6 + d5 * y + v2 * (v18 * v18) + (1.0 if v19 >= 0.0 else v20) / v21
    return d23, d22 + (1.0 if -v19 >= 0.0 else v20) / v21

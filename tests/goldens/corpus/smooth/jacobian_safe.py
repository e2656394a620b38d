# Jacobian of smooth in 91 operations, 122 before the passes

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
        v7 = pi * x
        v8 = v7 * v7
        v9 = (4.498331606952833e-14 * v8 - 1.0706029224547743e-11) * v8
        v10 = ((v9 + 1.9270852604185937e-09) * v8 - 2.505210838544172e-07) * v8
        v11 = ((v10 + 2.2045855379188714e-05) * v8 - 0.0011904761904761906) * v8
        d6 = pi * (v7 * ((v11 + 0.03333333333333333) * v8 - 0.3333333333333333))
    else:
        v12 = float(round(x))
        v13 = v12 % 2.0 == 0.0
        v14 = x - v12
        v15 = abs(v14)
        v16 = cos(pi * v15) if v15 <= 0.25 else sin(pi * (0.5 - v15))
        if x == 0.0:
            v6 = 1.0
        else:
            v17 = sin(pi * v14)
            v6 = (v17 if v13 else -v17) / (pi * x)
        d6 = ((v16 if v13 else -v16) - v6) / x
    v18 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v19 = x - y
    v20 = exp(-abs(v19))
    v21 = 1.0 + v20
    d22 = d5 * x + tanh(x) * (v2 * ((1.0 if -y >= 0.0 else v0) / v1))
    d23 = d6 + d5 * y + v2 * (v18 * v18) + (1.0 if v19 >= 0.0 else v20) / v21
    return d23, d22 + (1.0 if -v19 >= 0.0 else v20) / v21

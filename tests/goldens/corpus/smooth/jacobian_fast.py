# Jacobian of smooth in 88 operations, 122 before the passes

from math import cos, exp, pi, sin, tanh


def smooth_jacobian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = tanh(x)
    v1 = exp(-abs(y))
    v2 = 1.0 + v1
    v3 = (1.0 if y >= 0.0 else v1) / v2
    v4 = x * y
    v5 = exp(-abs(v4))
    d6 = (1.0 if v4 >= 0.0 else v5) / (1.0 + v5)
    if abs(x) < 0.25:
        v8 = pi * x
        v9 = v8 * v8
        v10 = (4.498331606952833e-14 * v9 - 1.0706029224547743e-11) * v9
        v11 = ((v10 + 1.9270852604185937e-09) * v9 - 2.505210838544172e-07) * v9
        v12 = ((v11 + 2.2045855379188714e-05) * v9 - 0.0011904761904761906) * v9
        d7 = pi * (v8 * ((v12 + 0.03333333333333333) * v9 - 0.3333333333333333))
    else:
        v13 = float(round(x))
        v14 = v13 % 2.0 == 0.0
        v15 = x - v13
        v16 = abs(v15)
        v17 = cos(pi * v16) if v16 <= 0.25 else sin(pi * (0.5 - v16))
        if x == 0.0:
            v7 = 1.0
        else:
            v18 = sin(pi * v15)
            v7 = (v18 if v14 else -v18) / (pi * x)
        d7 = ((v17 if v14 else -v17) - v7) / x
    v19 = x - y
    v20 = exp(-abs(v19))
    v21 = 1.0 + v20
    d22 = d6 * x + v0 * (v3 * ((1.0 if -y >= 0.0 else v1) / v2))
    d23 = d7 + d6 * y + v3 * (1.0 - v0 * v0) + (1.0 if v19 >= 0.0 else v20) / v21
    return d23, d22 + (1.0 if -v19 >= 0.0 else v20) / v21

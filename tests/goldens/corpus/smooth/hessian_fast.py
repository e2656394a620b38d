# Hessian of smooth in 138 operations, 277 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh

inv_pi = 0.3183098861837907


def smooth_hessian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = tanh(x)
    v1 = exp(-abs(y))
    v2 = x * y
    v3 = exp(-abs(v2))
    v4 = x - y
    v5 = exp(-abs(v4))
    v6 = 1.0 + v1
    v7 = 1.0 if y >= 0.0 else v1
    d2 = v7 / v6
    d8 = (1.0 - v0 * v0) * d2
    d9 = x * x
    d10 = 1.0 + v5
    d11 = (1.0 if v4 >= 0.0 else v5) * (1.0 if -v4 >= 0.0 else v5) / (d10 * d10)
    v12 = 1.0 + v3
    d13 = (1.0 if v2 >= 0.0 else v3) / v12
    d14 = d13 * ((1.0 if -v2 >= 0.0 else v3) / v12)
    if (-400.0 <= x) & (x <= 400.0):
        v16 = min(max(x, -400.0), 400.0)
        d17 = -2.0 * sinh(v16) * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * d8
        d15 = d17 / cosh(v16)
    else:
        d15 = 0.0
    if abs(x) < 0.25:
        d19 = 4.439675342554104e-13 * d9
        d20 = 1.0706029224547743e-11 - d19
        d21 = 9.869604401089358 * d9
        d22 = 1.9270852604185937e-09 - d20 * d21
        d23 = 2.505210838544172e-07 - d22 * d21
        d24 = 2.2045855379188714e-05 - d23 * d21
        d25 = 0.0011904761904761906 - d24 * d21
        d26 = 0.03333333333333333 - d25 * d21
        d27 = (d24 + ((d22 + (d19 - d20) * d21) * d21 - d23) * d21) * d21 - d25
        d28 = 19.739208802178716 * (d26 + d27 * d21) * d9
        d18 = 9.869604401089358 * (d28 - (0.3333333333333333 - d26 * d21))
    else:
        v29 = float(round(x))
        v30 = x - v29
        v31 = sin(pi * v30)
        v32 = v29 % 2.0 == 0.0
        v33 = v31 if v32 else -v31
        v34 = abs(v30)
        d35 = cos(pi * v34) if v34 <= 0.25 else sin(pi * (0.5 - v34))
        d36 = ((d35 if v32 else -d35) - (1.0 if x == 0.0 else inv_pi * v33 / x)) / x
        d18 = -((pi * v33 + d36 + d36) / x)
    d6 = 1.0 if -y >= 0.0 else v1
    d37 = d6 / v6
    d38 = d37 * d8 + d13 - d11 + d14 * v2
    d39 = d11 - v0 * (v7 - d6) * d2 * d37 / v6 + d9 * d14
    return (d15 + d18 + d11 + y * y * d14, d38), (d38, d39)

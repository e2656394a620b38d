# Hessian of smooth in 139 operations, 277 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh

two_pi = 6.283185307179586


def smooth_hessian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = exp(-abs(v3))
    v5 = min(max(x, -400.0), 400.0)
    v6 = x - y
    v7 = exp(-abs(v6))
    d8 = 1.0 / cosh(v5)
    d9 = v2 * d8 * d8
    d10 = 1.0 + v7
    d11 = (1.0 if v6 >= 0.0 else v7) / d10 * (1.0 if -v6 >= 0.0 else v7) / d10
    v12 = 1.0 + v4
    d13 = (1.0 if v3 >= 0.0 else v4) / v12
    d14 = d13 * ((1.0 if -v3 >= 0.0 else v4) / v12)
    if (-400.0 <= x) & (x <= 400.0):
        d15 = -2.0 * sinh(v5) * d8 * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * d9
    else:
        d15 = 0.0
    if abs(x) < 0.25:
        v17 = pi * x
        d18 = v17 * v17
        d19 = 4.498331606952833e-14 * d18
        d20 = 1.0706029224547743e-11 - d19
        d21 = 1.9270852604185937e-09 - d20 * d18
        d22 = 2.505210838544172e-07 - d21 * d18
        d23 = 2.2045855379188714e-05 - d22 * d18
        d24 = 0.0011904761904761906 - d23 * d18
        d25 = 0.03333333333333333 - d24 * d18
        d26 = (d23 + ((d21 + (d19 - d20) * d18) * d18 - d22) * d18) * d18 - d24
        d27 = two_pi * x * v17 * (d25 + d26 * d18) - (0.3333333333333333 - d25 * d18)
        d16 = 9.869604401089358 * d27
    else:
        v28 = float(round(x))
        v29 = x - v28
        v30 = sin(pi * v29)
        v31 = v28 % 2.0 == 0.0
        v32 = v30 if v31 else -v30
        v33 = abs(v29)
        d34 = cos(pi * v33) if v33 <= 0.25 else sin(pi * (0.5 - v33))
        d35 = ((d34 if v31 else -d34) - (1.0 if x == 0.0 else v32 / (pi * x))) / x
        d16 = -((pi * v32 + d35 + d35) / x)
    d36 = (1.0 if -y >= 0.0 else v0) / v1
    d37 = x * d14
    d38 = d36 * d9 + d13 - d11 + y * d37
    d39 = tanh(x) * v2 * (d36 - v2) * d36 + d11 + x * d37
    return (d15 + d16 + d11 + y * y * d14, d38), (d38, d39)

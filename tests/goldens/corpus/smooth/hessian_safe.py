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
    d3 = d13 * ((1.0 if -v3 >= 0.0 else v4) / v12)
    if (-400.0 <= x) & (x <= 400.0):
        d14 = -2.0 * sinh(v5) * d8 * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * d9
    else:
        d14 = 0.0
    if abs(x) < 0.25:
        v16 = pi * x
        d16 = v16 * v16
        d17 = 4.498331606952833e-14 * d16
        d18 = 1.0706029224547743e-11 - d17
        d19 = 1.9270852604185937e-09 - d18 * d16
        d20 = 2.505210838544172e-07 - d19 * d16
        d21 = 2.2045855379188714e-05 - d20 * d16
        d22 = 0.0011904761904761906 - d21 * d16
        d23 = 0.03333333333333333 - d22 * d16
        d24 = (d21 + ((d19 + (d17 - d18) * d16) * d16 - d20) * d16) * d16 - d22
        d25 = two_pi * x * v16 * (d23 + d24 * d16) - (0.3333333333333333 - d23 * d16)
        d15 = 9.869604401089358 * d25
    else:
        v26 = float(round(x))
        v27 = x - v26
        v28 = sin(pi * v27)
        v29 = v26 % 2.0 == 0.0
        v30 = v28 if v29 else -v28
        v31 = abs(v27)
        d32 = cos(pi * v31) if v31 <= 0.25 else sin(pi * (0.5 - v31))
        d33 = ((d32 if v29 else -d32) - (1.0 if x == 0.0 else v30 / (pi * x))) / x
        d15 = -((pi * v30 + d33 + d33) / x)
    d2 = (1.0 if -y >= 0.0 else v0) / v1
    d34 = x * d3
    d35 = d2 * d9 + d13 - d11 + y * d34
    d36 = tanh(x) * v2 * (d2 - v2) * d2 + d11 + x * d34
    return (d14 + d15 + d11 + y * y * d3, d35), (d35, d36)

# Hessian of smooth in 138 operations, 277 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh

two_pi = 6.283185307179586


def smooth_hessian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = pi * x
    v5 = exp(-abs(v3))
    v6 = min(max(x, -400.0), 400.0)
    v7 = x - y
    v8 = exp(-abs(v7))
    d9 = 1.0 / cosh(v6)
    d10 = v2 * d9 * d9
    d11 = 1.0 + v8
    d12 = (1.0 if v7 >= 0.0 else v8) / d11 * (1.0 if -v7 >= 0.0 else v8) / d11
    v13 = 1.0 + v5
    d14 = (1.0 if v3 >= 0.0 else v5) / v13
    d15 = d14 * ((1.0 if -v3 >= 0.0 else v5) / v13)
    if (-400.0 <= x) & (x <= 400.0):
        d17 = -2.0 * sinh(v6) * d9 * (0.5 if (x == -400.0) | (x == 400.0) else 1.0)
        d16 = d17 * d10
    else:
        d16 = 0.0
    if abs(x) < 0.25:
        d19 = v4 * v4
        d20 = 4.498331606952833e-14 * d19
        d21 = 1.0706029224547743e-11 - d20
        d22 = 1.9270852604185937e-09 - d21 * d19
        d23 = 2.505210838544172e-07 - d22 * d19
        d24 = 2.2045855379188714e-05 - d23 * d19
        d25 = 0.0011904761904761906 - d24 * d19
        d26 = 0.03333333333333333 - d25 * d19
        d27 = (d24 + ((d22 + (d20 - d21) * d19) * d19 - d23) * d19) * d19 - d25
        d28 = two_pi * x * v4 * (d26 + d27 * d19) - (0.3333333333333333 - d26 * d19)
        d18 = 9.869604401089358 * d28
    else:
        v29 = float(round(x))
        v30 = x - v29
        v31 = sin(pi * v30)
        v32 = v29 % 2.0 == 0.0
        v33 = v31 if v32 else -v31
        v34 = abs(v30)
        d35 = cos(pi * v34) if v34 <= 0.25 else sin(pi * (0.5 - v34))
        d36 = ((d35 if v32 else -d35) - (1.0 if x == 0.0 else v33 / v4)) / x
        d18 = -((pi * v33 + d36 + d36) / x)
    d37 = (1.0 if -y >= 0.0 else v0) / v1
    d38 = x * d15
    d39 = d37 * d10 + d14 - d12 + y * d38
    d40 = tanh(x) * v2 * (d37 - v2) * d37 + d12 + x * d38
    return (d16 + d18 + d12 + y * y * d15, d39), (d39, d40)

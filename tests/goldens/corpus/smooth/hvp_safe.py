# product with the Hessian of smooth in 145 operations, 288 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh

two_pi = 6.283185307179586


def smooth_hvp(x, y, dx, dy):
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
    v10 = 1.0 + v4
    d11 = (1.0 if v3 >= 0.0 else v4) / v10
    d12 = (1.0 if -y >= 0.0 else v0) / v1
    d13 = 1.0 + v7
    d14 = (1.0 if v6 >= 0.0 else v7) / d13 * (1.0 if -v6 >= 0.0 else v7) / d13
    d15 = d11 + d12 * d9 - d14
    if (-400.0 <= x) & (x <= 400.0):
        d16 = -2.0 * sinh(v5) * d8 * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * d9
    else:
        d16 = 0.0
    if abs(x) < 0.25:
        v18 = pi * x
        d19 = v18 * v18
        d20 = 4.498331606952833e-14 * d19
        d21 = 1.0706029224547743e-11 - d20
        d22 = 1.9270852604185937e-09 - d21 * d19
        d23 = 2.505210838544172e-07 - d22 * d19
        d24 = 2.2045855379188714e-05 - d23 * d19
        d25 = 0.0011904761904761906 - d24 * d19
        d26 = 0.03333333333333333 - d25 * d19
        d27 = (d24 + ((d22 + (d20 - d21) * d19) * d19 - d23) * d19) * d19 - d25
        d28 = two_pi * x * v18 * (d26 + d27 * d19) - (0.3333333333333333 - d26 * d19)
        d17 = 9.869604401089358 * d28
    else:
        v29 = float(round(x))
        v30 = x - v29
        v31 = sin(pi * v30)
        v32 = v29 % 2.0 == 0.0
        v33 = v31 if v32 else -v31
        v34 = abs(v30)
        d35 = cos(pi * v34) if v34 <= 0.25 else sin(pi * (0.5 - v34))
        d36 = ((d35 if v32 else -d35) - (1.0 if x == 0.0 else v33 / (pi * x))) / x
        d17 = -((pi * v33 + d36 + d36) / x)
    d37 = (1.0 if -v3 >= 0.0 else v4) / v10 * ((x * dy + y * dx) * d11)
    d38 = dy * (tanh(x) * v2 * (d12 - v2) * d12 + d14) + dx * d15 + x * d37
    return dy * d15 + dx * (d16 + d17 + d14) + y * d37, d38

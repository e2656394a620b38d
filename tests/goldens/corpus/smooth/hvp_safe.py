# product with the Hessian of smooth in 144 operations, 288 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh

two_pi = 6.283185307179586


def smooth_hvp(x, y, dx, dy):
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
    v11 = 1.0 + v5
    d12 = (1.0 if v3 >= 0.0 else v5) / v11
    d13 = (1.0 if -y >= 0.0 else v0) / v1
    d14 = 1.0 + v8
    d15 = (1.0 if v7 >= 0.0 else v8) / d14 * (1.0 if -v7 >= 0.0 else v8) / d14
    d16 = d12 + d13 * d10 - d15
    if (-400.0 <= x) & (x <= 400.0):
        d18 = -2.0 * sinh(v6) * d9 * (0.5 if (x == -400.0) | (x == 400.0) else 1.0)
        d17 = d18 * d10
    else:
        d17 = 0.0
    if abs(x) < 0.25:
        d20 = v4 * v4
        d21 = 4.498331606952833e-14 * d20
        d22 = 1.0706029224547743e-11 - d21
        d23 = 1.9270852604185937e-09 - d22 * d20
        d24 = 2.505210838544172e-07 - d23 * d20
        d25 = 2.2045855379188714e-05 - d24 * d20
        d26 = 0.0011904761904761906 - d25 * d20
        d27 = 0.03333333333333333 - d26 * d20
        d28 = (d25 + ((d23 + (d21 - d22) * d20) * d20 - d24) * d20) * d20 - d26
        d29 = two_pi * x * v4 * (d27 + d28 * d20) - (0.3333333333333333 - d27 * d20)
        d19 = 9.869604401089358 * d29
    else:
        v30 = float(round(x))
        v31 = x - v30
        v32 = sin(pi * v31)
        v33 = v30 % 2.0 == 0.0
        v34 = v32 if v33 else -v32
        v35 = abs(v31)
        d36 = cos(pi * v35) if v35 <= 0.25 else sin(pi * (0.5 - v35))
        d37 = ((d36 if v33 else -d36) - (1.0 if x == 0.0 else v34 / v4)) / x
        d19 = -((pi * v34 + d37 + d37) / x)
    d38 = (1.0 if -v3 >= 0.0 else v5) / v11 * ((x * dy + y * dx) * d12)
    d39 = dy * (tanh(x) * v2 * (d13 - v2) * d13 + d15) + dx * d16 + x * d38
    return dy * d16 + dx * (d17 + d19 + d15) + y * d38, d39

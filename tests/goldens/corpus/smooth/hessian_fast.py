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
    d8 = v7 / v6
    d9 = (1.0 - v0 * v0) * d8
    d10 = x * x
    d11 = 1.0 + v5
    d12 = (1.0 if v4 >= 0.0 else v5) * (1.0 if -v4 >= 0.0 else v5) / (d11 * d11)
    v13 = 1.0 + v3
    d14 = (1.0 if v2 >= 0.0 else v3) / v13
    d15 = d14 * ((1.0 if -v2 >= 0.0 else v3) / v13)
    if (-400.0 <= x) & (x <= 400.0):
        v17 = min(max(x, -400.0), 400.0)
        d18 = -2.0 * sinh(v17) * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * d9
        d16 = d18 / cosh(v17)
    else:
        d16 = 0.0
    if abs(x) < 0.25:
        d20 = 4.439675342554104e-13 * d10
        d21 = 1.0706029224547743e-11 - d20
        d22 = 9.869604401089358 * d10
        d23 = 1.9270852604185937e-09 - d21 * d22
        d24 = 2.505210838544172e-07 - d23 * d22
        d25 = 2.2045855379188714e-05 - d24 * d22
        d26 = 0.0011904761904761906 - d25 * d22
        d27 = 0.03333333333333333 - d26 * d22
        d28 = (d25 + ((d23 + (d20 - d21) * d22) * d22 - d24) * d22) * d22 - d26
        d29 = 19.739208802178716 * (d27 + d28 * d22) * d10
        d19 = 9.869604401089358 * (d29 - (0.3333333333333333 - d27 * d22))
    else:
        v30 = float(round(x))
        v31 = x - v30
        v32 = sin(pi * v31)
        v33 = v30 % 2.0 == 0.0
        v34 = v32 if v33 else -v32
        v35 = abs(v31)
        d36 = cos(pi * v35) if v35 <= 0.25 else sin(pi * (0.5 - v35))
        d37 = ((d36 if v33 else -d36) - (1.0 if x == 0.0 else inv_pi * v34 / x)) / x
        d19 = -((pi * v34 + d37 + d37) / x)
    d38 = 1.0 if -y >= 0.0 else v1
    d39 = d38 / v6
    d40 = d39 * d9 + d14 - d12 + d15 * v2
    d41 = d12 - v0 * (v7 - d38) * d8 * d39 / v6 + d10 * d15
    return (d16 + d19 + d12 + y * y * d15, d40), (d40, d41)

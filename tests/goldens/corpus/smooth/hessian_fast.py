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
    v8 = v7 / v6
    v9 = (1.0 - v0 * v0) * v8
    v10 = x * x
    d11 = 1.0 + v5
    d12 = (1.0 if v4 >= 0.0 else v5) * (1.0 if -v4 >= 0.0 else v5) / (d11 * d11)
    d13 = 1.0 + v3
    d14 = (1.0 if v2 >= 0.0 else v3) / d13
    d15 = d14 * ((1.0 if -v2 >= 0.0 else v3) / d13)
    if (-400.0 <= x) & (x <= 400.0):
        v17 = min(max(x, -400.0), 400.0)
        d18 = -2.0 * sinh(v17) * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * v9
        d16 = d18 / cosh(v17)
    else:
        d16 = 0.0
    if abs(x) < 0.25:
        v20 = 4.439675342554104e-13 * v10
        v21 = 1.0706029224547743e-11 - v20
        v22 = 9.869604401089358 * v10
        v23 = 1.9270852604185937e-09 - v21 * v22
        v24 = 2.505210838544172e-07 - v23 * v22
        v25 = 2.2045855379188714e-05 - v24 * v22
        v26 = 0.0011904761904761906 - v25 * v22
        v27 = 0.03333333333333333 - v26 * v22
        d28 = (v25 + ((v23 + (v20 - v21) * v22) * v22 - v24) * v22) * v22 - v26
        d29 = 19.739208802178716 * (v27 + d28 * v22) * v10
        d19 = 9.869604401089358 * (d29 - (0.3333333333333333 - v27 * v22))
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
    d6 = 1.0 if -y >= 0.0 else v1
    d38 = d6 / v6
    d39 = d38 * v9 + d14 - d12 + d15 * v2
    d40 = d12 - v0 * (v7 - d6) * v8 * d38 / v6 + v10 * d15
    return (d16 + d19 + d12 + y * y * d15, d39), (d39, d40)

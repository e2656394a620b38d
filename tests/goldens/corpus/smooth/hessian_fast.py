# Hessian of smooth in 128 operations, 236 before the passes

from math import cos, cosh, exp, inf, pi, sin, sinh, tanh

inv_pi = 0.3183098861837907


def share(x, y):
    """exp(x) / (exp(x) + exp(y)), with what the difference of x and y is rounded by."""
    if x == y:
        return 0.5
    d = x - y
    if d >= 0.0 or not d > -inf:
        return 1.0 / (1.0 + exp(-d))
    back = d + y
    low = (x - back) - ((d - back) + y)
    power = exp(d)
    return power * (1.0 + low) / (1.0 + power)


def smooth_hessian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = tanh(x)
    v1 = exp(-abs(y))
    v2 = x * y
    v3 = exp(-abs(v2))
    v4 = 1.0 + v1
    d5 = (1.0 if y >= 0.0 else v1) / v4
    d6 = (1.0 - v0 * v0) * d5
    d7 = x * x
    d8 = share(x, y) * share(y, x)
    v9 = 1.0 + v3
    d10 = (1.0 if v2 >= 0.0 else v3) / v9
    d11 = d10 * ((1.0 if -v2 >= 0.0 else v3) / v9)
    if (-400.0 <= x) & (x <= 400.0):
        v13 = min(max(x, -400.0), 400.0)
        d14 = -2.0 * sinh(v13) * (0.5 if (x == -400.0) | (x == 400.0) else 1.0) * d6
        d12 = d14 / cosh(v13)
    else:
        d12 = 0.0
    if abs(x) < 0.25:
        d16 = 4.439675342554104e-13 * d7
        d17 = 1.0706029224547743e-11 - d16
        d18 = 9.869604401089358 * d7
        d19 = 1.9270852604185937e-09 - d17 * d18
        d20 = 2.505210838544172e-07 - d19 * d18
        d21 = 2.2045855379188714e-05 - d20 * d18
        d22 = 0.0011904761904761906 - d21 * d18
        d23 = 0.03333333333333333 - d22 * d18
        d24 = (d21 + ((d19 + (d16 - d17) * d18) * d18 - d20) * d18) * d18 - d22
        d25 = 19.739208802178716 * (d23 + d24 * d18) * d7
        d15 = 9.869604401089358 * (d25 - (0.3333333333333333 - d23 * d18))
    else:
        v26 = float(round(x))
        v27 = x - v26
        v28 = sin(pi * v27)
        v29 = v26 % 2.0 == 0.0
        v30 = v28 if v29 else -v28
        v31 = abs(v27)
        d32 = cos(pi * v31) if v31 <= 0.25 else sin(pi * (0.5 - v31))
        d33 = ((d32 if v29 else -d32) - (1.0 if x == 0.0 else inv_pi * v30 / x)) / x
        d15 = -((pi * v30 + d33 + d33) / x)
    d34 = (1.0 if -y >= 0.0 else v1) / v4
    d35 = d34 * d6 - d8 + d10 + d11 * v2
    d36 = d8 - v0 * tanh(0.5 * y) * d5 * d34 + d7 * d11
    return (d8 + d12 + d15 + y * y * d11, d35), (d35, d36)

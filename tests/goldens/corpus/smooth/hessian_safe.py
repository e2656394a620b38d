# Hessian of smooth in 130 operations, 236 before the passes

from math import cos, cosh, exp, inf, pi, sin, sinh, tanh

two_pi = 6.283185307179586


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
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = pi * x
    v5 = exp(-abs(v3))
    v6 = min(max(x, -400.0), 400.0)
    d7 = 1.0 / cosh(v6)
    d8 = share(x, y) * share(y, x)
    v9 = 1.0 + v5
    d10 = (1.0 if v3 >= 0.0 else v5) / v9
    d11 = d10 * ((1.0 if -v3 >= 0.0 else v5) / v9)
    if (-400.0 <= x) & (x <= 400.0):
        d14 = 0.5 if (x == -400.0) | (x == 400.0) else 1.0
        d13 = -2.0 * v2 * d7 * sinh(v6) * d7 * d14 * d7
    else:
        d13 = 0.0
    if abs(x) < 0.25:
        d16 = v4 * v4
        d17 = 4.498331606952833e-14 * d16
        d18 = 1.0706029224547743e-11 - d17
        d19 = 1.9270852604185937e-09 - d18 * d16
        d20 = 2.505210838544172e-07 - d19 * d16
        d21 = 2.2045855379188714e-05 - d20 * d16
        d22 = 0.0011904761904761906 - d21 * d16
        d23 = 0.03333333333333333 - d22 * d16
        d24 = (d21 + ((d19 + (d17 - d18) * d16) * d16 - d20) * d16) * d16 - d22
        d25 = two_pi * x * v4 * (d23 + d24 * d16) - (0.3333333333333333 - d23 * d16)
        d15 = 9.869604401089358 * d25
    else:
        v26 = float(round(x))
        v27 = x - v26
        v28 = sin(pi * v27)
        v29 = v26 % 2.0 == 0.0
        v30 = v28 if v29 else -v28
        v31 = abs(v27)
        d32 = cos(pi * v31) if v31 <= 0.25 else sin(pi * (0.5 - v31))
        d33 = ((d32 if v29 else -d32) - (1.0 if x == 0.0 else v30 / v4)) / x
        d15 = -((pi * v30 + d33 + d33) / x)
    d34 = (1.0 if -y >= 0.0 else v0) * (v2 / v1)
    d35 = x * d11
    d36 = d34 * d7 * d7 - d8 + d10 + y * d35
    d37 = d8 - tanh(x) * tanh(0.5 * y) * d34 + x * d35
    return (d8 + d13 + d15 + y * y * d11, d36), (d36, d37)

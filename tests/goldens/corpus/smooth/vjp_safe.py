# value and cotangents of smooth in 106 operations, 139 before the passes

from math import cos, cosh, exp, inf, log1p, pi, sin, tanh

log_2 = 0.6931471805599453


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


def smooth_vjp(x, y, cotangent):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = tanh(x)
    v1 = exp(-abs(y))
    v2 = 1.0 + v1
    v3 = (1.0 if y >= 0.0 else v1) / v2
    v4 = x * y
    v5 = exp(-abs(v4))
    v6 = pi * x
    v7 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    if x == 0.0:
        v8 = 1.0
    else:
        v9 = float(round(x))
        v10 = sin(pi * (x - v9))
        v8 = (v10 if v9 % 2.0 == 0.0 else -v10) / v6
    d11 = (1.0 if v4 >= 0.0 else v5) / (1.0 + v5)
    d12 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    if abs(x) < 0.25:
        d14 = v6 * v6
        d15 = (1.0706029224547743e-11 - 4.498331606952833e-14 * d14) * d14
        d16 = (2.505210838544172e-07 - (1.9270852604185937e-09 - d15) * d14) * d14
        d17 = (0.0011904761904761906 - (2.2045855379188714e-05 - d16) * d14) * d14
        d13 = -pi * v6 * (0.3333333333333333 - (0.03333333333333333 - d17) * d14)
    else:
        v18 = float(round(x))
        v19 = abs(x - v18)
        d20 = cos(pi * v19) if v19 <= 0.25 else sin(pi * (0.5 - v19))
        d13 = ((d20 if v18 % 2.0 == 0.0 else -d20) - v8) / x
    d21 = x * d11 + v0 / v2 * v3 * (1.0 if -y >= 0.0 else v1) + share(y, x)
    v22 = v7 + v0 * v3 + ((v4 if v4 > 0.0 else 0.0) + log1p(v5)) + v8
    d23 = cotangent * (d13 + y * d11 + v3 * d12 * d12 + share(x, y))
    return v22, (d23, cotangent * d21)

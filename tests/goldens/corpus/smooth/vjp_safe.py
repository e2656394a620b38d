# value and cotangents of smooth in 106 operations, 135 before the passes

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
    v4 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    v5 = x * y
    v6 = exp(-abs(v5))
    v7 = pi * x
    if x == 0.0:
        v8 = 1.0
    else:
        v9 = float(round(x))
        v10 = sin(pi * (x - v9))
        v8 = (v10 if v9 % 2.0 == 0.0 else -v10) / v7
    v11 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v12 = (1.0 if v5 >= 0.0 else v6) / (1.0 + v6)
    if abs(x) < 0.25:
        v14 = v7 * v7
        v15 = (4.498331606952833e-14 * v14 - 1.0706029224547743e-11) * v14
        v16 = ((v15 + 1.9270852604185937e-09) * v14 - 2.505210838544172e-07) * v14
        v17 = ((v16 + 2.2045855379188714e-05) * v14 - 0.0011904761904761906) * v14
        v13 = pi * (v7 * ((v17 + 0.03333333333333333) * v14 - 0.3333333333333333))
    else:
        v18 = float(round(x))
        v19 = abs(x - v18)
        v20 = cos(pi * v19) if v19 <= 0.25 else sin(pi * (0.5 - v19))
        v13 = ((v20 if v18 % 2.0 == 0.0 else -v20) - v8) / x
    v21 = share(y, x) + v0 * (v3 * ((1.0 if -y >= 0.0 else v1) / v2)) + v12 * x
    d22 = cotangent * (share(x, y) + v3 * (v11 * v11) + v12 * y + v13)
    v23 = v4 + v0 * v3 + ((v5 if v5 > 0.0 else 0.0) + log1p(v6)) + v8
    return v23, (d22, cotangent * v21)

# value and tangent of smooth in 110 operations

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


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = tanh(x)
    v1 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v2 = exp(-abs(y))
    v3 = 1.0 + v2
    v4 = (1.0 if y >= 0.0 else v2) / v3
    v5 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    v6 = x * y
    v7 = exp(-abs(v6))
    v8 = pi * x
    if x == 0.0:
        v9 = 1.0
    else:
        v10 = float(round(x))
        v11 = sin(pi * (x - v10))
        v9 = (v11 if v10 % 2.0 == 0.0 else -v11) / v8
    d12 = dy * (share(y, x) + v0 * v4 * ((1.0 if -y >= 0.0 else v2) / v3))
    d13 = (y * dx + x * dy) * ((1.0 if v6 >= 0.0 else v7) / (1.0 + v7))
    if abs(x) < 0.25:
        v14 = v8 * v8
        v15 = v14 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v14)
        v16 = v14 * (2.505210838544172e-07 - v14 * (1.9270852604185937e-09 - v15))
        v17 = v14 * (0.0011904761904761906 - v14 * (2.2045855379188714e-05 - v16))
        d9 = -pi * dx * v8 * (0.3333333333333333 - v14 * (0.03333333333333333 - v17))
    else:
        v18 = float(round(x))
        v19 = abs(x - v18)
        v20 = cos(pi * v19) if v19 <= 0.25 else sin(pi * (0.5 - v19))
        d9 = ((v20 if v18 % 2.0 == 0.0 else -v20) - v9) * (dx / x)
    v21 = v5 + v0 * v4 + ((v6 if v6 > 0.0 else 0.0) + log1p(v7)) + v9
    return v21, dx * (share(x, y) + v4 * (v1 * v1)) + d12 + d13 + d9

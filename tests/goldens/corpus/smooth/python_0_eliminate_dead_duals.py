# value and tangent of smooth in 111 operations

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
    d1 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v2 = exp(-abs(y))
    v3 = 1.0 + v2
    v4 = (1.0 if y >= 0.0 else v2) / v3
    v5 = x * y
    v6 = exp(-abs(v5))
    if x == 0.0:
        v7 = 1.0
    else:
        v8 = float(round(x))
        v9 = sin(pi * (x - v8))
        v7 = (v9 if v8 % 2.0 == 0.0 else -v9) / (pi * x)
    v10 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    d11 = dy * (share(y, x) + v0 / v3 * v4 * (1.0 if -y >= 0.0 else v2))
    d12 = (y * dx + x * dy) / (1.0 + v6) * (1.0 if v5 >= 0.0 else v6)
    if abs(x) < 0.25:
        v13 = pi * x
        v14 = v13 * v13
        d15 = v14 * (1.0706029224547743e-11 - 4.498331606952833e-14 * v14)
        d16 = v14 * (2.505210838544172e-07 - v14 * (1.9270852604185937e-09 - d15))
        d17 = v14 * (0.0011904761904761906 - v14 * (2.2045855379188714e-05 - d16))
        d7 = -pi * dx * v13 * (0.3333333333333333 - v14 * (0.03333333333333333 - d17))
    else:
        v18 = float(round(x))
        v19 = abs(x - v18)
        d20 = cos(pi * v19) if v19 <= 0.25 else sin(pi * (0.5 - v19))
        d7 = dx / x * ((d20 if v18 % 2.0 == 0.0 else -d20) - v7)
    v21 = v10 + v0 * v4 + ((v5 if v5 > 0.0 else 0.0) + log1p(v6)) + v7
    return v21, dx * (share(x, y) + v4 * d1 * d1) + d11 + d12 + d7

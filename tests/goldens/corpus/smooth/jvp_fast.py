# value and tangent of smooth in 107 operations, 141 before the passes

from math import cos, exp, inf, log1p, pi, sin, tanh

inv_pi = 0.3183098861837907
log_2 = 0.6931471805599453
pi_squared = 9.869604401089358


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
    v1 = exp(-abs(y))
    v2 = x * y
    v3 = exp(-abs(v2))
    if x == 0.0:
        v4 = 1.0
    else:
        v5 = float(round(x))
        v6 = sin(pi * (x - v5))
        v4 = inv_pi * (v6 if v5 % 2.0 == 0.0 else -v6) / x
    v7 = 1.0 + v1
    v8 = (1.0 if y >= 0.0 else v1) / v7
    v9 = v0 * v8
    v10 = x + log_2 if x == y else (x if x > y else y) + log1p(exp(-abs(x - y)))
    d11 = dy * (share(y, x) + (1.0 if -y >= 0.0 else v1) * v9 / v7)
    d12 = (y * dx + x * dy) * (1.0 if v2 >= 0.0 else v3) / (1.0 + v3)
    if abs(x) < 0.25:
        v13 = pi_squared * x
        v14 = x * v13
        v15 = (1.0706029224547743e-11 - 4.439675342554104e-13 * (x * x)) * v14
        v16 = (2.505210838544172e-07 - (1.9270852604185937e-09 - v15) * v14) * v14
        v17 = (0.0011904761904761906 - (2.2045855379188714e-05 - v16) * v14) * v14
        d4 = dx * ((0.03333333333333333 - v17) * v14 - 0.3333333333333333) * v13
    else:
        v18 = float(round(x))
        v19 = abs(x - v18)
        v20 = cos(pi * v19) if v19 <= 0.25 else sin(pi * (0.5 - v19))
        d4 = dx * ((v20 if v18 % 2.0 == 0.0 else -v20) - v4) / x
    d21 = dx * (share(x, y) + (1.0 - v0 * v0) * v8) + d11 + d12 + d4
    return v10 + v9 + (v2 if v2 > 0.0 else 0.0) + log1p(v3) + v4, d21

# Jacobian of smooth in 81 operations, 111 before the passes

from math import cos, cosh, exp, inf, pi, sin, tanh


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


def smooth_jacobian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = pi * x
    v5 = exp(-abs(v3))
    d6 = (1.0 if v3 >= 0.0 else v5) / (1.0 + v5)
    if abs(x) < 0.25:
        v8 = v4 * v4
        v9 = (4.498331606952833e-14 * v8 - 1.0706029224547743e-11) * v8
        v10 = ((v9 + 1.9270852604185937e-09) * v8 - 2.505210838544172e-07) * v8
        v11 = ((v10 + 2.2045855379188714e-05) * v8 - 0.0011904761904761906) * v8
        d7 = pi * (v4 * ((v11 + 0.03333333333333333) * v8 - 0.3333333333333333))
    else:
        v12 = float(round(x))
        v13 = v12 % 2.0 == 0.0
        v14 = x - v12
        v15 = abs(v14)
        d16 = cos(pi * v15) if v15 <= 0.25 else sin(pi * (0.5 - v15))
        if x == 0.0:
            v17 = 1.0
        else:
            v18 = sin(pi * v14)
            v17 = (v18 if v13 else -v18) / v4
        d7 = ((d16 if v13 else -d16) - v17) / x
    v19 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    d20 = d6 * x + tanh(x) * (v2 * ((1.0 if -y >= 0.0 else v0) / v1)) + share(y, x)
    return d7 + d6 * y + v2 * (v19 * v19) + share(x, y), d20

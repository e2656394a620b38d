# Jacobian of smooth in 78 operations, 111 before the passes

from math import cos, exp, inf, pi, sin, tanh


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
    v0 = tanh(x)
    v1 = exp(-abs(y))
    v2 = 1.0 + v1
    v3 = (1.0 if y >= 0.0 else v1) / v2
    v4 = x * y
    v5 = pi * x
    v6 = exp(-abs(v4))
    d7 = (1.0 if v4 >= 0.0 else v6) / (1.0 + v6)
    if abs(x) < 0.25:
        v9 = v5 * v5
        v10 = (4.498331606952833e-14 * v9 - 1.0706029224547743e-11) * v9
        v11 = ((v10 + 1.9270852604185937e-09) * v9 - 2.505210838544172e-07) * v9
        v12 = ((v11 + 2.2045855379188714e-05) * v9 - 0.0011904761904761906) * v9
        d8 = pi * (v5 * ((v12 + 0.03333333333333333) * v9 - 0.3333333333333333))
    else:
        v13 = float(round(x))
        v14 = v13 % 2.0 == 0.0
        v15 = x - v13
        v16 = abs(v15)
        d17 = cos(pi * v16) if v16 <= 0.25 else sin(pi * (0.5 - v16))
        if x == 0.0:
            v18 = 1.0
        else:
            v19 = sin(pi * v15)
            v18 = (v19 if v14 else -v19) / v5
        d8 = ((d17 if v14 else -d17) - v18) / x
    d20 = d7 * x + v0 * (v3 * ((1.0 if -y >= 0.0 else v1) / v2)) + share(y, x)
    return d8 + d7 * y + v3 * (1.0 - v0 * v0) + share(x, y), d20

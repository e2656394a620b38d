# Hessian of smooth in 114 operations, 225 before the passes

from math import cos, exp, inf, pi, sin, tanh

pi_squared = 9.869604401089358
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
    v0 = tanh(x)
    v1 = exp(-abs(y))
    v2 = 1.0 + v1
    v3 = (1.0 if y >= 0.0 else v1) / v2
    v4 = x * y
    v5 = pi * x
    v6 = exp(-abs(v4))
    v7 = 1.0 + v6
    d8 = (1.0 if v4 >= 0.0 else v6) / v7
    d9 = 1.0 - v0 * v0
    d10 = v3 * ((1.0 if -y >= 0.0 else v1) / v2)
    d11 = share(x, y) * share(y, x)
    if abs(x) < 0.25:
        v13 = v5 * v5
        v14 = 4.498331606952833e-14 * v13
        v15 = v14 - 1.0706029224547743e-11
        v16 = v15 * v13 + 1.9270852604185937e-09
        v17 = v16 * v13 - 2.505210838544172e-07
        v18 = v17 * v13 + 2.2045855379188714e-05
        v19 = v18 * v13 - 0.0011904761904761906
        v20 = v19 * v13 + 0.03333333333333333
        d21 = v19 + v13 * (v18 + v13 * (v17 + v13 * (v16 + v13 * (v15 + v14))))
        d22 = v20 * v13 - 0.3333333333333333 + v5 * (v20 + v13 * d21) * (two_pi * x)
        d12 = pi_squared * d22
    else:
        v23 = float(round(x))
        v24 = x - v23
        v25 = sin(pi * v24)
        v26 = v23 % 2.0 == 0.0
        v27 = v25 if v26 else -v25
        v28 = abs(v24)
        d29 = cos(pi * v28) if v28 <= 0.25 else sin(pi * (0.5 - v28))
        d30 = ((d29 if v26 else -d29) - (1.0 if x == 0.0 else v27 / v5)) / x
        d12 = (-pi * v27 - d30 - d30) / x
    d31 = d8 * ((1.0 if -v4 >= 0.0 else v6) / v7)
    d32 = x * d31
    d33 = d10 * d9 - d11 + d8 + d32 * y
    d34 = d11 + v3 * (-2.0 * v0 * d9) + d12 + y * d31 * y
    return (d34, d33), (d33, d11 - v0 * (d10 * tanh(0.5 * y)) + d32 * x)

# Hessian of smooth in 117 operations, 225 before the passes

from math import cos, cosh, exp, inf, pi, sin, tanh

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
    v9 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    d10 = v9 * v9
    d11 = v3 * ((1.0 if -y >= 0.0 else v1) / v2)
    d12 = share(x, y) * share(y, x)
    if abs(x) < 0.25:
        v14 = v5 * v5
        v15 = 4.498331606952833e-14 * v14
        v16 = v15 - 1.0706029224547743e-11
        v17 = v16 * v14 + 1.9270852604185937e-09
        v18 = v17 * v14 - 2.505210838544172e-07
        v19 = v18 * v14 + 2.2045855379188714e-05
        v20 = v19 * v14 - 0.0011904761904761906
        v21 = v20 * v14 + 0.03333333333333333
        d22 = v20 + v14 * (v19 + v14 * (v18 + v14 * (v17 + v14 * (v16 + v15))))
        d23 = v21 * v14 - 0.3333333333333333 + v5 * (v21 + v14 * d22) * (two_pi * x)
        d13 = pi_squared * d23
    else:
        v24 = float(round(x))
        v25 = x - v24
        v26 = sin(pi * v25)
        v27 = v24 % 2.0 == 0.0
        v28 = v26 if v27 else -v26
        v29 = abs(v25)
        d30 = cos(pi * v29) if v29 <= 0.25 else sin(pi * (0.5 - v29))
        d31 = ((d30 if v27 else -d30) - (1.0 if x == 0.0 else v28 / v5)) / x
        d13 = (-pi * v28 - d31 - d31) / x
    d32 = d8 * ((1.0 if -v4 >= 0.0 else v6) / v7)
    d33 = x * d32
    d34 = d11 * d10 - d12 + d8 + d33 * y
    d35 = d12 + v3 * (-2.0 * v0 * d10) + d13 + y * d32 * y
    return (d35, d34), (d34, d12 - v0 * (d11 * tanh(0.5 * y)) + d33 * x)

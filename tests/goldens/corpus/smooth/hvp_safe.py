# product with the Hessian of smooth in 124 operations, 260 before the passes

from math import cos, cosh, exp, inf, pi, sin, tanh

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


def smooth_hvp(x, y, dx, dy):
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
    d12 = share(y, x) * share(x, y)
    d13 = d10 * d11 - d12 + d8
    if abs(x) < 0.25:
        v15 = v5 * v5
        v16 = 4.498331606952833e-14 * v15
        v17 = v16 - 1.0706029224547743e-11
        v18 = v17 * v15 + 1.9270852604185937e-09
        v19 = v18 * v15 - 2.505210838544172e-07
        v20 = v19 * v15 + 2.2045855379188714e-05
        v21 = v20 * v15 - 0.0011904761904761906
        v22 = v21 * v15 + 0.03333333333333333
        d23 = v21 + v15 * (v20 + v15 * (v19 + v15 * (v18 + v15 * (v17 + v16))))
        d24 = v22 * v15 - 0.3333333333333333 + v5 * (v22 + v15 * d23) * (two_pi * x)
        d14 = 9.869604401089358 * d24
    else:
        v25 = float(round(x))
        v26 = x - v25
        v27 = sin(pi * v26)
        v28 = v25 % 2.0 == 0.0
        v29 = v27 if v28 else -v27
        v30 = abs(v26)
        d31 = cos(pi * v30) if v30 <= 0.25 else sin(pi * (0.5 - v30))
        d32 = ((d31 if v28 else -d31) - (1.0 if x == 0.0 else v29 / v5)) / x
        d14 = (-pi * v29 - d32 - d32) / x
    d33 = d8 * ((1.0 if -v4 >= 0.0 else v6) / v7)
    d34 = x * dy + y * dx
    d35 = d13 * dy + (d12 + v3 * (-2.0 * v0 * d10) + d14) * dx + y * d33 * d34
    return d35, (d12 - v0 * (tanh(0.5 * y) * d11)) * dy + d13 * dx + x * d33 * d34

# product with the Hessian of smooth in 124 operations, 260 before the passes

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
    v8 = (1.0 if v4 >= 0.0 else v6) / v7
    v9 = 1.0 / cosh(min(max(x, -400.0), 400.0))
    v10 = v9 * v9
    v11 = v3 * ((1.0 if -y >= 0.0 else v1) / v2)
    v12 = share(x, y) * share(y, x)
    v13 = v10 * v11 - v12 + v8
    if abs(x) < 0.25:
        v15 = v5 * v5
        v16 = 4.498331606952833e-14 * v15
        v17 = v16 - 1.0706029224547743e-11
        v18 = v17 * v15 + 1.9270852604185937e-09
        v19 = v18 * v15 - 2.505210838544172e-07
        v20 = v19 * v15 + 2.2045855379188714e-05
        v21 = v20 * v15 - 0.0011904761904761906
        v22 = v21 * v15 + 0.03333333333333333
        v23 = v21 + v15 * (v20 + v15 * (v19 + v15 * (v18 + v15 * (v17 + v16))))
        v24 = v22 * v15 - 0.3333333333333333 + v5 * (v22 + v15 * v23) * (two_pi * x)
        v14 = pi_squared * v24
    else:
        v25 = float(round(x))
        v26 = x - v25
        v27 = sin(pi * v26)
        v28 = v25 % 2.0 == 0.0
        v29 = v27 if v28 else -v27
        v30 = abs(v26)
        v31 = cos(pi * v30) if v30 <= 0.25 else sin(pi * (0.5 - v30))
        v32 = ((v31 if v28 else -v31) - (1.0 if x == 0.0 else v29 / v5)) / x
        v14 = (-pi * v29 - v32 - v32) / x
    v33 = v8 * ((1.0 if -v4 >= 0.0 else v6) / v7)
    d34 = x * dy + y * dx
    d35 = v13 * dy + (v12 + v3 * (-2.0 * v0 * v10) + v14) * dx + y * v33 * d34
    return d35, (v12 - v0 * (v11 * tanh(0.5 * y))) * dy + v13 * dx + x * v33 * d34

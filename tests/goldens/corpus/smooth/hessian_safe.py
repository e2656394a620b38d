# Hessian of smooth in 130 operations, 236 before the passes

from math import cos, cosh, exp, inf, pi, sin, sinh, tanh

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
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = pi * x
    v5 = exp(-abs(v3))
    v6 = 1.0 + v5
    d7 = (1.0 if v3 >= 0.0 else v5) / v6
    v8 = min(max(x, -400.0), 400.0)
    v9 = cosh(v8)
    d10 = 1.0 / v9
    d11 = v2 * ((1.0 if -y >= 0.0 else v0) / v1)
    d12 = share(x, y) * share(y, x)
    if (-400.0 <= x) & (x <= 400.0):
        d15 = 0.5 if (x == -400.0) | (x == 400.0) else 1.0
        d14 = -(d10 * (v2 * (2.0 * d10) / v9) * sinh(v8) * d15)
    else:
        d14 = 0.0
    if abs(x) < 0.25:
        v17 = v4 * v4
        v18 = 4.498331606952833e-14 * v17
        v19 = v18 - 1.0706029224547743e-11
        v20 = v19 * v17 + 1.9270852604185937e-09
        v21 = v20 * v17 - 2.505210838544172e-07
        v22 = v21 * v17 + 2.2045855379188714e-05
        v23 = v22 * v17 - 0.0011904761904761906
        v24 = v23 * v17 + 0.03333333333333333
        d25 = v23 + v17 * (v22 + v17 * (v21 + v17 * (v20 + v17 * (v19 + v18))))
        d26 = v24 * v17 - 0.3333333333333333 + v4 * (v24 + v17 * d25) * (two_pi * x)
        d16 = 9.869604401089358 * d26
    else:
        v27 = float(round(x))
        v28 = x - v27
        v29 = sin(pi * v28)
        v30 = v27 % 2.0 == 0.0
        v31 = v29 if v30 else -v29
        v32 = abs(v28)
        d33 = cos(pi * v32) if v32 <= 0.25 else sin(pi * (0.5 - v32))
        d34 = ((d33 if v30 else -d33) - (1.0 if x == 0.0 else v31 / v4)) / x
        d16 = (-pi * v31 - d34 - d34) / x
    d35 = d7 * ((1.0 if -v3 >= 0.0 else v5) / v6)
    d36 = x * d35
    d37 = d11 * (d10 * d10) - d12 + d7 + d36 * y
    d38 = d12 - tanh(x) * (tanh(0.5 * y) * d11) + d36 * x
    return (d12 + d14 + d16 + y * d35 * y, d37), (d37, d38)

# product with the Hessian of smooth in 137 operations, 272 before the passes

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


def smooth_hvp(x, y, dx, dy):
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
    v10 = 1.0 / v9
    d11 = v2 * ((1.0 if -y >= 0.0 else v0) / v1)
    d12 = share(y, x) * share(x, y)
    d13 = v10 * v10 * d11 - d12 + d7
    if (-400.0 <= x) & (x <= 400.0):
        d16 = 0.5 if (x == -400.0) | (x == 400.0) else 1.0
        d15 = -(v10 * (v2 * (2.0 * v10) / v9) * sinh(v8) * d16)
    else:
        d15 = 0.0
    if abs(x) < 0.25:
        v18 = v4 * v4
        v19 = 4.498331606952833e-14 * v18
        v20 = v19 - 1.0706029224547743e-11
        v21 = v20 * v18 + 1.9270852604185937e-09
        v22 = v21 * v18 - 2.505210838544172e-07
        v23 = v22 * v18 + 2.2045855379188714e-05
        v24 = v23 * v18 - 0.0011904761904761906
        v25 = v24 * v18 + 0.03333333333333333
        d26 = v24 + v18 * (v23 + v18 * (v22 + v18 * (v21 + v18 * (v20 + v19))))
        d27 = v25 * v18 - 0.3333333333333333 + v4 * (v25 + v18 * d26) * (two_pi * x)
        d17 = 9.869604401089358 * d27
    else:
        v28 = float(round(x))
        v29 = x - v28
        v30 = sin(pi * v29)
        v31 = v28 % 2.0 == 0.0
        v32 = v30 if v31 else -v30
        v33 = abs(v29)
        d34 = cos(pi * v33) if v33 <= 0.25 else sin(pi * (0.5 - v33))
        d35 = ((d34 if v31 else -d34) - (1.0 if x == 0.0 else v32 / v4)) / x
        d17 = (-pi * v32 - d35 - d35) / x
    d36 = d7 * ((1.0 if -v3 >= 0.0 else v5) / v6)
    d37 = x * dy + y * dx
    d38 = (d12 - tanh(x) * (tanh(0.5 * y) * d11)) * dy + d13 * dx + x * d36 * d37
    return d13 * dy + (d12 + d15 + d17) * dx + y * d36 * d37, d38

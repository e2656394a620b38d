# product with the Hessian of smooth in 136 operations, 272 before the passes

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
    v6 = min(max(x, -400.0), 400.0)
    d7 = 1.0 / cosh(v6)
    d8 = (1.0 if -y >= 0.0 else v0) * (v2 / v1)
    d9 = share(x, y) * share(y, x)
    v10 = 1.0 + v5
    d11 = (1.0 if v3 >= 0.0 else v5) / v10
    d12 = d8 * d7 * d7 - d9 + d11
    if (-400.0 <= x) & (x <= 400.0):
        d15 = 0.5 if (x == -400.0) | (x == 400.0) else 1.0
        d14 = -2.0 * v2 * d7 * sinh(v6) * d7 * d15 * d7
    else:
        d14 = 0.0
    if abs(x) < 0.25:
        d17 = v4 * v4
        d18 = 4.498331606952833e-14 * d17
        d19 = 1.0706029224547743e-11 - d18
        d20 = 1.9270852604185937e-09 - d19 * d17
        d21 = 2.505210838544172e-07 - d20 * d17
        d22 = 2.2045855379188714e-05 - d21 * d17
        d23 = 0.0011904761904761906 - d22 * d17
        d24 = 0.03333333333333333 - d23 * d17
        d25 = (d22 + ((d20 + (d18 - d19) * d17) * d17 - d21) * d17) * d17 - d23
        d26 = two_pi * x * v4 * (d24 + d25 * d17) - (0.3333333333333333 - d24 * d17)
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
        d16 = -((pi * v31 + d34 + d34) / x)
    d35 = (1.0 if -v3 >= 0.0 else v5) / v10 * ((x * dy + y * dx) * d11)
    d36 = d12 * dx - dy * (tanh(x) * tanh(0.5 * y) * d8 - d9) + x * d35
    return d12 * dy + (d9 + d14 + d16) * dx + y * d35, d36

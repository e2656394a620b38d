# product with the Hessian of smooth in 143 operations, 289 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh


def smooth_hvp(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = exp(-abs(v3))
    v5 = 1.0 + v4
    d6 = (1.0 if v3 >= 0.0 else v4) / v5
    v7 = min(max(x, -400.0), 400.0)
    v8 = cosh(v7)
    v9 = 1.0 / v8
    d10 = v9 * v9
    v11 = (1.0 if -y >= 0.0 else v0) / v1
    d2 = v2 * v11
    v12 = x - y
    v13 = exp(-abs(v12))
    v14 = 1.0 + v13
    d15 = (1.0 if v12 >= 0.0 else v13) / v14 * ((1.0 if -v12 >= 0.0 else v13) / v14)
    d16 = d6 + d10 * d2 - d15
    if (-400.0 <= x) & (x <= 400.0):
        d19 = 0.5 if (x == -400.0) | (x == 400.0) else 1.0
        d18 = -2.0 * v2 / v8 * d10 * sinh(v7) * d19
    else:
        d18 = 0.0
    if abs(x) < 0.25:
        v21 = pi * x
        v22 = v21 * v21
        v23 = 4.498331606952833e-14 * v22
        v24 = v23 - 1.0706029224547743e-11
        v25 = v24 * v22 + 1.9270852604185937e-09
        v26 = v25 * v22 - 2.505210838544172e-07
        v27 = v26 * v22 + 2.2045855379188714e-05
        v28 = v27 * v22 - 0.0011904761904761906
        v29 = v28 * v22 + 0.03333333333333333
        d30 = v28 + v22 * (v27 + v22 * (v26 + v22 * (v25 + v22 * (v24 + v23))))
        d31 = v29 * v22 - 0.3333333333333333 + 2.0 * v22 * (v29 + v22 * d30)
        d20 = 9.869604401089358 * d31
    else:
        v32 = float(round(x))
        v33 = x - v32
        v34 = sin(pi * v33)
        v35 = abs(v33)
        d36 = cos(pi * v35) if v35 <= 0.25 else sin(pi * (0.5 - v35))
        if v32 % 2.0 == 0.0:
            v37 = v34
            d38 = d36
        else:
            v37 = -v34
            d38 = -d36
        d39 = (d38 - (1.0 if x == 0.0 else v37 / (pi * x))) / x
        d20 = (-pi * v37 - d39 - d39) / x
    d40 = d6 / v5 * ((1.0 if -v3 >= 0.0 else v4) * (x * dy + y * dx))
    d3 = d16 * dx - dy * (tanh(x) * d2 * (v2 - v11) - d15) + x * d40
    return d16 * dy + (d18 + d20 + d15) * dx + y * d40, d3

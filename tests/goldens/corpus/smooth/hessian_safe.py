# Hessian of smooth in 137 operations, 278 before the passes

from math import cos, cosh, exp, pi, sin, sinh, tanh


def smooth_hessian(x, y):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = exp(-abs(y))
    v1 = 1.0 + v0
    v2 = (1.0 if y >= 0.0 else v0) / v1
    v3 = x * y
    v4 = min(max(x, -400.0), 400.0)
    v5 = cosh(v4)
    d6 = 1.0 / v5
    d7 = d6 * d6
    v8 = x - y
    v9 = exp(-abs(v8))
    v10 = 1.0 + v9
    v11 = exp(-abs(v3))
    v12 = 1.0 + v11
    d13 = (1.0 if v3 >= 0.0 else v11) / v12
    d14 = (1.0 if v8 >= 0.0 else v9) / v10 * ((1.0 if -v8 >= 0.0 else v9) / v10)
    d15 = (1.0 if -v3 >= 0.0 else v11) * (d13 / v12)
    if (-400.0 <= x) & (x <= 400.0):
        d18 = 0.5 if (x == -400.0) | (x == 400.0) else 1.0
        d17 = -2.0 * v2 / v5 * sinh(v4) * d18 * d7
    else:
        d17 = 0.0
    if abs(x) < 0.25:
        v20 = pi * x
        v21 = v20 * v20
        v22 = 4.498331606952833e-14 * v21
        v23 = v22 - 1.0706029224547743e-11
        v24 = v23 * v21 + 1.9270852604185937e-09
        v25 = v24 * v21 - 2.505210838544172e-07
        v26 = v25 * v21 + 2.2045855379188714e-05
        v27 = v26 * v21 - 0.0011904761904761906
        v28 = v27 * v21 + 0.03333333333333333
        d29 = v27 + v21 * (v26 + v21 * (v25 + v21 * (v24 + v21 * (v23 + v22))))
        d30 = v28 * v21 - 0.3333333333333333 + 2.0 * v21 * (v28 + v21 * d29)
        d19 = 9.869604401089358 * d30
    else:
        v31 = float(round(x))
        v32 = x - v31
        v33 = sin(pi * v32)
        v34 = abs(v32)
        d35 = cos(pi * v34) if v34 <= 0.25 else sin(pi * (0.5 - v34))
        if v31 % 2.0 == 0.0:
            v36 = v33
            d37 = d35
        else:
            v36 = -v33
            d37 = -d35
        d38 = (d37 - (1.0 if x == 0.0 else v36 / (pi * x))) / x
        d19 = (-pi * v36 - d38 - d38) / x
    v39 = (1.0 if -y >= 0.0 else v0) / v1
    d2 = v2 * v39
    d40 = x * d15
    d41 = d2 * d7 + d13 - d14 + y * d40
    d3 = d14 - tanh(x) * d2 * (v2 - v39) + x * d40
    return (d17 + d19 + d14 + y * y * d15, d41), (d41, d3)

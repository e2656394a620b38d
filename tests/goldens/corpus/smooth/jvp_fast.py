# value and tangent of smooth in 114 operations, 152 before the passes

from math import cos, exp, log1p, pi, sin, tanh

inv_pi = 0.3183098861837907
log_2 = 0.6931471805599453


def smooth(x, y, dx, dy):
    # corpus.py:76  return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pex...
    v0 = x - y
    v1 = exp(-abs(v0))
    v2 = tanh(x)
    v3 = exp(-abs(y))
    v4 = x * y
    v5 = exp(-abs(v4))
    if x == 0.0:
        v6 = 1.0
    else:
        v7 = float(round(x))
        v8 = sin(pi * (x - v7))
        v6 = inv_pi * (v8 if v7 % 2.0 == 0.0 else -v8) / x
    v9 = 1.0 + v3
    d10 = (1.0 if y >= 0.0 else v3) / v9
    v11 = (x + log_2 if x == y else (x if x > y else y) + log1p(v1)) + v2 * d10
    d12 = (1.0 if v0 >= 0.0 else v1) * dx + (1.0 if -v0 >= 0.0 else v1) * dy
    d13 = (dx * (1.0 - v2 * v2) + dy * v2 * (1.0 if -y >= 0.0 else v3) / v9) * d10
    d14 = (y * dx + x * dy) * (1.0 if v4 >= 0.0 else v5) / (1.0 + v5)
    if abs(x) < 0.25:
        d15 = 9.869604401089358 * x
        d16 = x * d15
        d17 = (1.0706029224547743e-11 - 4.439675342554104e-13 * (x * x)) * d16
        d18 = (2.505210838544172e-07 - (1.9270852604185937e-09 - d17) * d16) * d16
        d19 = (0.0011904761904761906 - (2.2045855379188714e-05 - d18) * d16) * d16
        d6 = dx * ((0.03333333333333333 - d19) * d16 - 0.3333333333333333) * d15
    else:
        v20 = float(round(x))
        v21 = abs(x - v20)
        d22 = cos(pi * v21) if v21 <= 0.25 else sin(pi * (0.5 - v21))
        d6 = dx * ((d22 if v20 % 2.0 == 0.0 else -d22) - v6) / x
    v23 = v11 + (v4 if v4 > 0.0 else 0.0) + log1p(v5) + v6
    return v23, d12 / (1.0 + v1) + d13 + d14 + d6

# Hessian of real_branches in 112 operations, 133 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    d2 = 1.0 if r == 0.0 else r
    y2 = (-y if v1 else y * y) if v0 else y
    # corpus.py:105  if r < 1 and x > y:
    v3 = r < 1.0 and x > y
    if v3:
        d4 = True
        d5 = True
        d6 = x / d2
    else:
        d5 = not v0 and not (y > 0.0 and y < 2.0)
        d4 = not d5
        d6 = 0.0
    if d4:
        d9 = 1.0 / r
        d10 = x / d2
        d11 = d10 * d9
        if v3:
            d12 = x
            d13 = 1.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v14 = y2 / r
            d15 = v14 * d9
            d12 = -d15
            d13 = d15 * (2.0 * d11)
        d16 = y / d2
        d17 = d16 * d9
        d7 = d10 * d13 + d12 * (d16 * d17)
        d8 = d16 * (d13 - d12 * d11)
    else:
        d7 = 0.0
        d8 = 0.0
    if d5:
        d18 = 0.0
        d19 = 0.0
    else:
        d20 = 1.0 / r
        d21 = x / d2 * d20
        d22 = y / d2 * d20
        if v0:
            if v1:
                d18 = d21 * d20
                d19 = d22 * d20
            else:
                d23 = y * d20
                d18 = -(d23 * (2.0 * d21))
                d19 = 2.0 * (d20 - d22 * d23)
        else:
            d18 = -(d21 * d20)
            d19 = -(d22 * d20)
    d24 = d18 + d8
    d25 = 2.0 * y
    if d4:
        if v3:
            d27 = 0.0
        else:
            d28 = (v14 * d17 - ((-1.0 if v1 else d25) if v0 else 1.0) * d9) * d9
            d27 = d16 * (d28 + d15 * d17)
        d26 = d27 + d12 * (d10 * d11)
    else:
        d26 = 0.0
    d29 = d6 + d7
    d30 = d19 + d26
    if v3:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d29, d24), (d24, d30)), ((0.0, 0.0), (0.0, exp(y)))
    if d5:
        d31 = 1.0 / r
        d32 = x / d2
        d33 = d32 * d31
        d34 = y / d2
        d35 = -(d33 * d34)
        return ((d29, d24), (d24, d30)), ((d34 * (d34 * d31), d35), (d35, d32 * d33))
    v36 = sin(x)
    d37 = cos(x)
    if v0:
        if v1:
            d38 = -d37
            d39 = 0.0
        else:
            d38 = d37 * d25
            d39 = 2.0 * v36
    else:
        d38 = d37
        d39 = 0.0
    return ((d29, d24), (d24, d30)), ((-(y2 * v36), d38), (d38, d39))

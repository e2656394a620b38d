# Hessian of real_branches in 134 operations, 172 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = 1.0 / r
    d1 = y * d0
    v2 = 1.0 if r == 0.0 else r
    v3 = x / v2
    # corpus.py:105  if r < 1 and x > y:
    v4 = r < 1.0 and x > y
    if v4:
        d5 = x
        d6 = v3
        d7 = 1.0
        d8 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v9 = x < 0.0
        if v9:
            if y < 0.0:
                d10 = 0.0
                d11 = True
                d12 = 0.0
                d13 = 0.0
            else:
                d14 = d0 * v3 * (2.0 * d1)
                d10 = -(d1 * d1)
                d11 = False
                d12 = d1 * d14
                d13 = -d14
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v15 = y > 0.0 and y < 2.0
            d10 = 0.0
            d11 = v15
            d12 = 0.0
            d13 = 0.0
        if d11:
            v19 = -1.0 if v9 else 1.0
            d20 = d0 * v19
            d21 = d0 * v3
            d22 = 2.0 * d1
            d16 = -(d1 * d20)
            d17 = d20 * (d21 * d22)
            d18 = -(d20 * d21)
        else:
            d16 = 0.0
            d17 = 0.0
            d18 = 0.0
        d5 = d10 + d16
        d6 = 0.0
        d7 = d12 + d17
        d8 = d13 + d18
    d23 = d5 / v2
    d24 = v3 * d23 - d7
    d25 = d8 - d24 * d1
    d26 = d1 / v2
    if v4:
        d27 = 0.0
        d28 = 0.0
    else:
        if v9:
            if y < 0.0:
                d29 = 0.0
                d30 = 0.0
            else:
                d31 = 2.0 * y
                d29 = d0 * (2.0 - d26 * d31)
                d30 = -(d1 * d29)
        else:
            d29 = 0.0
            d30 = 0.0
        if d11:
            d32 = -(d26 * d20)
            d33 = (d26 * d22 - d0) * d20
        else:
            d32 = 0.0
            d33 = 0.0
        d27 = d29 + d32
        d28 = d0 * (d30 + d33)
    d34 = d6 + d23 - x * d0 * d24
    d35 = d27 + d23 - y * (d26 * d23 - d28)
    if v4:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d34, d25), (d25, d35)), ((0.0, 0.0), (0.0, exp(y)))
    if v9:
        if y < 0.0:
            d37 = False
            d38 = 0.0
            d39 = 0.0
        else:
            d37 = True
            d38 = cos(x) * d31
            d39 = 2.0 * sin(x)
        d36 = True
    else:
        d36 = v15
        d37 = False
        d38 = 0.0
        d39 = 0.0
    if d37 or d11:
        d42 = (0.0 if y < 0.0 else y * y) if v9 else 0.0
        d41 = -(sin(x) * (d42 + (y * (-1.0 if v9 else 1.0) if d11 else 0.0)))
    else:
        d41 = 0.0
    if d36:
        d43 = 0.0
        d44 = 0.0
        d45 = 0.0
    else:
        d43 = d0 - v3 * (d0 * v3)
        d44 = -(v3 * d26)
        d45 = d0 - y * d26 / v2
    if d11:
        d46 = v19 * cos(x)
    else:
        d46 = 0.0
    d47 = d38 + d46 + d44
    return ((d34, d25), (d25, d35)), ((d41 + d43, d47), (d47, d39 + d45))

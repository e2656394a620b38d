# Hessian of real_branches in 134 operations, 176 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = 1.0 if r == 0.0 else r
    d1 = x / d0
    d2 = 1.0 / r
    d3 = y * d2
    # corpus.py:105  if r < 1 and x > y:
    v4 = r < 1.0 and x > y
    if v4:
        d5 = d1
        d6 = x
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
                d14 = d2 * d1 * (2.0 * d3)
                d10 = -(d3 * d3)
                d11 = False
                d12 = d3 * d14
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
            d20 = d2 * v19
            d21 = d2 * d1
            d22 = 2.0 * d3
            d16 = -(d3 * d20)
            d17 = d20 * (d21 * d22)
            d18 = -(d20 * d21)
        else:
            d16 = 0.0
            d17 = 0.0
            d18 = 0.0
        d5 = 0.0
        d6 = d10 + d16
        d7 = d12 + d17
        d8 = d13 + d18
    d23 = d6 / d0
    d24 = d1 * d23 - d7
    d25 = d8 - d24 * d3
    d26 = d3 / d0
    if v4:
        d27 = 0.0
        d28 = 0.0
    else:
        if v9:
            if y < 0.0:
                d29 = 0.0
                d30 = 0.0
            else:
                v31 = 2.0 * y
                d29 = d2 * (2.0 - d26 * v31)
                d30 = -(d3 * d29)
        else:
            d29 = 0.0
            d30 = 0.0
        if d11:
            d32 = -(d26 * d20)
            d33 = (d26 * d22 - d2) * d20
        else:
            d32 = 0.0
            d33 = 0.0
        d27 = d29 + d32
        d28 = d2 * (d30 + d33)
    d34 = d5 + d23 - x * d2 * d24
    d35 = d27 + d23 - y * (d26 * d23 - d28)
    if v4:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d34, d25), (d25, d35)), ((0.0, 0.0), (0.0, exp(y)))
    if v9:
        if y < 0.0:
            d36 = False
            d38 = 0.0
            d39 = 0.0
        else:
            d36 = True
            d38 = cos(x) * v31
            d39 = 2.0 * sin(x)
        d37 = True
    else:
        d36 = False
        d37 = v15
        d38 = 0.0
        d39 = 0.0
    if d36 or d11:
        d42 = (0.0 if y < 0.0 else y * y) if v9 else 0.0
        d41 = -(sin(x) * (d42 + (y * (-1.0 if v9 else 1.0) if d11 else 0.0)))
    else:
        d41 = 0.0
    if d37:
        d43 = 0.0
        d44 = 0.0
        d45 = 0.0
    else:
        d43 = d2 - d1 * (d2 * d1)
        d44 = -(d1 * d26)
        d45 = d2 - y * d26 / d0
    if d11:
        d46 = v19 * cos(x)
    else:
        d46 = 0.0
    d47 = d38 + d46 + d44
    return ((d34, d25), (d25, d35)), ((d41 + d43, d47), (d47, d39 + d45))

# Hessian of real_branches in 139 operations, 172 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = 1.0 / r
    v1 = 1.0 if r == 0.0 else r
    d2 = x / v1
    # corpus.py:105  if r < 1 and x > y:
    v3 = r < 1.0 and x > y
    if v3:
        d4 = x
        d5 = d2
        d6 = 1.0
    else:
        # corpus.py:107  if x < 0:
        v7 = x < 0.0
        if v7:
            if y < 0.0:
                d8 = 0.0
                d9 = True
                d10 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v8 = y * y / r
                d11 = v8 * d0
                d12 = 2.0 * (d2 * d0)
                d8 = -d11
                d9 = False
                d10 = d11 * d12
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v13 = y > 0.0 and y < 2.0
            d8 = 0.0
            d9 = v13
            d10 = 0.0
        if d9:
            v4 = y / r
            v16 = -1.0 if v7 else 1.0
            d17 = v16 * d0
            d18 = v4 * d17
            d19 = d2 * d0
            d14 = -d18
            d15 = d18 * (2.0 * d19)
        else:
            d14 = 0.0
            d15 = 0.0
        d4 = d8 + d14
        d5 = 0.0
        d6 = d10 + d15
    d20 = d4 / v1
    d21 = d2 * d20 - d6
    d22 = y * d0
    if v3:
        d23 = 0.0
    else:
        if v7:
            if y < 0.0:
                d24 = 0.0
            else:
                d24 = -(d22 * d12)
        else:
            d24 = 0.0
        if d9:
            d25 = -(d17 * d19)
        else:
            d25 = 0.0
        d23 = d24 + d25
    d26 = d23 - d21 * d22
    d27 = d22 / v1
    if v3:
        d28 = 0.0
        d29 = 0.0
    else:
        if v7:
            if y < 0.0:
                d30 = 0.0
                d31 = 0.0
            else:
                d32 = 2.0 * y
                d30 = (2.0 - d27 * d32) * d0
                d31 = -2.0 * (d22 - v8 * d27) * d0
        else:
            d30 = 0.0
            d31 = 0.0
        if d9:
            d33 = -(d17 * d27)
            d34 = d17 * (2.0 * (v4 * d27) - d0)
        else:
            d33 = 0.0
            d34 = 0.0
        d28 = d30 + d33
        d29 = (d31 + d34) * d0
    d35 = d5 + d20 - x * d0 * d21
    d36 = d28 + d20 - y * (d20 * d27 - d29)
    if v3:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d35, d26), (d26, d36)), ((0.0, 0.0), (0.0, exp(y)))
    if v7:
        if y < 0.0:
            d38 = False
            d39 = 0.0
            d40 = 0.0
        else:
            d38 = True
            d39 = cos(x) * d32
            d40 = 2.0 * sin(x)
        d37 = True
    else:
        d37 = v13
        d38 = False
        d39 = 0.0
        d40 = 0.0
    if d38 or d9:
        d43 = (0.0 if y < 0.0 else y * y) if v7 else 0.0
        d42 = -(sin(x) * (d43 + (y * (-1.0 if v7 else 1.0) if d9 else 0.0)))
    else:
        d42 = 0.0
    if d37:
        d44 = 0.0
        d45 = 0.0
        d46 = 0.0
    else:
        d44 = d0 - d2 * (d2 * d0)
        d45 = -(d2 * d27)
        d46 = d0 - y / v1 * d27
    if d9:
        d47 = v16 * cos(x)
    else:
        d47 = 0.0
    d48 = d39 + d47 + d45
    return ((d35, d26), (d26, d36)), ((d42 + d44, d48), (d48, d40 + d46))

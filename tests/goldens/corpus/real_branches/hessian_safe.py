# Hessian of real_branches in 139 operations, 172 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = 1.0 / r
    v1 = 1.0 if r == 0.0 else r
    v2 = x / v1
    # corpus.py:105  if r < 1 and x > y:
    v3 = r < 1.0 and x > y
    if v3:
        d4 = x
        d5 = v2
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
                v11 = y * y / r
                d12 = v11 * d0
                d13 = 2.0 * (v2 * d0)
                d8 = -d12
                d9 = False
                d10 = d12 * d13
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v14 = y > 0.0 and y < 2.0
            d8 = 0.0
            d9 = v14
            d10 = 0.0
        if d9:
            v17 = y / r
            v18 = -1.0 if v7 else 1.0
            d19 = v18 * d0
            d20 = v17 * d19
            d21 = v2 * d0
            d15 = -d20
            d16 = d20 * (2.0 * d21)
        else:
            d15 = 0.0
            d16 = 0.0
        d4 = d8 + d15
        d5 = 0.0
        d6 = d10 + d16
    d22 = d4 / v1
    d23 = v2 * d22 - d6
    d24 = y * d0
    if v3:
        d25 = 0.0
    else:
        if v7:
            if y < 0.0:
                d26 = 0.0
            else:
                d26 = -(d24 * d13)
        else:
            d26 = 0.0
        if d9:
            d27 = -(d19 * d21)
        else:
            d27 = 0.0
        d25 = d26 + d27
    d28 = d25 - d23 * d24
    d29 = d24 / v1
    if v3:
        d30 = 0.0
        d31 = 0.0
    else:
        if v7:
            if y < 0.0:
                d32 = 0.0
                d33 = 0.0
            else:
                d34 = 2.0 * y
                d32 = (2.0 - d29 * d34) * d0
                d33 = -2.0 * (d24 - v11 * d29) * d0
        else:
            d32 = 0.0
            d33 = 0.0
        if d9:
            d35 = -(d19 * d29)
            d36 = d19 * (2.0 * (v17 * d29) - d0)
        else:
            d35 = 0.0
            d36 = 0.0
        d30 = d32 + d35
        d31 = (d33 + d36) * d0
    d37 = d5 + d22 - x * d0 * d23
    d38 = d30 + d22 - y * (d22 * d29 - d31)
    if v3:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d37, d28), (d28, d38)), ((0.0, 0.0), (0.0, exp(y)))
    if v7:
        if y < 0.0:
            d40 = False
            d41 = 0.0
            d42 = 0.0
        else:
            d40 = True
            d41 = cos(x) * d34
            d42 = 2.0 * sin(x)
        d39 = True
    else:
        d39 = v14
        d40 = False
        d41 = 0.0
        d42 = 0.0
    if d40 or d9:
        d45 = (0.0 if y < 0.0 else y * y) if v7 else 0.0
        d44 = -(sin(x) * (d45 + (y * (-1.0 if v7 else 1.0) if d9 else 0.0)))
    else:
        d44 = 0.0
    if d39:
        d46 = 0.0
        d47 = 0.0
        d48 = 0.0
    else:
        d46 = d0 - v2 * (v2 * d0)
        d47 = -(v2 * d29)
        d48 = d0 - y / v1 * d29
    if d9:
        d49 = v18 * cos(x)
    else:
        d49 = 0.0
    d50 = d41 + d49 + d47
    return ((d37, d28), (d28, d38)), ((d44 + d46, d50), (d50, d42 + d48))

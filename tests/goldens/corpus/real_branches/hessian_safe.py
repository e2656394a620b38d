# Hessian of real_branches in 124 operations, 156 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:111  return y / r, la.sin(x) * y
    v0 = y / r
    v1 = 1.0 if r == 0.0 else r
    v2 = x / v1
    d3 = y / v1
    if r < 1.0 and x > y:
        d4 = x
        v5 = v2
        d6 = 1.0
        d7 = d3
        d8 = 0.0
        d9 = 0.0
        d10 = 0.0
        d11 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v12 = x < 0.0
        if v12:
            if y < 0.0:
                d13 = 0.0
                d14 = True
                d15 = 0.0
                d16 = 0.0
                d9 = 0.0
            else:
                d17 = y * y / r / r
                d9 = 2.0 / r
                d13 = -d17
                d14 = False
                d15 = d17 / r
                d16 = -(v0 * d9)
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v18 = y > 0.0 and y < 2.0
            d13 = 0.0
            d14 = v18
            d15 = 0.0
            d16 = 0.0
            d9 = 0.0
        if d14:
            d22 = (-1.0 if v12 else 1.0) / r
            d23 = d22 / r
            d19 = -(v0 * d22)
            d20 = v0 * d23
            d21 = -d23
        else:
            d19 = 0.0
            d20 = 0.0
            d21 = 0.0
        d24 = d20 + d15 + d15 + d20
        d25 = d16 + d21
        d26 = d25 + d24 * d3
        d4 = d13 + d19
        v5 = 0.0
        d6 = d24 * v2
        d7 = 0.0
        d8 = d26 * v2
        d10 = d25 * d3
        d11 = d26 * d3
    d27 = d4 * d3
    d28 = v2 / r
    d29 = d7 - d28 * d27 + d8
    d30 = v2 * d28
    d31 = (v0 * d27 + x * d6) / v1 + v5
    d32 = d9 + d4 * d30 + d10 + d11
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d31, d29), (d29, d32)), ((0.0, 0.0), (0.0, exp(y)))
    if v12:
        if y < 0.0:
            d34 = False
            d35 = 0.0
        else:
            d34 = True
            d35 = 2.0 * sin(x)
        d33 = True
    else:
        d33 = v18
        d34 = False
        d35 = 0.0
    if d34 or d14:
        d38 = (0.0 if y < 0.0 else y * y) if v12 else 0.0
        d37 = -(sin(x) * (d38 + (y * (-1.0 if v12 else 1.0) if d14 else 0.0)))
    else:
        d37 = 0.0
    if d33:
        d39 = 0.0
        d40 = 0.0
        d41 = 0.0
    else:
        d39 = d3 * d3 / r
        d40 = -(d3 * d28)
        d41 = d30
    if d14 or d34:
        d44 = (0.0 if y < 0.0 else 2.0 * y) if v12 else 0.0
        d43 = (((-1.0 if v12 else 1.0) if d14 else 0.0) + d44) * cos(x)
    else:
        d43 = 0.0
    d45 = d43 + d40
    return ((d31, d29), (d29, d32)), ((d37 + d39, d45), (d45, d35 + d41))

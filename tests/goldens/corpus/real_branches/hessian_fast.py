# Hessian of real_branches in 122 operations, 156 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = y / r
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
                d17 = d0 / r
                d13 = -(d0 * d0)
                d14 = False
                d15 = d0 * d17
                d16 = -2.0 * d17
                d9 = 2.0 / r
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v18 = y > 0.0 and y < 2.0
            d13 = 0.0
            d14 = v18
            d15 = 0.0
            d16 = 0.0
            d9 = 0.0
        if d14:
            d22 = d0 / r
            v23 = -1.0 if v12 else 1.0
            d24 = v23 / r
            d19 = -(v23 * d22)
            d20 = d22 * d24
            d21 = -(d24 / r)
        else:
            d19 = 0.0
            d20 = 0.0
            d21 = 0.0
        d25 = 2.0 * (d20 + d15)
        d26 = d16 + d21
        d27 = d26 + d3 * d25
        d4 = d13 + d19
        v5 = 0.0
        d6 = v2 * d25
        d7 = 0.0
        d8 = d27 * v2
        d10 = d26 * d3
        d11 = d27 * d3
    d28 = d0 / v1
    d29 = v2 * d28
    d30 = d7 - d4 * d29 + d8
    d31 = v2 * v2 / r
    d32 = (d4 * d0 * d3 + x * d6) / v1 + v5
    d33 = d9 + d4 * d31 + d10 + d11
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d32, d30), (d30, d33)), ((0.0, 0.0), (0.0, exp(y)))
    if v12:
        if y < 0.0:
            d35 = False
            d36 = 0.0
        else:
            d35 = True
            d36 = 2.0 * sin(x)
        d34 = True
    else:
        d34 = v18
        d35 = False
        d36 = 0.0
    if d35 or d14:
        d39 = (0.0 if y < 0.0 else y * y) if v12 else 0.0
        d38 = -(sin(x) * (d39 + (y * (-1.0 if v12 else 1.0) if d14 else 0.0)))
    else:
        d38 = 0.0
    if d34:
        d40 = 0.0
        d41 = 0.0
        d42 = 0.0
    else:
        d40 = d3 * d28
        d41 = -d29
        d42 = d31
    if d14 or d35:
        d45 = (0.0 if y < 0.0 else 2.0 * y) if v12 else 0.0
        d44 = cos(x) * (((-1.0 if v12 else 1.0) if d14 else 0.0) + d45)
    else:
        d44 = 0.0
    d46 = d44 + d41
    return ((d32, d30), (d30, d33)), ((d38 + d40, d46), (d46, d36 + d42))

# Hessian of real_branches in 106 operations, 134 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    v2 = 1.0 if r == 0.0 else r
    d3 = x / v2
    y2 = (-y if v1 else y * y) if v0 else y
    # corpus.py:105  if r < 1 and x > y:
    v4 = r < 1.0 and x > y
    if v4:
        v5 = True
        d6 = d3
        d7 = 0.0
        d8 = 0.0
    else:
        v9 = not v0 and not (y > 0.0 and y < 2.0)
        d10 = 1.0 / r
        d11 = d3 * d10
        d12 = y / v2
        d13 = d12 * d10
        if v9:
            d7 = 0.0
            d8 = 0.0
        elif v0:
            if v1:
                d7 = d11 * d10
                d8 = d13 * d10
            else:
                d14 = y * d10
                d7 = -(d14 * (2.0 * d11))
                d8 = 2.0 * (d10 - d13 * d14)
        else:
            d7 = -(d11 * d10)
            d8 = -(d13 * d10)
        v5 = not v9
        d6 = 0.0
    if v5:
        d17 = 1.0 / r
        d18 = d3 * d17
        if v4:
            d19 = x
            d20 = 1.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v21 = y2 / r
            d22 = v21 * d17
            d19 = -d22
            d20 = d22 * (2.0 * d18)
        d23 = y / v2
        d24 = d23 * d17
        d15 = d3 * d20 + d19 * (d23 * d24)
        d16 = d23 * (d20 - d19 * d18)
    else:
        d15 = 0.0
        d16 = 0.0
    d25 = d7 + d16
    d26 = 2.0 * y
    if v5:
        if v4:
            d28 = 0.0
        else:
            d29 = (v21 * d24 - ((-1.0 if v1 else d26) if v0 else 1.0) * d17) * d17
            d28 = d23 * (d29 + d22 * d24)
        d27 = d28 + d19 * (d3 * d18)
    else:
        d27 = 0.0
    d30 = d6 + d15
    d31 = d8 + d27
    if v4:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d30, d25), (d25, d31)), ((0.0, 0.0), (0.0, exp(y)))
    if v9:
        d32 = -(d11 * d12)
        return ((d30, d25), (d25, d31)), ((d12 * d13, d32), (d32, d3 * d11))
    v33 = sin(x)
    d34 = cos(x)
    if v0:
        if v1:
            d35 = -d34
            d36 = 0.0
        else:
            d35 = d34 * d26
            d36 = 2.0 * v33
    else:
        d35 = d34
        d36 = 0.0
    return ((d30, d25), (d25, d31)), ((-(y2 * v33), d35), (d35, d36))

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
        d9 = 1.0 / r
        d10 = d3 * d9
        d11 = y / v2
        d12 = d11 * d9
        if not v0 and not (y > 0.0 and y < 2.0):
            v5 = False
            d7 = 0.0
            d8 = 0.0
        else:
            if v0:
                if v1:
                    d7 = d10 * d9
                    d8 = d12 * d9
                else:
                    d13 = y * d9
                    d7 = -(d13 * (2.0 * d10))
                    d8 = 2.0 * (d9 - d12 * d13)
            else:
                d7 = -(d10 * d9)
                d8 = -(d12 * d9)
            v5 = True
        d6 = 0.0
    if v5:
        d16 = 1.0 / r
        d17 = d3 * d16
        if v4:
            d18 = x
            d19 = 1.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v20 = y2 / r
            d21 = v20 * d16
            d18 = -d21
            d19 = d21 * (2.0 * d17)
        d22 = y / v2
        d23 = d22 * d16
        d14 = d3 * d19 + d18 * (d22 * d23)
        d15 = d22 * (d19 - d18 * d17)
    else:
        d14 = 0.0
        d15 = 0.0
    d24 = d7 + d15
    d25 = 2.0 * y
    if v5:
        if v4:
            d27 = 0.0
        else:
            d28 = (v20 * d23 - ((-1.0 if v1 else d25) if v0 else 1.0) * d16) * d16
            d27 = d22 * (d28 + d21 * d23)
        d26 = d27 + d18 * (d3 * d17)
    else:
        d26 = 0.0
    d29 = d6 + d14
    d30 = d8 + d26
    if v4:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d29, d24), (d24, d30)), ((0.0, 0.0), (0.0, exp(y)))
    if not v0 and not (y > 0.0 and y < 2.0):
        d31 = -(d10 * d11)
        return ((d29, d24), (d24, d30)), ((d11 * d12, d31), (d31, d3 * d10))
    v32 = sin(x)
    d33 = cos(x)
    if v0:
        if v1:
            d34 = -d33
            d35 = 0.0
        else:
            d34 = d33 * d25
            d35 = 2.0 * v32
    else:
        d34 = d33
        d35 = 0.0
    return ((d29, d24), (d24, d30)), ((-(y2 * v32), d34), (d34, d35))

# Hessian of real_branches in 118 operations, 133 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    y2 = (-y if v1 else y * y) if v0 else y
    # corpus.py:105  if r < 1 and x > y:
    v2 = r < 1.0 and x > y
    if v2:
        d3 = True
        d4 = True
        d5 = x / (1.0 if r == 0.0 else r)
    else:
        d4 = not v0 and not (y > 0.0 and y < 2.0)
        d3 = not d4
        d5 = 0.0
    if d3:
        d8 = 1.0 / r
        v9 = 1.0 if r == 0.0 else r
        v10 = x / v9
        d11 = v10 * d8
        if v2:
            d12 = x
            d13 = 1.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v14 = y2 / r
            d15 = v14 * d8
            d12 = -d15
            d13 = d15 * (2.0 * d11)
        d16 = y / v9
        d17 = d16 * d8
        d6 = v10 * d13 + d12 * (d16 * d17)
        d7 = d16 * (d13 - d12 * d11)
    else:
        d6 = 0.0
        d7 = 0.0
    if d4:
        d18 = 0.0
        d19 = 0.0
    else:
        d20 = 1.0 / r
        v21 = 1.0 if r == 0.0 else r
        d22 = x / v21 * d20
        d23 = y / v21 * d20
        if v0:
            if v1:
                d18 = d22 * d20
                d19 = d23 * d20
            else:
                d24 = y * d20
                d18 = -(d24 * (2.0 * d22))
                d19 = 2.0 * (d20 - d23 * d24)
        else:
            d18 = -(d22 * d20)
            d19 = -(d23 * d20)
    d25 = d18 + d7
    d26 = 2.0 * y
    if d3:
        if v2:
            d28 = 0.0
        else:
            d29 = (v14 * d17 - ((-1.0 if v1 else d26) if v0 else 1.0) * d8) * d8
            d28 = d16 * (d29 + d15 * d17)
        d27 = d28 + d12 * (v10 * d11)
    else:
        d27 = 0.0
    d30 = d5 + d6
    d31 = d19 + d27
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d30, d25), (d25, d31)), ((0.0, 0.0), (0.0, exp(y)))
    if d4:
        d32 = 1.0 / r
        v33 = 1.0 if r == 0.0 else r
        v34 = x / v33
        d35 = v34 * d32
        d36 = y / v33
        d37 = -(d35 * d36)
        return ((d30, d25), (d25, d31)), ((d36 * (d36 * d32), d37), (d37, v34 * d35))
    v38 = sin(x)
    d39 = cos(x)
    if v0:
        if v1:
            d40 = -d39
            d41 = 0.0
        else:
            d40 = d39 * d26
            d41 = 2.0 * v38
    else:
        d40 = d39
        d41 = 0.0
    return ((d30, d25), (d25, d31)), ((-(y2 * v38), d40), (d40, d41))

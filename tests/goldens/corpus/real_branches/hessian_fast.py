# Hessian of real_branches in 100 operations, 125 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    d2 = r * r
    v3 = 1.0 if r == 0.0 else r
    v4 = x / v3
    d5 = y / v3
    # corpus.py:105  if r < 1 and x > y:
    v6 = r < 1.0 and x > y
    y2 = (-y if v1 else y * y) if v0 else y
    if v6:
        d7 = True
        d8 = 1.0
    else:
        v9 = not v0 and not (y > 0.0 and y < 2.0)
        d7 = not v9
        d8 = 0.0
    if d7:
        d15 = d5 / r
        if v6:
            d16 = x
            v17 = v4
        else:
            d18 = 1.0 / d2
            d19 = y2 * d18
            d16 = -d19
            v17 = 0.0
        d20 = d16 * d5
        d21 = v4 / r
        if v6:
            d11 = 0.0
            d22 = d5
            d13 = 0.0
        else:
            d23 = 2.0 * d19
            d11 = d21 * d23
            d22 = 0.0
            d13 = d15 * d23
        d10 = d15 * d20 + v17
        d12 = d22 - d21 * d20
        d14 = d16 * (v4 * d21)
    else:
        d10 = 0.0
        d11 = 0.0
        d12 = 0.0
        d13 = 0.0
        d14 = 0.0
    d24 = 2.0 * y
    if v6:
        d25 = 0.0
        d26 = 0.0
    elif v9:
        d25 = 0.0
        d26 = 0.0
    elif v0:
        d27 = 1.0 / d2
        if v1:
            d25 = d27
            d26 = 0.0
        else:
            d25 = -(d24 * d27)
            d26 = 2.0 / r
    else:
        d25 = -1.0 / d2
        d26 = 0.0
    d28 = d25 + d13
    d29 = d12 + d28 * v4
    d30 = (-1.0 if v1 else d24) if v0 else 1.0
    if d7:
        if v6:
            d31 = 0.0
        else:
            d31 = -(d30 * d5 * d18)
    else:
        d31 = 0.0
    d32 = d10 + (d8 + d11) * v4
    d33 = d26 + d14 + d31 + d28 * d5
    if v6:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d32, d29), (d29, d33)), ((0.0, 0.0), (0.0, exp(y)))
    if v9:
        d34 = v4 / r
        d35 = -(d5 * d34)
        return ((d32, d29), (d29, d33)), ((d5 * (d5 / r), d35), (d35, v4 * d34))
    # corpus.py:111  return y / r, la.sin(x) * y
    v36 = sin(x)
    d37 = d30 * cos(x)
    return (
        ((d32, d29), (d29, d33)),
        ((-(y2 * v36), d37), (d37, (0.0 if v1 else 2.0 * v36) if v0 else 0.0)),
    )

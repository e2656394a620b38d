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
        d7 = not (not v0 and not (y > 0.0 and y < 2.0))
        d8 = 0.0
    if d7:
        d14 = d5 / r
        if v6:
            d15 = x
            v16 = v4
        else:
            d17 = 1.0 / d2
            d18 = y2 * d17
            d15 = -d18
            v16 = 0.0
        d19 = d15 * d5
        d20 = v4 / r
        if v6:
            d10 = 0.0
            d21 = d5
            d12 = 0.0
        else:
            d22 = 2.0 * d18
            d10 = d20 * d22
            d21 = 0.0
            d12 = d14 * d22
        d9 = d14 * d19 + v16
        d11 = d21 - d20 * d19
        d13 = d15 * (v4 * d20)
    else:
        d9 = 0.0
        d10 = 0.0
        d11 = 0.0
        d12 = 0.0
        d13 = 0.0
    d23 = 2.0 * y
    if v6:
        d24 = 0.0
        d25 = 0.0
    elif not v0 and not (y > 0.0 and y < 2.0):
        d24 = 0.0
        d25 = 0.0
    elif v0:
        d26 = 1.0 / d2
        if v1:
            d24 = d26
            d25 = 0.0
        else:
            d24 = -(d23 * d26)
            d25 = 2.0 / r
    else:
        d24 = -1.0 / d2
        d25 = 0.0
    d27 = d24 + d12
    d28 = d11 + d27 * v4
    d29 = (-1.0 if v1 else d23) if v0 else 1.0
    if d7:
        if v6:
            d30 = 0.0
        else:
            d30 = -(d29 * d5 * d17)
    else:
        d30 = 0.0
    d31 = d9 + (d8 + d10) * v4
    d32 = d25 + d13 + d30 + d27 * d5
    if v6:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d31, d28), (d28, d32)), ((0.0, 0.0), (0.0, exp(y)))
    if not v0 and not (y > 0.0 and y < 2.0):
        d33 = v4 / r
        d34 = -(d5 * d33)
        return ((d31, d28), (d28, d32)), ((d5 * (d5 / r), d34), (d34, v4 * d33))
    # corpus.py:111  return y / r, la.sin(x) * y
    v35 = sin(x)
    d36 = d29 * cos(x)
    return (
        ((d31, d28), (d28, d32)),
        ((-(y2 * v35), d36), (d36, (0.0 if v1 else 2.0 * v35) if v0 else 0.0)),
    )

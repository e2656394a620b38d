# Hessian of real_branches in 100 operations, 124 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    v2 = 1.0 if r == 0.0 else r
    v3 = x / v2
    d4 = y / v2
    # corpus.py:105  if r < 1 and x > y:
    v5 = r < 1.0 and x > y
    y2 = (-y if v1 else y * y) if v0 else y
    if v5:
        d6 = True
        d7 = True
        d8 = 1.0
    else:
        d7 = not v0 and not (y > 0.0 and y < 2.0)
        d6 = not d7
        d8 = 0.0
    if d6:
        d14 = d4 / r
        if v5:
            d15 = x
            v16 = v3
        else:
            d17 = 1.0 / (r * r)
            d18 = y2 * d17
            d15 = -d18
            v16 = 0.0
        d19 = d15 * d4
        d20 = v3 / r
        if v5:
            d10 = 0.0
            d21 = d4
            d12 = 0.0
        else:
            d22 = 2.0 * d18
            d10 = d20 * d22
            d21 = 0.0
            d12 = d14 * d22
        d9 = d14 * d19 + v16
        d11 = d21 - d20 * d19
        d13 = d15 * (v3 * d20)
    else:
        d9 = 0.0
        d10 = 0.0
        d11 = 0.0
        d12 = 0.0
        d13 = 0.0
    d23 = 2.0 * y
    if d7:
        d24 = 0.0
        d25 = 0.0
    else:
        d26 = r * r
        if v0:
            d27 = 1.0 / d26
            if v1:
                d24 = d27
                d25 = 0.0
            else:
                d24 = -(d23 * d27)
                d25 = 2.0 / r
        else:
            d24 = -1.0 / d26
            d25 = 0.0
    d28 = d24 + d12
    d29 = d11 + d28 * v3
    d30 = (-1.0 if v1 else d23) if v0 else 1.0
    if d6:
        if v5:
            d31 = 0.0
        else:
            d31 = -(d30 * d4 * d17)
    else:
        d31 = 0.0
    d32 = d9 + (d8 + d10) * v3
    d33 = d25 + d13 + d31 + d28 * d4
    if v5:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d32, d29), (d29, d33)), ((0.0, 0.0), (0.0, exp(y)))
    if d7:
        d34 = v3 / r
        d35 = -(d4 * d34)
        return ((d32, d29), (d29, d33)), ((d4 * (d4 / r), d35), (d35, v3 * d34))
    # corpus.py:111  return y / r, la.sin(x) * y
    v36 = sin(x)
    d37 = d30 * cos(x)
    return (
        ((d32, d29), (d29, d33)),
        ((-(y2 * v36), d37), (d37, (0.0 if v1 else 2.0 * v36) if v0 else 0.0)),
    )

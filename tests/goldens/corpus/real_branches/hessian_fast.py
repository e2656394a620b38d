# Hessian of real_branches in 103 operations, 136 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:105  if r < 1 and x > y:
    v0 = r < 1.0
    v1 = x > y
    # corpus.py:107  if x < 0:
    v2 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v3 = y < 0.0
    v4 = v0 and v1
    d5 = 1.0 if r == 0.0 else r
    y2 = (-y if v3 else y * y) if v2 else y
    if v4:
        d6 = True
        d7 = True
        d8 = 1.0
    else:
        # corpus.py:110  return x, r
        d7 = not v2 and not (y > 0.0 and y < 2.0)
        d6 = not d7
        d8 = 0.0
    if d6:
        v14 = 1.0 / r
        if v4:
            d15 = x
            d16 = x * v14
            d17 = 0.0
        else:
            d18 = v14 * v14
            d19 = y2 * d18
            d15 = -d19
            d16 = 0.0
            d17 = d18 * d19
        d13 = d15 / d5
        d20 = d17 - v14 * d13 + d17
        d9 = d13 + d16
        d10 = x * d20
        d11 = v0
        d12 = y * d20
    else:
        d9 = 0.0
        d10 = 0.0
        d11 = False
        d12 = 0.0
        d13 = 0.0
    d21 = x / d5
    d22 = 2.0 * y
    if d7:
        d23 = 0.0
        d24 = 0.0
    else:
        d25 = 1.0 / r
        d26 = d25 * d25
        if v2:
            if v3:
                d23 = d26
                d24 = 0.0
            else:
                d23 = -(d26 * d22)
                d24 = 2.0 * d25
        else:
            d23 = -d26
            d24 = 0.0
    d27 = d23 + d12
    d28 = (y * (1.0 / r) if d11 and v1 else 0.0) + d27 * d21
    d29 = (-1.0 if v3 else d22) if v2 else 1.0
    d30 = y / d5
    if d6:
        if v4:
            d31 = 0.0
        else:
            d31 = -(d18 * d29 * (y * v14))
    else:
        d31 = 0.0
    d32 = d9 + (d8 + d10) * d21
    d33 = d13 + d24 + d31 + d27 * d30
    if v4:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d32, d28), (d28, d33)), ((0.0, 0.0), (0.0, exp(y)))
    if d7:
        d34 = 1.0 / r
        d35 = d34 * d21
        d36 = -(d30 * d35)
        return (
            ((d32, d28), (d28, d33)),
            ((d34 - d21 * d35, d36), (d36, d34 - d34 * (d30 * d30))),
        )
    # corpus.py:111  return y / r, la.sin(x) * y
    v37 = sin(x)
    d38 = d29 * cos(x)
    return (
        ((d32, d28), (d28, d33)),
        ((-(y2 * v37), d38), (d38, (0.0 if v3 else 2.0 * v37) if v2 else 0.0)),
    )

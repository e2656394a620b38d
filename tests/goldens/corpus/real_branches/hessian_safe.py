# Hessian of real_branches in 123 operations, 138 before the passes

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
        # corpus.py:110  return x, r
        d4 = not v0 and not (y > 0.0 and y < 2.0)
        d3 = not d4
        d5 = 0.0
    if d3:
        d8 = 1.0 / r
        v9 = 1.0 if r == 0.0 else r
        v10 = x / v9
        if v2:
            d11 = x
            d12 = 1.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v13 = y2 / r
            d14 = 2.0 * v13
            d11 = -(v13 * d8)
            d12 = d14 * (v10 * d8 * d8)
        d15 = d11 / v9
        d16 = v10 * d15 - d12
        d6 = d15 - d16 * (x * d8)
        d7 = -(y * d8 * d16)
    else:
        d6 = 0.0
        d7 = 0.0
    if d4:
        d17 = 0.0
    else:
        d18 = 1.0 / r
        d19 = 1.0 if r == 0.0 else r
        d20 = y / d19 * d18
        if v0:
            d17 = x / d19 * d18 * d18 if v1 else -2.0 * d20 * (x * d18)
        else:
            d17 = -(x / d19 * d18 * d18)
    d21 = d17 + d7
    d22 = 2.0 * y
    if d4:
        d23 = 0.0
    else:
        d23 = (d20 * d18 if v1 else (2.0 - d20 * d22) * d18) if v0 else -(d20 * d18)
    if d3:
        d25 = y / v9
        if v2:
            d26 = 0.0
        else:
            d26 = (d25 * d14 - ((-1.0 if v1 else d22) if v0 else 1.0)) * d8 * d8 * d8
        d24 = d15 - y * (d25 * d8 * d15 - d26)
    else:
        d24 = 0.0
    d27 = d5 + d6
    d28 = d23 + d24
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d27, d21), (d21, d28)), ((0.0, 0.0), (0.0, exp(y)))
    if d4:
        d29 = 1.0 / r
        v30 = 1.0 if r == 0.0 else r
        d31 = x / v30
        d32 = y / v30
        d33 = d32 * d29
        d34 = -(d31 * d33)
        return (
            ((d27, d21), (d21, d28)),
            ((d29 - d31 * (d31 * d29), d34), (d34, d29 - d32 * d33)),
        )
    v35 = sin(x)
    d36 = cos(x)
    if v0:
        if v1:
            d37 = -d36
            d38 = 0.0
        else:
            d37 = d36 * d22
            d38 = 2.0 * v35
    else:
        d37 = d36
        d38 = 0.0
    return ((d27, d21), (d21, d28)), ((-(y2 * v35), d37), (d37, d38))

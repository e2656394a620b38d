# Hessian of real_branches in 131 operations, 176 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = 1.0 / r
    d1 = 1.0 if r == 0.0 else r
    d2 = x / d1
    d3 = y * d0
    # corpus.py:105  if r < 1 and x > y:
    v4 = r < 1.0 and x > y
    if v4:
        d5 = x
        d6 = d2
        d7 = 1.0
        d8 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v9 = x < 0.0
        if v9:
            if y < 0.0:
                d10 = 0.0
                v11 = True
                d12 = 0.0
                d13 = 0.0
            else:
                d14 = y * y / r * d0
                d15 = d2 * d0
                d16 = 2.0 * d3
                d10 = -d14
                v11 = False
                d12 = 2.0 * d15 * d14
                d13 = -(d15 * d16)
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v17 = y > 0.0 and y < 2.0
            d10 = 0.0
            v11 = v17
            d12 = 0.0
            d13 = 0.0
        if v11:
            # corpus.py:111  return y / r, la.sin(x) * y
            v5 = y / r
            v21 = -1.0 if v9 else 1.0
            d22 = v21 * d0
            d23 = v5 + d3
            d24 = d22 * (d2 * d0)
            d18 = -(v5 * d22)
            d19 = d23 * d24
            d20 = -d24
        else:
            d18 = 0.0
            d19 = 0.0
            d20 = 0.0
        d5 = d10 + d18
        d6 = 0.0
        d7 = d12 + d19
        d8 = d13 + d20
    d25 = d5 / d1
    d26 = d2 * d25 - d7
    d27 = d8 - d26 * d3
    d28 = d3 / d1
    if v4:
        d29 = 0.0
        d30 = 0.0
    else:
        if v9:
            if y < 0.0:
                d31 = 0.0
                d32 = 0.0
            else:
                v33 = 2.0 * y
                d31 = (2.0 - d28 * v33) * d0
                d32 = (d14 / d1 - d0) * d16
        else:
            d31 = 0.0
            d32 = 0.0
        if v11:
            d34 = -(d28 * d22)
            d35 = (d23 * d28 - d0) * d22
        else:
            d34 = 0.0
            d35 = 0.0
        d29 = d31 + d34
        d30 = (d32 + d35) * d0
    d36 = d6 + d25 - x * d0 * d26
    d37 = d29 + d25 - y * (d28 * d25 - d30)
    if v4:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d36, d27), (d27, d37)), ((0.0, 0.0), (0.0, exp(y)))
    v38 = x < 0.0
    if v38:
        if y < 0.0:
            v41 = False
            v46 = 0.0
            d47 = 0.0
        else:
            v41 = True
            v46 = cos(x) * v33
            d47 = 2.0 * sin(x)
        d17 = True
        d39 = d10
        v40 = v11
        d42 = d12
        d43 = d13
        d44 = d31
        d45 = d32
    else:
        d17 = v17
        d39 = 0.0
        v40 = v17
        v41 = False
        d42 = 0.0
        d43 = 0.0
        d44 = 0.0
        d45 = 0.0
        v46 = 0.0
        d47 = 0.0
    if v40:
        d48 = -(v5 * d22)
        d49 = d23 * d24
        d50 = -d24
        d51 = -(d28 * d22)
        d52 = (d23 * d28 - d0) * d22
        d53 = v21 * cos(x)
    else:
        d48 = 0.0
        d49 = 0.0
        d50 = 0.0
        d51 = 0.0
        d52 = 0.0
        d53 = 0.0
    if v41 or v40:
        d56 = (0.0 if y < 0.0 else y * y) if v38 else 0.0
        d55 = -(sin(x) * (d56 + (y * (-1.0 if v38 else 1.0) if v40 else 0.0)))
    else:
        d55 = 0.0
    if d17:
        d57 = 0.0
        d58 = 0.0
        d59 = 0.0
    else:
        d57 = d0 - d2 * (d2 * d0)
        d58 = -(d2 * d28)
        d59 = d0 - y / d1 * d28
    return (
        ((d36, d27), (d27, d37)),
        ((d55 + d57, v46 + d53 + d58), (v46 + d53 + d58, d47 + d59)),
    )

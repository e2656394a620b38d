# Hessian of real_branches in 137 operations, 176 before the passes

from math import cos, exp, hypot, sin


def real_branches_hessian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    v1 = x / v0
    # corpus.py:105  if r < 1 and x > y:
    v2 = r < 1.0 and x > y
    if v2:
        v3 = v1
        d4 = x
    else:
        # corpus.py:107  if x < 0:
        v5 = x < 0.0
        if v5:
            if y < 0.0:
                v6 = True
                d7 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v7 = y * y / r
                v8 = v7 / r
                v6 = False
                d7 = -v8
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v9 = y > 0.0 and y < 2.0
            v6 = v9
            d7 = 0.0
        if v6:
            v4 = y / r
            v11 = -1.0 if v5 else 1.0
            v12 = v11 / r
            v10 = -(v4 * v12)
        else:
            v10 = 0.0
        v3 = 0.0
        d4 = d7 + v10
    d0 = d4 / v0
    d13 = 1.0 / r
    if v2:
        d14 = 1.0
        d15 = 0.0
    else:
        if v5:
            if y < 0.0:
                d16 = 0.0
                d17 = 0.0
            else:
                d18 = v8 + v7 * d13
                d19 = v1 * d13
                d20 = 2.0 * y
                d21 = d20 / r
                d16 = d18 * d19
                d17 = -(d21 * d19)
        else:
            d16 = 0.0
            d17 = 0.0
        if v6:
            d24 = v1 * d13
            v25 = y * v12
            d22 = (v4 * v11 + v25) * d13 * d24
            d23 = -(v12 * d24)
        else:
            d22 = 0.0
            d23 = 0.0
        d14 = d16 + d22
        d15 = d17 + d23
    d26 = (v1 * d0 - d14) * d13
    d27 = d15 - y * d26
    d28 = y / v0
    d29 = d28 * d13
    if v2:
        d30 = 0.0
        d31 = 0.0
    else:
        if v5:
            if y < 0.0:
                d32 = 0.0
                d33 = 0.0
            else:
                d32 = (2.0 - d21 * d28) * d13
                d33 = (d18 * d28 - d21) * d13
        else:
            d32 = 0.0
            d33 = 0.0
        if v6:
            d34 = -(v12 * d29)
            d35 = (v11 * (v4 * d29 - d13) + d29 * v25) * d13
        else:
            d34 = 0.0
            d35 = 0.0
        d30 = d32 + d34
        d31 = (d33 + d35) * d13
    d36 = v3 + d0 - x * d26
    d37 = d30 + d0 - y * (d0 * d29 - d31)
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d36, d27), (d27, d37)), ((0.0, 0.0), (0.0, exp(y)))
    v38 = x < 0.0
    if v38:
        if y < 0.0:
            v45 = False
            d46 = 0.0
            d47 = 0.0
        else:
            v45 = True
            d46 = d20 * cos(x)
            d47 = 2.0 * sin(x)
        v39 = v6
        d40 = d7
        d41 = d16
        d42 = d17
        d43 = d32
        d44 = d33
        d9 = True
    else:
        v39 = v9
        d40 = 0.0
        d41 = 0.0
        d42 = 0.0
        d43 = 0.0
        d44 = 0.0
        v45 = False
        d9 = v9
        d46 = 0.0
        d47 = 0.0
    if v39:
        v48 = -(v4 * v12)
        d49 = (v4 * v11 + v25) * d13 * d24
        d50 = -(v12 * d24)
        d51 = -(v12 * d29)
        d52 = (v11 * (v4 * d29 - d13) + d29 * v25) * d13
        d53 = v11 * cos(x)
    else:
        v48 = 0.0
        d49 = 0.0
        d50 = 0.0
        d51 = 0.0
        d52 = 0.0
        d53 = 0.0
    if v45 or v39:
        d56 = (0.0 if y < 0.0 else y * y) if v38 else 0.0
        d55 = -(sin(x) * (d56 + ((-1.0 if v38 else 1.0) * y if v39 else 0.0)))
    else:
        d55 = 0.0
    if d9:
        d57 = 0.0
        d58 = 0.0
        d59 = 0.0
    else:
        d57 = d13 - v1 * (v1 * d13)
        d58 = -(v1 * d29)
        d59 = d13 - d28 * d29
    return (
        ((d36, d27), (d27, d37)),
        ((d55 + d57, d46 + d53 + d58), (d46 + d53 + d58, d47 + d59)),
    )

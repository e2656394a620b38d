# Hessian of real_branches in 144 operations, 176 before the passes

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
                d6 = True
                d7 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v7 = y * y / r
                v8 = v7 / r
                d6 = False
                d7 = -v8
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v9 = y > 0.0 and y < 2.0
            d6 = v9
            d7 = 0.0
        if d6:
            v4 = y / r
            v11 = -1.0 if v5 else 1.0
            v12 = v11 / r
            d10 = -(v4 * v12)
        else:
            d10 = 0.0
        v3 = 0.0
        d4 = d7 + d10
    d13 = d4 / v0
    d14 = 1.0 / r
    if v2:
        d15 = 1.0
        d16 = 0.0
    else:
        if v5:
            if y < 0.0:
                d17 = 0.0
                d18 = 0.0
            else:
                d19 = v8 + v7 * d14
                d20 = v1 * d14
                d21 = 2.0 * y
                d22 = d21 / r
                d17 = d19 * d20
                d18 = -(d22 * d20)
        else:
            d17 = 0.0
            d18 = 0.0
        if d6:
            d25 = v1 * d14
            v26 = y * v12
            d23 = (v4 * v11 + v26) * d14 * d25
            d24 = -(v12 * d25)
        else:
            d23 = 0.0
            d24 = 0.0
        d15 = d17 + d23
        d16 = d18 + d24
    d27 = (v1 * d13 - d15) * d14
    d28 = d16 - y * d27
    d29 = y / v0
    d30 = d29 * d14
    if v2:
        d31 = 0.0
        d32 = 0.0
    else:
        if v5:
            if y < 0.0:
                d33 = 0.0
                d34 = 0.0
            else:
                d33 = (2.0 - d22 * d29) * d14
                d34 = (d19 * d29 - d22) * d14
        else:
            d33 = 0.0
            d34 = 0.0
        if d6:
            d35 = -(v12 * d30)
            d36 = (v11 * (v4 * d30 - d14) + d30 * v26) * d14
        else:
            d35 = 0.0
            d36 = 0.0
        d31 = d33 + d35
        d32 = (d34 + d36) * d14
    d37 = v3 + d13 - x * d27
    d38 = d31 + d13 - y * (d13 * d30 - d32)
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d37, d28), (d28, d38)), ((0.0, 0.0), (0.0, exp(y)))
    if v5:
        if y < 0.0:
            d39 = False
            d41 = 0.0
            d42 = 0.0
        else:
            d39 = True
            d41 = d21 * cos(x)
            d42 = 2.0 * sin(x)
        d40 = True
    else:
        d39 = False
        d40 = v9
        d41 = 0.0
        d42 = 0.0
    if d39 or d6:
        d45 = (0.0 if y < 0.0 else y * y) if v5 else 0.0
        d44 = -(sin(x) * (d45 + ((-1.0 if v5 else 1.0) * y if d6 else 0.0)))
    else:
        d44 = 0.0
    if d40:
        d46 = 0.0
        d47 = 0.0
        d48 = 0.0
    else:
        d46 = d14 - v1 * (v1 * d14)
        d47 = -(v1 * d30)
        d48 = d14 - d29 * d30
    if d6:
        d49 = v11 * cos(x)
    else:
        d49 = 0.0
    d50 = d41 + d49 + d47
    return ((d37, d28), (d28, d38)), ((d44 + d46, d50), (d50, d42 + d48))

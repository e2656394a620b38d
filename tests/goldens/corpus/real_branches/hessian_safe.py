# Hessian of real_branches in 111 operations, 133 before the passes

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
        v8 = 1.0 if r == 0.0 else r
        d9 = x / v8
        d10 = d9 / r
        if v2:
            d11 = x
            d12 = 1.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v13 = y2 / r
            d14 = 2.0 * v13
            d11 = -(v13 / r)
            d12 = d10 / r * d14
        d15 = y / v8
        d16 = d15 / r
        d6 = (x * d12 + y * d11 * d16) / v8
        d7 = (d12 - d11 * d10) * d15
    else:
        d6 = 0.0
        d7 = 0.0
    d17 = 2.0 * y
    if d4:
        d18 = 0.0
        d19 = 0.0
    else:
        v20 = 1.0 if r == 0.0 else r
        d21 = x / v20 / r / r
        d22 = y / v20 / r
        if v0:
            if v1:
                d18 = d21
                d19 = d22 / r
            else:
                d18 = -(d17 * d21)
                d19 = (2.0 - d22 * d17) / r
        else:
            d18 = -d21
            d19 = -(d22 / r)
    d23 = d18 + d7
    if d3:
        if v2:
            d25 = 0.0
        else:
            d25 = (d15 * d14 - ((-1.0 if v1 else d17) if v0 else 1.0)) * (d16 / r)
        d24 = d25 + d11 * (d9 * d10)
    else:
        d24 = 0.0
    d26 = d5 + d6
    d27 = d19 + d24
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        return ((d26, d23), (d23, d27)), ((0.0, 0.0), (0.0, exp(y)))
    if d4:
        v28 = 1.0 if r == 0.0 else r
        d29 = x / v28
        d30 = d29 / r
        d31 = y / v28
        d32 = -(d31 * d30)
        return ((d26, d23), (d23, d27)), ((d31 * (d31 / r), d32), (d32, d29 * d30))
    v33 = sin(x)
    d34 = cos(x)
    if v0:
        if v1:
            d35 = -d34
            d36 = 0.0
        else:
            d35 = d34 * d17
            d36 = 2.0 * v33
    else:
        d35 = d34
        d36 = 0.0
    return ((d26, d23), (d23, d27)), ((-(y2 * v33), d35), (d35, d36))

# product with the Hessian of real_branches in 114 operations, 122 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    d2 = 2.0 * y
    if v0:
        if v1:
            y2 = -y
            d3 = -dy
        else:
            y2 = y * y
            d3 = dy * d2
    else:
        y2 = y
        d3 = dy
    # corpus.py:105  if r < 1 and x > y:
    v4 = r < 1.0 and x > y
    if v4:
        v8 = 1.0 if r == 0.0 else r
        d5 = True
        d6 = True
        d7 = dx * (x / v8) + dy * (y / v8)
    else:
        d6 = not v0 and not (y > 0.0 and y < 2.0)
        d5 = not d6
        d7 = 0.0
    if d5:
        v11 = 1.0 if r == 0.0 else r
        v12 = x / v11
        d13 = y / v11
        if v4:
            d14 = x
            d15 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v16 = y2 / r
            d17 = v16 / r
            d18 = (dx * v12 + dy * d13) / r
            d14 = -d17
            d15 = d17 * d18 - (d3 / r - v16 * d18) / r
        d19 = (dx * d13 - dy * v12) / r
        d9 = v12 * d15 + d14 * (d13 * d19)
        d10 = d13 * d15 - d14 * (v12 * d19)
    else:
        d9 = 0.0
        d10 = 0.0
    d20 = 2.0 * dy
    if d6:
        d21 = 0.0
    else:
        v22 = 1.0 if r == 0.0 else r
        d23 = (dx * (x / v22) + dy * (y / v22)) / r
        d21 = (d23 / r if v1 else (d20 - d23 * d2) / r) if v0 else -(d23 / r)
    d24 = d7 + d9
    d25 = d21 + d10
    if v4:
        return (d24, d25), (0.0, exp(y) * dy)
    if d6:
        v26 = 1.0 if r == 0.0 else r
        v27 = x / v26
        d28 = y / v26
        d29 = (dx * d28 - dy * v27) / r
        return (d24, d25), (d28 * d29, -(v27 * d29))
    v30 = sin(x)
    d31 = cos(x)
    d32 = d31 * dx
    d33 = (-d32 if v1 else d32 * d2 + v30 * d20) if v0 else d32
    return (d24, d25), (d31 * d3 - y2 * v30 * dx, d33)

# product with the Hessian of real_branches in 121 operations, 122 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    if v0:
        if v1:
            y2 = -y
            d2 = -dy
        else:
            y2 = y * y
            d2 = 2.0 * y * dy
    else:
        y2 = y
        d2 = dy
    # corpus.py:105  if r < 1 and x > y:
    v3 = r < 1.0 and x > y
    if v3:
        v7 = 1.0 if r == 0.0 else r
        d4 = True
        d5 = True
        d6 = x / v7 * dx + y / v7 * dy
    else:
        d5 = not v0 and not (y > 0.0 and y < 2.0)
        d4 = not d5
        d6 = 0.0
    if d4:
        d10 = 1.0 / r
        v11 = 1.0 if r == 0.0 else r
        v12 = x / v11
        d13 = y / v11
        if v3:
            d14 = x
            d15 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v16 = y2 / r
            d17 = v16 * d10
            d18 = (v12 * dx + d13 * dy) * d10
            d14 = -d17
            d15 = (v16 * d18 - d2 * d10) * d10 + d17 * d18
        d19 = v12 * dy - d13 * dx
        d8 = v12 * d15 - d14 * (d13 * d10 * d19)
        d9 = d13 * d15 + d14 * (d19 * (v12 * d10))
    else:
        d8 = 0.0
        d9 = 0.0
    if d5:
        d20 = 0.0
    else:
        d21 = 1.0 / r
        v22 = 1.0 if r == 0.0 else r
        d23 = (x / v22 * dx + y / v22 * dy) * d21
        if v0:
            d20 = d23 * d21 if v1 else -2.0 * (y * d21 * d23 - dy * d21)
        else:
            d20 = -(d23 * d21)
    d24 = d6 + d8
    d25 = d20 + d9
    if v3:
        return (d24, d25), (0.0, exp(y) * dy)
    if d5:
        d26 = 1.0 / r
        v27 = 1.0 if r == 0.0 else r
        v28 = x / v27
        d29 = y / v27
        d30 = v28 * dy - d29 * dx
        return (d24, d25), (-(d29 * d26 * d30), d30 * (v28 * d26))
    v31 = sin(x)
    d32 = cos(x)
    d33 = d32 * dx
    d34 = (-d33 if v1 else 2.0 * (y * d33 + v31 * dy)) if v0 else d33
    return (d24, d25), (d32 * d2 - y2 * v31 * dx, d34)

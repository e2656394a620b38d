# product with the Hessian of real_branches in 106 operations, 122 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    v2 = 1.0 if r == 0.0 else r
    v3 = x / v2
    v4 = y / v2
    if v0:
        if v1:
            y2 = -y
            d5 = -dy
        else:
            y2 = y * y
            d5 = 2.0 * y * dy
    else:
        y2 = y
        d5 = dy
    # corpus.py:105  if r < 1 and x > y:
    v6 = r < 1.0 and x > y
    if v6:
        v7 = True
        d8 = v3 * dx + v4 * dy
        d9 = 0.0
    else:
        if not v0 and not (y > 0.0 and y < 2.0):
            v7 = False
            d9 = 0.0
        else:
            d10 = (v3 * dx + v4 * dy) / r
            if v0:
                d9 = d10 / r if v1 else -2.0 * (y / r * d10 - dy / r)
            else:
                d9 = -(d10 / r)
            v7 = True
        d8 = 0.0
    if v7:
        if v6:
            v13 = x
            d14 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v15 = y2 / r
            v16 = v15 / r
            d17 = (v3 * dx + v4 * dy) / r
            v13 = -v16
            d14 = (v15 * d17 - d5 / r) / r + v16 * d17
        d18 = v3 * dy - v4 * dx
        d11 = v3 * d14 - v13 * (v4 / r * d18)
        d12 = v4 * d14 + v13 * (d18 * (v3 / r))
    else:
        d11 = 0.0
        d12 = 0.0
    d19 = d8 + d11
    d20 = d9 + d12
    if v6:
        return (d19, d20), (0.0, exp(y) * dy)
    if not v0 and not (y > 0.0 and y < 2.0):
        d21 = v3 * dy - v4 * dx
        return (d19, d20), (-(v4 / r * d21), d21 * (v3 / r))
    v22 = sin(x)
    v23 = cos(x)
    d24 = v23 * dx
    d25 = (-d24 if v1 else 2.0 * (y * d24 + v22 * dy)) if v0 else d24
    return (d19, d20), (v23 * d5 - y2 * v22 * dx, d25)

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
        v10 = not v0 and not (y > 0.0 and y < 2.0)
        if v10:
            d9 = 0.0
        else:
            d11 = (v3 * dx + v4 * dy) / r
            if v0:
                d9 = d11 / r if v1 else -2.0 * (y / r * d11 - dy / r)
            else:
                d9 = -(d11 / r)
        v7 = not v10
        d8 = 0.0
    if v7:
        if v6:
            v14 = x
            d15 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v16 = y2 / r
            v17 = v16 / r
            d18 = (v3 * dx + v4 * dy) / r
            v14 = -v17
            d15 = (v16 * d18 - d5 / r) / r + v17 * d18
        d19 = v3 * dy - v4 * dx
        d12 = v3 * d15 - v14 * (v4 / r * d19)
        d13 = v4 * d15 + v14 * (d19 * (v3 / r))
    else:
        d12 = 0.0
        d13 = 0.0
    d20 = d8 + d12
    d21 = d9 + d13
    if v6:
        return (d20, d21), (0.0, exp(y) * dy)
    if v10:
        d22 = v3 * dy - v4 * dx
        return (d20, d21), (-(v4 / r * d22), d22 * (v3 / r))
    v23 = sin(x)
    v24 = cos(x)
    d25 = v24 * dx
    d26 = (-d25 if v1 else 2.0 * (y * d25 + v23 * dy)) if v0 else d25
    return (d20, d21), (v24 * d5 - y2 * v23 * dx, d26)

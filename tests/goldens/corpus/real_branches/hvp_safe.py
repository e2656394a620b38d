# product with the Hessian of real_branches in 118 operations, 122 before the passes

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
        v10 = 1.0 if r == 0.0 else r
        v11 = x / v10
        d12 = y / v10
        if v3:
            d13 = x
            d14 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v15 = y2 / r
            d16 = v15 / r
            d17 = (v11 * dx + d12 * dy) / r
            d13 = -d16
            d14 = (v15 * d17 - d2 / r) / r + d16 * d17
        d18 = v11 * dy - d12 * dx
        d8 = v11 * d14 - d13 * (d12 / r * d18)
        d9 = d12 * d14 + d13 * (d18 * (v11 / r))
    else:
        d8 = 0.0
        d9 = 0.0
    if d5:
        d19 = 0.0
    else:
        v20 = 1.0 if r == 0.0 else r
        d21 = (x / v20 * dx + y / v20 * dy) / r
        d19 = (d21 / r if v1 else -2.0 * (y / r * d21 - dy / r)) if v0 else -(d21 / r)
    d22 = d6 + d8
    d23 = d19 + d9
    if v3:
        return (d22, d23), (0.0, exp(y) * dy)
    if d5:
        v24 = 1.0 if r == 0.0 else r
        v25 = x / v24
        d26 = y / v24
        d27 = v25 * dy - d26 * dx
        return (d22, d23), (-(d26 / r * d27), d27 * (v25 / r))
    v28 = sin(x)
    d29 = cos(x)
    d30 = d29 * dx
    d31 = (-d30 if v1 else 2.0 * (y * d30 + v28 * dy)) if v0 else d30
    return (d22, d23), (d29 * d2 - y2 * v28 * dx, d31)

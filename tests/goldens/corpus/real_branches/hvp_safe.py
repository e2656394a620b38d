# product with the Hessian of real_branches in 100 operations, 117 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    d2 = x * dx + y * dy
    d3 = 2.0 * y
    if v0:
        if v1:
            y2 = -y
            d4 = -dy
        else:
            y2 = y * y
            d4 = dy * d3
    else:
        y2 = y
        d4 = dy
    # corpus.py:105  if r < 1 and x > y:
    v5 = r < 1.0 and x > y
    if v5:
        d6 = True
        d7 = True
        d8 = d2 / (1.0 if r == 0.0 else r)
    else:
        # corpus.py:110  return x, r
        d7 = not v0 and not (y > 0.0 and y < 2.0)
        d6 = not d7
        d8 = 0.0
    if d6:
        d11 = 1.0 if r == 0.0 else r
        d12 = d2 / d11
        if v5:
            d13 = x
            d14 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v15 = y2 / r
            d16 = v15 * d12
            d13 = -(v15 / r)
            d14 = (d16 - d4 + d16) / r / r
        d17 = d13 / d11
        d18 = (d12 * d17 - d14) / r
        d9 = dx * d17 - x * d18
        d10 = dy * d17 - y * d18
    else:
        d9 = 0.0
        d10 = 0.0
    d19 = 2.0 * dy
    if d7:
        d20 = 0.0
    else:
        d21 = d2 / (1.0 if r == 0.0 else r) / r
        d20 = (d21 / r if v1 else (d19 - d3 * d21) / r) if v0 else -(d21 / r)
    d22 = d8 + d9
    d23 = d20 + d10
    if v5:
        return (d22, d23), (0.0, exp(y) * dy)
    if d7:
        d24 = 1.0 if r == 0.0 else r
        d25 = d2 / d24 / d24
        return (d22, d23), ((dx - x * d25) / r, (dy - y * d25) / r)
    v26 = sin(x)
    d27 = cos(x)
    d28 = d27 * dx
    d29 = (-d28 if v1 else d3 * d28 + v26 * d19) if v0 else d28
    return (d22, d23), (d27 * d4 - y2 * v26 * dx, d29)

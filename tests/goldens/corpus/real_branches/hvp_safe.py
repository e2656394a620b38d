# product with the Hessian of real_branches in 112 operations, 122 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:107  if x < 0:
    v0 = x < 0.0
    # corpus.py:108  y = -y if y < 0 else y * y
    v1 = y < 0.0
    d2 = 1.0 if r == 0.0 else r
    if v0:
        if v1:
            y2 = -y
            d3 = -dy
        else:
            y2 = y * y
            d3 = 2.0 * y * dy
    else:
        y2 = y
        d3 = dy
    # corpus.py:105  if r < 1 and x > y:
    v4 = r < 1.0 and x > y
    if v4:
        d5 = True
        d6 = True
        d7 = x / d2 * dx + y / d2 * dy
    else:
        d6 = not v0 and not (y > 0.0 and y < 2.0)
        d5 = not d6
        d7 = 0.0
    if d5:
        d10 = x / d2
        d11 = y / d2
        if v4:
            d12 = x
            d13 = dx
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v14 = y2 / r
            d15 = v14 / r
            d16 = (d10 * dx + d11 * dy) / r
            d12 = -d15
            d13 = (v14 * d16 - d3 / r) / r + d15 * d16
        d17 = d10 * dy - d11 * dx
        d8 = d10 * d13 - d12 * (d11 / r * d17)
        d9 = d11 * d13 + d12 * (d17 * (d10 / r))
    else:
        d8 = 0.0
        d9 = 0.0
    if d6:
        d18 = 0.0
    else:
        d19 = (x / d2 * dx + y / d2 * dy) / r
        d18 = (d19 / r if v1 else -2.0 * (y / r * d19 - dy / r)) if v0 else -(d19 / r)
    d20 = d7 + d8
    d21 = d18 + d9
    if v4:
        return (d20, d21), (0.0, exp(y) * dy)
    if d6:
        d22 = x / d2
        d23 = y / d2
        d24 = d22 * dy - d23 * dx
        return (d20, d21), (-(d23 / r * d24), d24 * (d22 / r))
    v25 = sin(x)
    d26 = cos(x)
    d27 = d26 * dx
    d28 = (-d27 if v1 else 2.0 * (y * d27 + v25 * dy)) if v0 else d27
    return (d20, d21), (d26 * d3 - y2 * v25 * dx, d28)

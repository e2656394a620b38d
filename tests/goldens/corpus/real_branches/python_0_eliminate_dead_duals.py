# value and tangent of real_branches in 50 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = y * dy
    dr = (x * dx + d0) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v1 = exp(y)
        return (r * x, v1), (r * dx + x * dr, dy * v1)
    # corpus.py:107  if x < 0:
    v2 = x < 0.0
    if not v2 and not (y > 0.0 and y < 2.0):
        return (x, r), (dx, dr)
    if v2:
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            y2 = -y
            dy2 = -dy
        else:
            y2 = y * y
            dy2 = 2.0 * d0
    else:
        y2 = y
        dy2 = dy
    # corpus.py:111  return y / r, la.sin(x) * y
    v3 = y2 / r
    v4 = sin(x)
    return (v3, v4 * y2), ((dy2 - v3 * dr) / r, dy2 * v4 + dx * y2 * cos(x))

# value and tangent of real_branches in 71 operations, 141 before the passes

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    dr = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v0 = exp(y)
        return (x * r, v0), (r * dx + x * dr, dy * v0)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v1 = sin(x)
        v2 = y / r
        d2 = v2 * dr
        v3 = y * v1
        d4 = dy * v1
        d3 = y * dx * cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            return (-v2, -v3), ((d2 - dy) / r, -(d4 + d3))
        # corpus.py:111  return y / r, la.sin(x) * y
        return (y * v2, y * v3), ((2.0 * dy - d2) * v2, y * (2.0 * d4 + d3))
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v5 = sin(x)
        v6 = y / r
        return (v6, y * v5), (-((v6 * dr - dy) / r), dy * v5 + y * dx * cos(x))
    return (x, r), (dx, dr)

# value and tangent of real_branches in 71 operations, 144 before the passes

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
        d3 = v2 * dr
        v4 = y * v1
        d5 = dy * v1
        d6 = y * dx * cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            return (-v2, -v4), ((d3 - dy) / r, -(d5 + d6))
        # corpus.py:111  return y / r, la.sin(x) * y
        return (y * v2, y * v4), ((2.0 * dy - d3) * v2, y * (2.0 * d5 + d6))
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v7 = sin(x)
        v8 = y / r
        return (v8, y * v7), (-((v8 * dr - dy) / r), dy * v7 + y * dx * cos(x))
    return (x, r), (dx, dr)

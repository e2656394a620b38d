# value and tangent of real_branches in 71 operations, 141 before the passes

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:109  elif not 0 < y < 2:
    d0 = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v1 = exp(y)
        # corpus.py:105  if r < 1 and x > y:
        return (x * r, v1), (r * dx + x * d0, dy * v1)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = sin(x)
        v3 = y / r
        d4 = v3 * d0
        # corpus.py:109  elif not 0 < y < 2:
        v0 = y * v2
        # corpus.py:111  return y / r, la.sin(x) * y
        d5 = dy * v2
        d6 = y * dx * cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            return (-v3, -v0), ((d4 - dy) / r, -(d5 + d6))
        return (y * v3, y * v0), ((2.0 * dy - d4) * v3, y * (2.0 * d5 + d6))
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v7 = sin(x)
        v8 = y / r
        return (v8, y * v7), (-((v8 * d0 - dy) / r), dy * v7 + y * dx * cos(x))
    return (x, r), (dx, d0)

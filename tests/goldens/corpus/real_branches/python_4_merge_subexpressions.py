# value and tangent of real_branches in 73 operations

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
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = sin(x)
        d2 = dx * cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v3 = y / r
            # corpus.py:108  y = -y if y < 0 else y * y
            return (-v3, -(v2 * y)), ((v3 * dr - dy) / r, -(dy * v2 + y * d2))
        y2 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v4 = y2 / r
        # corpus.py:108  y = -y if y < 0 else y * y
        dy2 = 2.0 * d0
        # corpus.py:111  return y / r, la.sin(x) * y
        return (v4, v2 * y2), ((dy2 - v4 * dr) / r, v2 * dy2 + d2 * y2)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v5 = y / r
        v6 = sin(x)
        return (v5, v6 * y), (-((v5 * dr - dy) / r), dy * v6 + y * (dx * cos(x)))
    return (x, r), (dx, dr)

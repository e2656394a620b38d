# value and tangent of real_branches in 73 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    dr = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v0 = exp(y)
        return (r * x, v0), (x * dr + r * dx, v0 * dy)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v1 = sin(x)
        d1 = cos(x) * dx
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v2 = y / r
            return (-v2, -(v1 * y)), ((v2 * dr - dy) / r, -(v1 * dy) - y * d1)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v3 = y2 / r
        return (v3, v1 * y2), ((dy2 - v3 * dr) / r, y2 * d1 + v1 * dy2)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v4 = y / r
        v5 = sin(x)
        return (v4, v5 * y), ((dy - v4 * dr) / r, y * (cos(x) * dx) + v5 * dy)
    return (x, r), (dx, dr)

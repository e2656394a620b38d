# value and tangent of real_branches in 129 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    dr = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if not r < 1.0:
        # corpus.py:107  if x < 0:
        if x < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v0 = sin(x)
            d0 = cos(x) * dx
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                # corpus.py:111  return y / r, la.sin(x) * y
                v1 = y / r
                return (-v1, -(v0 * y)), ((v1 * dr - dy) / r, -(v0 * dy) - y * d0)
            # corpus.py:108  y = -y if y < 0 else y * y
            y2 = y * y
            dy2 = 2.0 * y * dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v2 = y2 / r
            return (v2, v0 * y2), ((dy2 - v2 * dr) / r, y2 * d0 + v0 * dy2)
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0 and y < 2.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v3 = y / r
            v4 = sin(x)
            return (v3, v4 * y), ((dy - v3 * dr) / r, y * (cos(x) * dx) + v4 * dy)
        return (x, r), (dx, dr)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v5 = exp(y)
        return (r * x, v5), (x * dr + r * dx, v5 * dy)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v6 = sin(x)
        d6 = cos(x) * dx
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v7 = y / r
            return (-v7, -(v6 * y)), ((v7 * dr - dy) / r, -(v6 * dy) - y * d6)
        # corpus.py:108  y = -y if y < 0 else y * y
        y3 = y * y
        dy3 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v8 = y3 / r
        return (v8, v6 * y3), ((dy3 - v8 * dr) / r, y3 * d6 + v6 * dy3)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v9 = y / r
        v10 = sin(x)
        return (v9, v10 * y), ((dy - v9 * dr) / r, y * (cos(x) * dx) + v10 * dy)
    return (x, r), (dx, dr)

# value and tangent of real_branches in 68 operations

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
            d1 = cos(x) * dx
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                # corpus.py:111  return y / r, la.sin(x) * y
                v2 = y / r
                return (-v2, -(v0 * y)), ((v2 * dr - dy) / r, -(v0 * dy) - y * d1)
            # corpus.py:108  y = -y if y < 0 else y * y
            v3 = y * y
            d4 = 2.0 * y * dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v5 = v3 / r
            return (v5, v0 * v3), ((d4 - v5 * dr) / r, v3 * d1 + v0 * d4)
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0 and y < 2.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v6 = y / r
            v7 = sin(x)
            return (v6, v7 * y), ((dy - v6 * dr) / r, y * (cos(x) * dx) + v7 * dy)
        return (x, r), (dx, dr)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v8 = exp(y)
        return (r * x, v8), (x * dr + r * dx, v8 * dy)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v9 = sin(x)
        d10 = cos(x) * dx
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v11 = y / r
            return (-v11, -(v9 * y)), ((v11 * dr - dy) / r, -(v9 * dy) - y * d10)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v12 = y2 / r
        return (v12, v9 * y2), ((dy2 - v12 * dr) / r, y2 * d10 + v9 * dy2)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v13 = y / r
        v14 = sin(x)
        return (v13, v14 * y), ((dy - v13 * dr) / r, y * (cos(x) * dx) + v14 * dy)
    return (x, r), (dx, dr)

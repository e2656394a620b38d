# value and tangent of real_branches in 139 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    dr = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if not r < 1.0:
        # corpus.py:107  if x < 0:
        if x < 0.0:
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                v0 = -y
                d0 = -dy
                # corpus.py:111  return y / r, la.sin(x) * y
                v1 = v0 / r
                v2 = sin(x)
                return (v1, v2 * v0), ((d0 - v1 * dr) / r, v0 * (cos(x) * dx) + v2 * d0)
            # corpus.py:108  y = -y if y < 0 else y * y
            y2 = y * y
            dy2 = 2.0 * y * dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v3 = y2 / r
            v4 = sin(x)
            return (v3, v4 * y2), ((dy2 - v3 * dr) / r, y2 * (cos(x) * dx) + v4 * dy2)
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0:
            if y < 2.0:
                # corpus.py:111  return y / r, la.sin(x) * y
                v5 = y / r
                v6 = sin(x)
                return (v5, v6 * y), ((dy - v5 * dr) / r, y * (cos(x) * dx) + v6 * dy)
            return (x, r), (dx, dr)
        return (x, r), (dx, dr)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v7 = exp(y)
        return (r * x, v7), (x * dr + r * dx, v7 * dy)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            v8 = -y
            d8 = -dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v9 = v8 / r
            v10 = sin(x)
            return (v9, v10 * v8), ((d8 - v9 * dr) / r, v8 * (cos(x) * dx) + v10 * d8)
        # corpus.py:108  y = -y if y < 0 else y * y
        y3 = y * y
        dy3 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v11 = y3 / r
        v12 = sin(x)
        return (v11, v12 * y3), ((dy3 - v11 * dr) / r, y3 * (cos(x) * dx) + v12 * dy3)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0:
        if y < 2.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v13 = y / r
            v14 = sin(x)
            return (v13, v14 * y), ((dy - v13 * dr) / r, y * (cos(x) * dx) + v14 * dy)
        return (x, r), (dx, dr)
    return (x, r), (dx, dr)

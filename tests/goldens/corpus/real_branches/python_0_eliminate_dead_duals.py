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
                y2 = -y
                dy2 = -dy
                # corpus.py:111  return y / r, la.sin(x) * y
                v0 = y2 / r
                v1 = sin(x)
                d2 = y2 * (cos(x) * dx) + v1 * dy2
                return (v0, v1 * y2), ((dy2 - v0 * dr) / r, d2)
            # corpus.py:108  y = -y if y < 0 else y * y
            y3 = y * y
            dy3 = 2.0 * y * dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v3 = y3 / r
            v4 = sin(x)
            return (v3, v4 * y3), ((dy3 - v3 * dr) / r, y3 * (cos(x) * dx) + v4 * dy3)
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
            y4 = -y
            dy4 = -dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v8 = y4 / r
            v9 = sin(x)
            return (v8, v9 * y4), ((dy4 - v8 * dr) / r, y4 * (cos(x) * dx) + v9 * dy4)
        # corpus.py:108  y = -y if y < 0 else y * y
        y5 = y * y
        dy5 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v10 = y5 / r
        v11 = sin(x)
        return (v10, v11 * y5), ((dy5 - v10 * dr) / r, y5 * (cos(x) * dx) + v11 * dy5)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0:
        if y < 2.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v12 = y / r
            v13 = sin(x)
            return (v12, v13 * y), ((dy - v12 * dr) / r, y * (cos(x) * dx) + v13 * dy)
        return (x, r), (dx, dr)
    return (x, r), (dx, dr)

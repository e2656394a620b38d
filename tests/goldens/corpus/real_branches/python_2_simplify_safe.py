# value and tangent of real_branches in 141 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = x * dx + y * dy
    # corpus.py:105  if r < 1 and x > y:
    if not r < 1.0:
        # corpus.py:107  if x < 0:
        if not x < 0.0:
            # corpus.py:109  elif not 0 < y < 2:
            if y > 0.0:
                v4 = y < 2.0
                v1 = v4
                v2 = v4
                v3 = v4
            else:
                v1 = False
                v2 = False
                v3 = False
                v4 = False
            if v4:
                d5 = y * (cos(x) * dx) + sin(x) * dy
            else:
                d5 = d0 / (1.0 if r == 0.0 else r)
            d6 = (dy - y / r * (d0 / (1.0 if r == 0.0 else r))) / r if v2 else dx
            return (y / r if v1 else x, sin(x) * y if v3 else r), (d6, d5)
        # corpus.py:104  r = la.hypot(x, y)
        d1 = d0 / (1.0 if r == 0.0 else r)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v2 = y / r
            v3 = sin(x)
            return (-v2, -(v3 * y)), ((d1 * v2 - dy) / r, -(v3 * dy) - cos(x) * dx * y)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = y2 / r
        v3 = sin(x)
        return (v2, v3 * y2), ((dy2 - v2 * d1) / r, y2 * (cos(x) * dx) + v3 * dy2)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v1 = exp(y)
        return (r * x, v1), (x * (d0 / (1.0 if r == 0.0 else r)) + r * dx, v1 * dy)
    # corpus.py:107  if x < 0:
    if not x < 0.0:
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0:
            v4 = y < 2.0
            v1 = v4
            v2 = v4
            v3 = v4
        else:
            v1 = False
            v2 = False
            v3 = False
            v4 = False
        d5 = y * (cos(x) * dx) + sin(x) * dy if v4 else d0 / (1.0 if r == 0.0 else r)
        d6 = (dy - y / r * (d0 / (1.0 if r == 0.0 else r))) / r if v2 else dx
        return (y / r if v1 else x, sin(x) * y if v3 else r), (d6, d5)
    # corpus.py:104  r = la.hypot(x, y)
    d1 = d0 / (1.0 if r == 0.0 else r)
    # corpus.py:108  y = -y if y < 0 else y * y
    if y < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = y / r
        v3 = sin(x)
        return (-v2, -(v3 * y)), ((d1 * v2 - dy) / r, -(v3 * dy) - cos(x) * dx * y)
    # corpus.py:108  y = -y if y < 0 else y * y
    y2 = y * y
    dy2 = 2.0 * y * dy
    # corpus.py:111  return y / r, la.sin(x) * y
    v2 = y2 / r
    v3 = sin(x)
    return (v2, v3 * y2), ((dy2 - v2 * d1) / r, y2 * (cos(x) * dx) + v3 * dy2)

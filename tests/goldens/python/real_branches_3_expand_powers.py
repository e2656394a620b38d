# value and tangent of real_branches in 141 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:105  if r < 1 and x > y:
    if not r < 1.0:
        # corpus.py:107  if x < 0:
        if not x < 0.0:
            # corpus.py:109  elif not 0 < y < 2:
            if y > 0.0:
                v3 = y < 2.0
                v0 = v3
                v1 = v3
                v2 = v3
            else:
                v0 = False
                v1 = False
                v2 = False
                v3 = False
            if v1:
                d4 = (dy - y / r * ((x * dx + y * dy) / (1.0 if r == 0.0 else r))) / r
            else:
                d4 = dx
            if v3:
                d5 = y * (cos(x) * dx) + sin(x) * dy
            else:
                d5 = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
            return (y / r if v0 else x, sin(x) * y if v2 else r), (d4, d5)
        # corpus.py:104  r = la.hypot(x, y)
        d0 = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v1 = y / r
            v2 = sin(x)
            return (-v1, -(v2 * y)), ((d0 * v1 - dy) / r, -(v2 * dy) - cos(x) * dx * y)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v1 = y2 / r
        v2 = sin(x)
        return (v1, v2 * y2), ((dy2 - v1 * d0) / r, y2 * (cos(x) * dx) + v2 * dy2)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v0 = exp(y)
        d1 = x * ((x * dx + y * dy) / (1.0 if r == 0.0 else r)) + r * dx
        return (r * x, v0), (d1, v0 * dy)
    # corpus.py:107  if x < 0:
    if not x < 0.0:
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0:
            v3 = y < 2.0
            v0 = v3
            v1 = v3
            v2 = v3
        else:
            v0 = False
            v1 = False
            v2 = False
            v3 = False
        if v1:
            d4 = (dy - y / r * ((x * dx + y * dy) / (1.0 if r == 0.0 else r))) / r
        else:
            d4 = dx
        if v3:
            d5 = y * (cos(x) * dx) + sin(x) * dy
        else:
            d5 = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
        return (y / r if v0 else x, sin(x) * y if v2 else r), (d4, d5)
    # corpus.py:104  r = la.hypot(x, y)
    d0 = (x * dx + y * dy) / (1.0 if r == 0.0 else r)
    # corpus.py:108  y = -y if y < 0 else y * y
    if y < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v1 = y / r
        v2 = sin(x)
        return (-v1, -(v2 * y)), ((d0 * v1 - dy) / r, -(v2 * dy) - cos(x) * dx * y)
    # corpus.py:108  y = -y if y < 0 else y * y
    y2 = y * y
    dy2 = 2.0 * y * dy
    # corpus.py:111  return y / r, la.sin(x) * y
    v1 = y2 / r
    v2 = sin(x)
    return (v1, v2 * y2), ((dy2 - v1 * d0) / r, y2 * (cos(x) * dx) + v2 * dy2)

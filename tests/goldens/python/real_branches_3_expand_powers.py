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
        d7 = d0 / (1.0 if r == 0.0 else r)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v8 = y / r
            v9 = sin(x)
            return (-v8, -(v9 * y)), ((d7 * v8 - dy) / r, -(v9 * dy) - cos(x) * dx * y)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v10 = y2 / r
        v11 = sin(x)
        return (v10, v11 * y2), ((dy2 - v10 * d7) / r, y2 * (cos(x) * dx) + v11 * dy2)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v12 = exp(y)
        return (r * x, v12), (x * (d0 / (1.0 if r == 0.0 else r)) + r * dx, v12 * dy)
    # corpus.py:107  if x < 0:
    if not x < 0.0:
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0:
            v16 = y < 2.0
            v13 = v16
            v14 = v16
            v15 = v16
        else:
            v13 = False
            v14 = False
            v15 = False
            v16 = False
        if v16:
            d17 = y * (cos(x) * dx) + sin(x) * dy
        else:
            d17 = d0 / (1.0 if r == 0.0 else r)
        d18 = (dy - y / r * (d0 / (1.0 if r == 0.0 else r))) / r if v14 else dx
        return (y / r if v13 else x, sin(x) * y if v15 else r), (d18, d17)
    # corpus.py:104  r = la.hypot(x, y)
    d19 = d0 / (1.0 if r == 0.0 else r)
    # corpus.py:108  y = -y if y < 0 else y * y
    if y < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v20 = y / r
        v21 = sin(x)
        return (-v20, -(v21 * y)), ((d19 * v20 - dy) / r, -(v21 * dy) - cos(x) * dx * y)
    # corpus.py:108  y = -y if y < 0 else y * y
    y3 = y * y
    dy3 = 2.0 * y * dy
    # corpus.py:111  return y / r, la.sin(x) * y
    v22 = y3 / r
    v23 = sin(x)
    return (v22, v23 * y3), ((dy3 - v22 * d19) / r, y3 * (cos(x) * dx) + v23 * dy3)

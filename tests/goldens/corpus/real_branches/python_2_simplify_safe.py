# value and tangent of real_branches in 163 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = x * dx + y * dy
    # corpus.py:105  if r < 1 and x > y:
    if not r < 1.0:
        # corpus.py:107  if x < 0:
        if x < 0.0:
            # corpus.py:104  r = la.hypot(x, y)
            dr = d0 / (1.0 if r == 0.0 else r)
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                # corpus.py:111  return y / r, la.sin(x) * y
                v1 = y / r
                v2 = sin(x)
                d3 = -(v2 * dy) - cos(x) * dx * y
                return (-v1, -(v2 * y)), ((dr * v1 - dy) / r, d3)
            # corpus.py:108  y = -y if y < 0 else y * y
            y2 = y * y
            dy2 = 2.0 * y * dy
            # corpus.py:111  return y / r, la.sin(x) * y
            v4 = y2 / r
            v5 = sin(x)
            return (v4, v5 * y2), ((dy2 - v4 * dr) / r, y2 * (cos(x) * dx) + v5 * dy2)
        # corpus.py:109  elif not 0 < y < 2:
        if y > 0.0:
            v9 = y < 2.0
            v6 = v9
            v7 = v9
            v8 = v9
        else:
            v6 = False
            v7 = False
            v8 = False
            v9 = False
        d10 = y * (cos(x) * dx) + sin(x) * dy if v9 else d0 / (1.0 if r == 0.0 else r)
        d11 = (dy - y / r * (d0 / (1.0 if r == 0.0 else r))) / r if v7 else dx
        return (y / r if v6 else x, sin(x) * y if v8 else r), (d11, d10)
    # corpus.py:105  if r < 1 and x > y:
    if x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v12 = exp(y)
        return (r * x, v12), (x * (d0 / (1.0 if r == 0.0 else r)) + r * dx, v12 * dy)
    # corpus.py:107  if x < 0:
    if x < 0.0:
        # corpus.py:104  r = la.hypot(x, y)
        dr2 = d0 / (1.0 if r == 0.0 else r)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v13 = y / r
            v14 = sin(x)
            d15 = -(v14 * dy) - cos(x) * dx * y
            return (-v13, -(v14 * y)), ((dr2 * v13 - dy) / r, d15)
        # corpus.py:108  y = -y if y < 0 else y * y
        y3 = y * y
        dy3 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v16 = y3 / r
        v17 = sin(x)
        return (v16, v17 * y3), ((dy3 - v16 * dr2) / r, y3 * (cos(x) * dx) + v17 * dy3)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0:
        v21 = y < 2.0
        v18 = v21
        v19 = v21
        v20 = v21
    else:
        v18 = False
        v19 = False
        v20 = False
        v21 = False
    d22 = y * (cos(x) * dx) + sin(x) * dy if v21 else d0 / (1.0 if r == 0.0 else r)
    d23 = (dy - y / r * (d0 / (1.0 if r == 0.0 else r))) / r if v19 else dx
    return (y / r if v18 else x, sin(x) * y if v20 else r), (d23, d22)

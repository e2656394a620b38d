# product with the Hessian of real_branches in 125 operations, 145 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:111  return y / r, la.sin(x) * y
    v0 = y / r
    # corpus.py:104  r = la.hypot(x, y)
    d1 = y * dy
    dr = 1.0 if r == 0.0 else r
    dr2 = (x * dx + d1) / dr
    # corpus.py:111  return y / r, la.sin(x) * y
    if r < 1.0 and x > y:
        d0 = x
        # corpus.py:106  return r * x, la.exp(y)
        d2 = dr2
        # corpus.py:111  return y / r, la.sin(x) * y
        d3 = dx
        d4 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v5 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if v5:
            if y < 0.0:
                d6 = 0.0
                d7 = True
                d8 = 0.0
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v6 = y * y / r
                d9 = 2.0 / r
                d6 = -(v6 / r)
                d7 = False
                d8 = (v6 * dr2 - d1) / r * d9
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = (dy - dr2 * v0) * d9
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v10 = y > 0.0 and y < 2.0
            # corpus.py:111  return y / r, la.sin(x) * y
            d6 = 0.0
            d7 = v10
            d8 = 0.0
            # corpus.py:108  y = -y if y < 0 else y * y
            dy2 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if d7:
            v14 = -1.0 if v5 else 1.0
            d15 = v14 / r
            d16 = d15 / r
            d11 = -(v0 * d15)
            d12 = (2.0 * v0 * dr2 - dy) * d16
            d13 = -(dr2 * d16)
        else:
            d11 = 0.0
            d12 = 0.0
            d13 = 0.0
        d0 = d6 + d11
        # corpus.py:106  return r * x, la.exp(y)
        d2 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        d3 = d8 + d12
        d4 = dy2 + d13
    # corpus.py:104  r = la.hypot(x, y)
    d17 = d0 / dr
    d18 = dr2 * d17 - d3
    d19 = d2 + dx * d17 - x / r * d18
    d20 = d4 + dy * d17 - d18 * v0
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (d19, d20), (0.0, exp(y) * dy)
    # corpus.py:109  elif not 0 < y < 2:
    if v5:
        # corpus.py:111  return y / r, la.sin(x) * y
        if y < 0.0:
            d22 = False
            # corpus.py:108  y = -y if y < 0 else y * y
            dy3 = 0.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            d22 = True
            # corpus.py:108  y = -y if y < 0 else y * y
            dy3 = 2.0 * (y * (cos(x) * dx) + sin(x) * dy)
        # corpus.py:109  elif not 0 < y < 2:
        d21 = True
    else:
        d21 = v10
        # corpus.py:111  return y / r, la.sin(x) * y
        d22 = False
        # corpus.py:108  y = -y if y < 0 else y * y
        dy3 = 0.0
    # corpus.py:111  return y / r, la.sin(x) * y
    if d22 or d7:
        if v5:
            if y < 0.0:
                d24 = 0.0
                d25 = 0.0
            else:
                d24 = y * y
                d25 = 2.0 * d1
        else:
            d24 = 0.0
            d25 = 0.0
        if d7:
            d28 = -1.0 if v5 else 1.0
            d26 = y * d28
            d27 = d28 * dy
        else:
            d26 = 0.0
            d27 = 0.0
        d23 = cos(x) * (d25 + d27) - sin(x) * dx * (d24 + d26)
    else:
        d23 = 0.0
    # corpus.py:104  r = la.hypot(x, y)
    if d21:
        dr3 = 0.0
        dr4 = 0.0
    else:
        d29 = dr2 / dr
        dr3 = (dx - x * d29) / r
        dr4 = (dy - y * d29) / r
    # corpus.py:111  return y / r, la.sin(x) * y
    if d7:
        d30 = v14 * (cos(x) * dx)
    else:
        d30 = 0.0
    # corpus.py:104  r = la.hypot(x, y)
    return (d19, d20), (d23 + dr3, dy3 + d30 + dr4)

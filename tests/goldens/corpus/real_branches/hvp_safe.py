# product with the Hessian of real_branches in 136 operations, 153 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    d1 = dx / v0
    d2 = dy / v0
    d3 = x * d1 + y * d2
    dr = d3 / r
    if r < 1.0 and x > y:
        d4 = d3
        # corpus.py:111  return y / r, la.sin(x) * y
        d5 = x
        d6 = dx
        d7 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v8 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if v8:
            if y < 0.0:
                d9 = True
                d10 = 0.0
                d11 = 0.0
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v10 = y * y / r
                v12 = v10 / r
                # corpus.py:108  y = -y if y < 0 else y * y
                dy3 = 2.0 * y
                # corpus.py:111  return y / r, la.sin(x) * y
                d9 = False
                d10 = -v12
                d11 = v12 * dr - (dy * dy3 / r - v10 * dr) / r
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = 2.0 * (dy / r) - dr * (dy3 / r)
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v13 = y > 0.0 and y < 2.0
            # corpus.py:111  return y / r, la.sin(x) * y
            d9 = v13
            d10 = 0.0
            d11 = 0.0
            # corpus.py:108  y = -y if y < 0 else y * y
            dy2 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if d9:
            v5 = y / r
            v17 = -1.0 if v8 else 1.0
            v18 = v17 / r
            # corpus.py:104  r = la.hypot(x, y)
            dr2 = v18 * dr
            # corpus.py:111  return y / r, la.sin(x) * y
            d14 = -(v5 * v18)
            d15 = (v17 * (v5 * dr - dy / r) + y * dr2) / r
            d16 = -dr2
        else:
            d14 = 0.0
            d15 = 0.0
            d16 = 0.0
        # corpus.py:104  r = la.hypot(x, y)
        d4 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        d5 = d10 + d14
        d6 = d11 + d15
        d7 = dy2 + d16
    d19 = d6 / r - dr * (d5 / v0)
    # corpus.py:104  r = la.hypot(x, y)
    dr3 = d4 + d1 * d5 + x * d19
    dr4 = d7 + d2 * d5 + y * d19
    if r < 1.0 and x > y:
        return (dr3, dr4), (0.0, exp(y) * dy)
    # corpus.py:111  return y / r, la.sin(x) * y
    if v8:
        if y < 0.0:
            d20 = False
            # corpus.py:108  y = -y if y < 0 else y * y
            dy4 = 0.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            d20 = True
            # corpus.py:108  y = -y if y < 0 else y * y
            dy4 = dy3 * (dx * cos(x)) + 2.0 * sin(x) * dy
        # corpus.py:109  elif not 0 < y < 2:
        d21 = True
    else:
        # corpus.py:111  return y / r, la.sin(x) * y
        d20 = False
        # corpus.py:109  elif not 0 < y < 2:
        d21 = v13
        # corpus.py:108  y = -y if y < 0 else y * y
        dy4 = 0.0
    # corpus.py:111  return y / r, la.sin(x) * y
    if d20 or d9:
        if v8:
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                d23 = 0.0
                # corpus.py:111  return y / r, la.sin(x) * y
                d24 = 0.0
            else:
                # corpus.py:108  y = -y if y < 0 else y * y
                d23 = dy * (2.0 * y)
                # corpus.py:111  return y / r, la.sin(x) * y
                d24 = y * y
        else:
            d23 = 0.0
            d24 = 0.0
        if d9:
            d27 = -1.0 if v8 else 1.0
            d25 = dy * d27
            d26 = d27 * y
        else:
            d25 = 0.0
            d26 = 0.0
        d22 = cos(x) * (d23 + d25) - sin(x) * dx * (d24 + d26)
    else:
        d22 = 0.0
    # corpus.py:104  r = la.hypot(x, y)
    if d21:
        dr5 = 0.0
        dr6 = 0.0
    else:
        dr5 = dx / r - dr * (x / v0)
        dr6 = dy / r - dr * (y / v0)
    # corpus.py:111  return y / r, la.sin(x) * y
    if d9:
        d28 = v17 * (dx * cos(x))
    else:
        d28 = 0.0
    # corpus.py:104  r = la.hypot(x, y)
    return (dr3, dr4), (d22 + dr5, dy4 + d28 + dr6)

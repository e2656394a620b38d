# product with the Hessian of real_branches in 118 operations, 145 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:111  return y / r, la.sin(x) * y
    v0 = y / r
    # corpus.py:104  r = la.hypot(x, y)
    d1 = y * dy
    dr = 1.0 if r == 0.0 else r
    d2 = (x * dx + d1) / dr
    # corpus.py:111  return y / r, la.sin(x) * y
    if r < 1.0 and x > y:
        d0 = x
        # corpus.py:106  return r * x, la.exp(y)
        d3 = d2
        # corpus.py:111  return y / r, la.sin(x) * y
        d4 = dx
        d5 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v6 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if v6:
            if y < 0.0:
                d7 = 0.0
                v8 = True
                d9 = 0.0
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v7 = y * y / r
                v10 = 2.0 / r
                d7 = -(v7 / r)
                v8 = False
                d9 = (v7 * d2 - d1) / r * v10
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = (dy - d2 * v0) * v10
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v11 = y > 0.0 and y < 2.0
            # corpus.py:111  return y / r, la.sin(x) * y
            d7 = 0.0
            v8 = v11
            d9 = 0.0
            # corpus.py:108  y = -y if y < 0 else y * y
            dy2 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if v8:
            v15 = -1.0 if v6 else 1.0
            v16 = v15 / r
            v17 = v16 / r
            v12 = -(v0 * v16)
            d13 = (2.0 * v0 * d2 - dy) * v17
            d14 = -(d2 * v17)
        else:
            v12 = 0.0
            d13 = 0.0
            d14 = 0.0
        d0 = d7 + v12
        # corpus.py:106  return r * x, la.exp(y)
        d3 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        d4 = d9 + d13
        d5 = dy2 + d14
    # corpus.py:104  r = la.hypot(x, y)
    d18 = d0 / dr
    dr2 = d2 * d18 - d4
    dr3 = d3 + dx * d18 - x / r * dr2
    dr4 = d5 + dy * d18 - dr2 * v0
    if r < 1.0 and x > y:
        return (dr3, dr4), (0.0, exp(y) * dy)
    # corpus.py:107  if x < 0:
    v19 = x < 0.0
    # corpus.py:109  elif not 0 < y < 2:
    if v19:
        # corpus.py:111  return y / r, la.sin(x) * y
        if y < 0.0:
            v22 = False
            # corpus.py:108  y = -y if y < 0 else y * y
            dy4 = 0.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v22 = True
            # corpus.py:108  y = -y if y < 0 else y * y
            dy4 = 2.0 * (y * (cos(x) * dx) + sin(x) * dy)
        # corpus.py:109  elif not 0 < y < 2:
        d11 = True
        # corpus.py:111  return y / r, la.sin(x) * y
        d20 = d7
        v21 = v8
        d23 = d9
        # corpus.py:108  y = -y if y < 0 else y * y
        dy3 = dy2
    else:
        # corpus.py:109  elif not 0 < y < 2:
        d11 = v11
        # corpus.py:111  return y / r, la.sin(x) * y
        d20 = 0.0
        v21 = v11
        v22 = False
        d23 = 0.0
        # corpus.py:108  y = -y if y < 0 else y * y
        dy3 = 0.0
        dy4 = 0.0
    # corpus.py:111  return y / r, la.sin(x) * y
    if v21:
        v24 = -(v0 * v16)
        d25 = (2.0 * v0 * d2 - dy) * v17
        d26 = -(d2 * v17)
        d27 = v15 * (cos(x) * dx)
    else:
        v24 = 0.0
        d25 = 0.0
        d26 = 0.0
        d27 = 0.0
    if v22 or v21:
        if v19:
            if y < 0.0:
                d29 = 0.0
                d30 = 0.0
            else:
                d29 = y * y
                d30 = 2.0 * d1
        else:
            d29 = 0.0
            d30 = 0.0
        if v21:
            v33 = -1.0 if v19 else 1.0
            v31 = y * v33
            d32 = v33 * dy
        else:
            v31 = 0.0
            d32 = 0.0
        d28 = cos(x) * (d30 + d32) - sin(x) * dx * (d29 + v31)
    else:
        d28 = 0.0
    # corpus.py:104  r = la.hypot(x, y)
    if d11:
        dr5 = 0.0
        dr6 = 0.0
    else:
        d34 = d2 / dr
        dr5 = (dx - x * d34) / r
        dr6 = (dy - y * d34) / r
    return (dr3, dr4), (d28 + dr5, dy4 + d27 + dr6)

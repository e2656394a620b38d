# product with the Hessian of real_branches in 125 operations, 153 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    d1 = dx / v0
    d2 = dy / v0
    d3 = x * d1 + y * d2
    d4 = d3 / r
    if r < 1.0 and x > y:
        d5 = d3
        # corpus.py:111  return y / r, la.sin(x) * y
        d6 = x
        d7 = dx
        d8 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v9 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if v9:
            if y < 0.0:
                v10 = True
                d11 = 0.0
                d12 = 0.0
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v11 = y * y / r
                v13 = v11 / r
                # corpus.py:108  y = -y if y < 0 else y * y
                v14 = 2.0 * y
                # corpus.py:111  return y / r, la.sin(x) * y
                v10 = False
                d11 = -v13
                d12 = v13 * d4 - (dy * v14 / r - v11 * d4) / r
                # corpus.py:108  y = -y if y < 0 else y * y
                dy2 = 2.0 * (dy / r) - d4 * (v14 / r)
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v15 = y > 0.0 and y < 2.0
            # corpus.py:111  return y / r, la.sin(x) * y
            v10 = v15
            d11 = 0.0
            d12 = 0.0
            # corpus.py:108  y = -y if y < 0 else y * y
            dy2 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        if v10:
            v6 = y / r
            v19 = -1.0 if v9 else 1.0
            v20 = v19 / r
            # corpus.py:104  r = la.hypot(x, y)
            d21 = v20 * d4
            # corpus.py:111  return y / r, la.sin(x) * y
            v16 = -(v6 * v20)
            d17 = (v19 * (v6 * d4 - dy / r) + y * d21) / r
            d18 = -d21
        else:
            v16 = 0.0
            d17 = 0.0
            d18 = 0.0
        # corpus.py:104  r = la.hypot(x, y)
        d5 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        d6 = d11 + v16
        d7 = d12 + d17
        d8 = dy2 + d18
    d22 = d7 / r - d4 * (d6 / v0)
    # corpus.py:104  r = la.hypot(x, y)
    dr2 = d5 + d1 * d6 + x * d22
    dr3 = d8 + d2 * d6 + y * d22
    if r < 1.0 and x > y:
        return (dr2, dr3), (0.0, exp(y) * dy)
    # corpus.py:107  if x < 0:
    v23 = x < 0.0
    # corpus.py:111  return y / r, la.sin(x) * y
    if v23:
        if y < 0.0:
            v27 = False
            # corpus.py:108  y = -y if y < 0 else y * y
            dy4 = 0.0
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v27 = True
            # corpus.py:108  y = -y if y < 0 else y * y
            dy4 = v14 * (dx * cos(x)) + 2.0 * sin(x) * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v24 = v10
        d25 = d11
        d26 = d12
        # corpus.py:108  y = -y if y < 0 else y * y
        dy3 = dy2
        # corpus.py:109  elif not 0 < y < 2:
        d15 = True
    else:
        # corpus.py:111  return y / r, la.sin(x) * y
        v24 = v15
        d25 = 0.0
        d26 = 0.0
        # corpus.py:108  y = -y if y < 0 else y * y
        dy3 = 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v27 = False
        # corpus.py:109  elif not 0 < y < 2:
        d15 = v15
        # corpus.py:108  y = -y if y < 0 else y * y
        dy4 = 0.0
    # corpus.py:111  return y / r, la.sin(x) * y
    if v24:
        v28 = -(v6 * v20)
        d29 = (v19 * (v6 * d4 - dy / r) + y * d21) / r
        d30 = -d21
        d31 = v19 * (dx * cos(x))
    else:
        v28 = 0.0
        d29 = 0.0
        d30 = 0.0
        d31 = 0.0
    if v27 or v24:
        if v23:
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                d33 = 0.0
                # corpus.py:111  return y / r, la.sin(x) * y
                d34 = 0.0
            else:
                # corpus.py:108  y = -y if y < 0 else y * y
                d33 = dy * (2.0 * y)
                # corpus.py:111  return y / r, la.sin(x) * y
                d34 = y * y
        else:
            d33 = 0.0
            d34 = 0.0
        if v24:
            v37 = -1.0 if v23 else 1.0
            d35 = dy * v37
            v36 = v37 * y
        else:
            d35 = 0.0
            v36 = 0.0
        d32 = cos(x) * (d33 + d35) - sin(x) * dx * (d34 + v36)
    else:
        d32 = 0.0
    # corpus.py:104  r = la.hypot(x, y)
    if d15:
        dr4 = 0.0
        dr5 = 0.0
    else:
        dr4 = dx / r - d4 * (x / v0)
        dr5 = dy / r - d4 * (y / v0)
    return (dr2, dr3), (d32 + dr4, dy4 + d31 + dr5)

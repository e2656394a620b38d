# value and cotangents of real_branches in 101 operations, 89 before the passes

from math import cos, exp, hypot, sin


def real_branches_vjp(x, y, cotangent):
    cotangent0, cotangent1 = cotangent
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    dr = x / v0
    # corpus.py:105  if r < 1 and x > y:
    v1 = r < 1.0 and x > y
    # corpus.py:107  if x < 0:
    if v1:
        # corpus.py:106  return r * x, la.exp(y)
        d5 = exp(y)
        # corpus.py:107  if x < 0:
        d2 = r + x * dr
        # corpus.py:105  if r < 1 and x > y:
        d3 = 0.0
        v4 = True
    else:
        # corpus.py:107  if x < 0:
        v4 = x < 0.0
        # corpus.py:109  elif not 0 < y < 2:
        if v4:
            # corpus.py:111  return y / r, la.sin(x) * y
            v7 = sin(x)
            # corpus.py:104  r = la.hypot(x, y)
            dr2 = dr * (1.0 / r)
            # corpus.py:111  return y / r, la.sin(x) * y
            d7 = cos(x)
            if y < 0.0:
                v8 = y / r
                d2 = v8 * dr2
                d6 = -(y * d7)
                d5 = -v7
            else:
                # corpus.py:108  y = -y if y < 0 else y * y
                y2 = y * y
                # corpus.py:111  return y / r, la.sin(x) * y
                v9 = y2 / r
                d2 = -(v9 * dr2)
                d6 = y2 * d7
                d5 = v7 * (2.0 * y)
        elif y > 0.0 and y < 2.0:
            v10 = y / r
            d5 = sin(x)
            d2 = -(v10 * (dr * (1.0 / r)))
            d6 = y * cos(x)
        else:
            d2 = 1.0
            d6 = dr
            d5 = y / v0
        # corpus.py:105  if r < 1 and x > y:
        d3 = cotangent1 * d6
    if v4 or y > 0.0 and y < 2.0:
        if v1:
            d12 = y * dr
        else:
            # corpus.py:104  r = la.hypot(x, y)
            v13 = 1.0 / r
            dr3 = y / v0 * v13
            # corpus.py:105  if r < 1 and x > y:
            if x < 0.0:
                d12 = y / r * dr3 - v13 if y < 0.0 else 2.0 * y * v13 - y * y / r * dr3
            else:
                d12 = -(y / r * dr3 - v13)
        d11 = cotangent0 * d12
    else:
        d11 = 0.0
    d14 = cotangent0 * d2 + d3
    d15 = d11 + cotangent1 * d5
    if v1:
        # corpus.py:106  return r * x, la.exp(y)
        return (r * x, d5), (d14, d15)
    # corpus.py:107  if x < 0:
    if v4:
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            return (-v8, -(v7 * y)), (d14, d15)
        return (v9, v7 * y2), (d14, d15)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        return (v10, d5 * y), (d14, d15)
    return (x, r), (d14, d15)

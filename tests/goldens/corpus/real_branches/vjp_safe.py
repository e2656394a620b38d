# value and cotangents of real_branches in 101 operations, 89 before the passes

from math import cos, exp, hypot, sin


def real_branches_vjp(x, y, cotangent):
    cotangent0, cotangent1 = cotangent
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:106  return r * x, la.exp(y)
    v0 = 1.0 if r == 0.0 else r
    d1 = x / v0
    # corpus.py:105  if r < 1 and x > y:
    v2 = r < 1.0 and x > y
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        d6 = exp(y)
        # corpus.py:105  if r < 1 and x > y:
        d3 = r + x * d1
        d4 = 0.0
        v5 = True
    else:
        # corpus.py:107  if x < 0:
        v5 = x < 0.0
        if v5:
            # corpus.py:111  return y / r, la.sin(x) * y
            v8 = sin(x)
            d9 = d1 * (1.0 / r)
            d8 = cos(x)
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                # corpus.py:111  return y / r, la.sin(x) * y
                v9 = y / r
                # corpus.py:108  y = -y if y < 0 else y * y
                d3 = v9 * d9
                d7 = -(y * d8)
                d6 = -v8
            else:
                y2 = y * y
                # corpus.py:111  return y / r, la.sin(x) * y
                v10 = y2 / r
                # corpus.py:108  y = -y if y < 0 else y * y
                d3 = -(v10 * d9)
                d7 = y2 * d8
                d6 = v8 * (2.0 * y)
        elif y > 0.0 and y < 2.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v11 = y / r
            d6 = sin(x)
            # corpus.py:109  elif not 0 < y < 2:
            d3 = -(v11 * (d1 * (1.0 / r)))
            d7 = y * cos(x)
        else:
            d3 = 1.0
            d7 = d1
            d6 = y / v0
        # corpus.py:105  if r < 1 and x > y:
        d4 = cotangent1 * d7
    if v5 or y > 0.0 and y < 2.0:
        if v2:
            d13 = y * d1
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v14 = 1.0 / r
            d15 = y / v0 * v14
            # corpus.py:105  if r < 1 and x > y:
            if x < 0.0:
                d13 = y / r * d15 - v14 if y < 0.0 else 2.0 * y * v14 - y * y / r * d15
            else:
                d13 = -(y / r * d15 - v14)
        d12 = cotangent0 * d13
    else:
        d12 = 0.0
    d16 = cotangent0 * d3 + d4
    d17 = d12 + cotangent1 * d6
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        return (r * x, d6), (d16, d17)
    # corpus.py:107  if x < 0:
    if v5:
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            return (-v9, -(v8 * y)), (d16, d17)
        return (v10, v8 * y2), (d16, d17)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        return (v11, d6 * y), (d16, d17)
    return (x, r), (d16, d17)

# value and cotangents of real_branches in 79 operations, 89 before the passes

from math import cos, exp, hypot, sin


def real_branches_vjp(x, y, cotangent):
    cotangent0, cotangent1 = cotangent
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:106  return r * x, la.exp(y)
    v0 = 1.0 if r == 0.0 else r
    v1 = x / v0
    # corpus.py:105  if r < 1 and x > y:
    v2 = r < 1.0 and x > y
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        d6 = exp(y)
        # corpus.py:105  if r < 1 and x > y:
        d3 = r + x * v1
        d4 = 0.0
        v5 = True
    else:
        # corpus.py:107  if x < 0:
        v5 = x < 0.0
        if v5:
            # corpus.py:111  return y / r, la.sin(x) * y
            v8 = sin(x)
            v9 = v1 * (1.0 / r)
            v10 = cos(x)
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                # corpus.py:111  return y / r, la.sin(x) * y
                v11 = y / r
                # corpus.py:108  y = -y if y < 0 else y * y
                d3 = v11 * v9
                d7 = -(y * v10)
                d6 = -v8
            else:
                v12 = y * y
                # corpus.py:111  return y / r, la.sin(x) * y
                v13 = v12 / r
                # corpus.py:108  y = -y if y < 0 else y * y
                d3 = -(v13 * v9)
                d7 = v12 * v10
                d6 = v8 * (2.0 * y)
        elif y > 0.0 and y < 2.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v14 = y / r
            d6 = sin(x)
            # corpus.py:109  elif not 0 < y < 2:
            d3 = -(v14 * (v1 * (1.0 / r)))
            d7 = y * cos(x)
        else:
            d3 = 1.0
            d7 = v1
            d6 = y / v0
        # corpus.py:105  if r < 1 and x > y:
        d4 = cotangent1 * d7
    if v5 or y > 0.0 and y < 2.0:
        if v2:
            d16 = y * v1
        else:
            # corpus.py:111  return y / r, la.sin(x) * y
            v17 = 1.0 / r
            d18 = y / v0 * v17
            # corpus.py:105  if r < 1 and x > y:
            if x < 0.0:
                d16 = y / r * d18 - v17 if y < 0.0 else 2.0 * y * v17 - y * y / r * d18
            else:
                d16 = -(y / r * d18 - v17)
        d15 = cotangent0 * d16
    else:
        d15 = 0.0
    d19 = cotangent0 * d3 + d4
    d20 = d15 + cotangent1 * d6
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        d6 = exp(y)
        return (r * x, d6), (d19, d20)
    # corpus.py:107  if x < 0:
    v5 = x < 0.0
    if v5:
        d21 = d7
    else:
        d21 = d7
    if v5:
        # corpus.py:111  return y / r, la.sin(x) * y
        v22 = sin(x)
        v23 = v1 * (1.0 / r)
        v24 = cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            d3 = v11 * v9
            d7 = -(y * v10)
            d6 = -v8
        else:
            d3 = -(v13 * v9)
            d7 = v12 * v10
            d6 = v8 * (2.0 * y)
        if y < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v25 = y / r
            return (-v25, -(v22 * y)), (d19, d20)
        # corpus.py:108  y = -y if y < 0 else y * y
        v25 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v26 = v25 / r
        return (v26, v22 * v25), (d19, d20)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        d3 = -(v14 * (v1 * (1.0 / r)))
        d7 = y * cos(x)
    else:
        d3 = 1.0
        d7 = v1
        d6 = y / v0
    if y > 0.0 and y < 2.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v22 = y / r
        d6 = sin(x)
        return (v22, d6 * y), (d19, d20)
    return (x, r), (d19, d20)

# value and cotangents of real_branches in 101 operations, 83 before the passes

from math import cos, exp, hypot, sin


def real_branches_vjp(x, y, cotangent):
    cotangent0, cotangent1 = cotangent
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    d1 = x / v0
    # corpus.py:105  if r < 1 and x > y:
    v2 = r < 1.0 and x > y
    if v2:
        # corpus.py:106  return r * x, la.exp(y)
        d6 = exp(y)
        d3 = r + x * d1
        d4 = 0.0
        d5 = True
    else:
        # corpus.py:107  if x < 0:
        d5 = x < 0.0
        if d5:
            # corpus.py:111  return y / r, la.sin(x) * y
            v8 = sin(x)
            d9 = d1 * (1.0 / r)
            d10 = cos(x)
            if y < 0.0:
                v11 = y / r
                d3 = v11 * d9
                d7 = -(y * d10)
                d6 = -v8
            else:
                # corpus.py:108  y = -y if y < 0 else y * y
                y2 = y * y
                v12 = y2 / r
                d3 = -(v12 * d9)
                d7 = y2 * d10
                d6 = v8 * (2.0 * y)
        elif y > 0.0 and y < 2.0:
            v13 = y / r
            d6 = sin(x)
            d3 = -(v13 * (d1 * (1.0 / r)))
            d7 = y * cos(x)
        else:
            d3 = 1.0
            d7 = d1
            d6 = y / v0
        d4 = cotangent1 * d7
    if d5 or y > 0.0 and y < 2.0:
        d15 = y / v0
        if v2:
            d16 = x * d15
        else:
            v17 = 1.0 / r
            d18 = d15 * v17
            if x < 0.0:
                d16 = y / r * d18 - v17 if y < 0.0 else 2.0 * y * v17 - y * y / r * d18
            else:
                d16 = -(y / r * d18 - v17)
        d14 = cotangent0 * d16
    else:
        d14 = 0.0
    d19 = cotangent0 * d3 + d4
    d20 = d14 + cotangent1 * d6
    if v2:
        return (r * x, d6), (d19, d20)
    if d5:
        if y < 0.0:
            return (-v11, -(v8 * y)), (d19, d20)
        return (v12, v8 * y2), (d19, d20)
    # corpus.py:109  elif not 0 < y < 2:
    if y > 0.0 and y < 2.0:
        return (v13, d6 * y), (d19, d20)
    return (x, r), (d19, d20)

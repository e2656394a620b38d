# value and tangent of real_branches in 109 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = y * dy
    dr = (x * dx + d0) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0:
        d3 = x > y
        if d3:
            v1 = r * x
            v2 = exp(y)
        elif x < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v4 = sin(x)
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                v1 = -(y / r)
                v2 = -(v4 * y)
            else:
                y2 = y * y
                v1 = y2 / r
                v2 = v4 * y2
        elif y > 0.0 and y < 2.0:
            v1 = y / r
            v2 = sin(x) * y
        else:
            v1 = x
            v2 = r
    else:
        # corpus.py:107  if x < 0:
        if x < 0.0:
            # corpus.py:111  return y / r, la.sin(x) * y
            v5 = sin(x)
            # corpus.py:108  y = -y if y < 0 else y * y
            if y < 0.0:
                v1 = -(y / r)
                v2 = -(v5 * y)
            else:
                y3 = y * y
                v1 = y3 / r
                v2 = v5 * y3
        elif y > 0.0 and y < 2.0:
            v1 = y / r
            v2 = sin(x) * y
        else:
            v1 = x
            v2 = r
        # corpus.py:105  if r < 1 and x > y:
        d3 = False
    if d3:
        d2 = r * dx + x * dr
        d6 = dy * exp(y)
    elif x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v7 = sin(x)
        d7 = dx * cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            d2 = (y / r * dr - dy) / r
            d6 = -(dy * v7 + y * d7)
        else:
            y4 = y * y
            dy4 = 2.0 * d0
            d2 = (dy4 - y4 / r * dr) / r
            d6 = v7 * dy4 + d7 * y4
    elif y > 0.0 and y < 2.0:
        d2 = -((y / r * dr - dy) / r)
        d6 = dy * sin(x) + y * (dx * cos(x))
    else:
        d2 = dx
        d6 = dr
    return (v1, v2), (d2, d6)

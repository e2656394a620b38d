# value and tangent of real_branches in 93 operations

from math import cos, exp, hypot, sin


def real_branches(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = y * dy
    dr = (x * dx + d0) / (1.0 if r == 0.0 else r)
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0:
        d3 = x > y
        v1 = d3
        v2 = d3
    else:
        v1 = False
        v2 = False
        d3 = False
    if v1:
        v4 = r * x
    elif x < 0.0:
        v4 = -(y / r) if y < 0.0 else y * y / r
    else:
        v4 = y / r if y > 0.0 and y < 2.0 else x
    # corpus.py:105  if r < 1 and x > y:
    if v2:
        v5 = exp(y)
    elif x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v6 = sin(x)
        # corpus.py:107  if x < 0:
        v5 = -(v6 * y) if y < 0.0 else v6 * (y * y)
    else:
        v5 = sin(x) * y if y > 0.0 and y < 2.0 else r
    # corpus.py:105  if r < 1 and x > y:
    if d3:
        d5 = r * dx + x * dr
        d7 = dy * exp(y)
    elif x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v8 = sin(x)
        d8 = dx * cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            d5 = (y / r * dr - dy) / r
            d7 = -(dy * v8 + y * d8)
        else:
            y2 = y * y
            dy2 = 2.0 * d0
            d5 = (dy2 - y2 / r * dr) / r
            d7 = v8 * dy2 + d8 * y2
    elif y > 0.0 and y < 2.0:
        d5 = -((y / r * dr - dy) / r)
        d7 = dy * sin(x) + y * (dx * cos(x))
    else:
        d5 = dx
        d7 = dr
    return (v4, v5), (d5, d7)

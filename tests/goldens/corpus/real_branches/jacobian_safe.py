# Jacobian of real_branches in 46 operations, 48 before the passes

from math import cos, exp, hypot, sin


def real_branches_jacobian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    v1 = x / v0
    d2 = y / v0
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (r + x * v1, x * d2), (0.0, exp(y))
    # corpus.py:107  if x < 0:
    v3 = x < 0.0
    if not v3 and not (y > 0.0 and y < 2.0):
        return (1.0, 0.0), (v1, d2)
    if v3:
        # corpus.py:108  y = -y if y < 0 else y * y
        if y < 0.0:
            y2 = -y
            d4 = -1.0
        else:
            y2 = y * y
            d4 = 2.0 * y
    else:
        y2 = y
        d4 = 1.0
    # corpus.py:111  return y / r, la.sin(x) * y
    v5 = y2 / r
    return (-(v5 * (v1 / r)), d4 / r - v5 * (d2 / r)), (y2 * cos(x), sin(x) * d4)

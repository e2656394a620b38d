# Jacobian of real_branches in 67 operations, 67 before the passes

from math import cos, exp, hypot, sin


def real_branches_jacobian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    d1 = x / v0
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (r + x * d1, y * d1), (0.0, exp(y))
    d2 = y / v0
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v3 = sin(x)
        v4 = 1.0 / r
        d5 = d1 * v4
        d6 = d2 * v4
        d3 = cos(x)
        if y < 0.0:
            v6 = y / r
            return (v6 * d5, v6 * d6 - v4), (-(y * d3), -v3)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        v7 = y2 / r
        d8 = 2.0 * y
        return (-(v7 * d5), d8 * v4 - v7 * d6), (y2 * d3, v3 * d8)
    if y > 0.0 and y < 2.0:
        v9 = y / r
        v10 = 1.0 / r
        return (-(v9 * (d1 * v10)), -(v9 * (d2 * v10) - v10)), (y * cos(x), sin(x))
    return (1.0, 0.0), (d1, d2)

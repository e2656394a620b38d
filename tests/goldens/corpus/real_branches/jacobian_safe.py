# Jacobian of real_branches in 67 operations, 61 before the passes

from math import cos, exp, hypot, sin


def real_branches_jacobian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    v1 = x / v0
    d2 = y / v0
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (r + x * v1, x * d2), (0.0, exp(y))
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v3 = sin(x)
        v4 = 1.0 / r
        v5 = v1 * v4
        d6 = d2 * v4
        d7 = cos(x)
        if y < 0.0:
            v8 = y / r
            return (v8 * v5, v8 * d6 - v4), (-(y * d7), -v3)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        v9 = y2 / r
        d10 = 2.0 * y
        return (-(v9 * v5), d10 * v4 - v9 * d6), (y2 * d7, v3 * d10)
    if y > 0.0 and y < 2.0:
        v11 = y / r
        v12 = 1.0 / r
        return (-(v11 * (v1 * v12)), -(v11 * (d2 * v12) - v12)), (y * cos(x), sin(x))
    return (1.0, 0.0), (v1, d2)

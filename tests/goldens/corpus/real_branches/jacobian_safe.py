# Jacobian of real_branches in 57 operations, 67 before the passes

from math import cos, exp, hypot, sin


def real_branches_jacobian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    v1 = x / v0
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (r + x * v1, y * v1), (0.0, exp(y))
    d0 = y / v0
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = sin(x)
        v3 = 1.0 / r
        v4 = v1 * v3
        d5 = d0 * v3
        v6 = cos(x)
        if y < 0.0:
            v7 = y / r
            return (v7 * v4, v7 * d5 - v3), (-(y * v6), -v2)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        v7 = y2 / r
        v8 = 2.0 * y
        return (-(v7 * v4), v8 * v3 - v7 * d5), (y2 * v6, v2 * v8)
    if y > 0.0 and y < 2.0:
        v2 = y / r
        v3 = 1.0 / r
        return (-(v2 * (v1 * v3)), -(v2 * (d0 * v3) - v3)), (y * cos(x), sin(x))
    return (1.0, 0.0), (v1, d0)

# Jacobian of real_branches in 53 operations, 67 before the passes

from math import cos, exp, hypot, sin


def real_branches_jacobian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    v1 = y / v0
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (r + x * (x / v0), x * v1), (0.0, exp(y))
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = sin(x)
        v3 = x * v1 / r
        v4 = y / r
        v5 = v1 * v4
        v6 = y * cos(x)
        if y < 0.0:
            return (v3 / r, (v5 - 1.0) / r), (-v6, -v2)
        return (-(v4 * v3), (2.0 - v5) * v4), (y * v6, 2.0 * y * v2)
    if y > 0.0 and y < 2.0:
        return (-(x * v1 / r / r), -((v1 * (y / r) - 1.0) / r)), (y * cos(x), sin(x))
    return (1.0, 0.0), (x / v0, v1)

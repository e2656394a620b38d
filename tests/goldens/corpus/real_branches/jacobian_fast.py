# Jacobian of real_branches in 65 operations, 61 before the passes

from math import cos, exp, hypot, sin


def real_branches_jacobian(x, y):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    d1 = y / v0
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        return (r + x * (x / v0), x * d1), (0.0, exp(y))
    if x < 0.0:
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = sin(x)
        d3 = x * d1 / r
        d4 = y / r
        d5 = d1 * d4
        d6 = y * cos(x)
        if y < 0.0:
            return (d3 / r, (d5 - 1.0) / r), (-d6, -v2)
        return (-(d4 * d3), (2.0 - d5) * d4), (y * d6, 2.0 * y * v2)
    if y > 0.0 and y < 2.0:
        return (-(x * d1 / r / r), -((d1 * (y / r) - 1.0) / r)), (y * cos(x), sin(x))
    return (1.0, 0.0), (x / v0, d1)

# product with the Hessian of real_branches in 136 operations, 150 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    d0 = 1.0 if r == 0.0 else r
    if r < 1.0 and x > y:
        d1 = x
        d2 = (x * dx + y * dy) / d0
        d3 = dx
        d4 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v5 = x < 0.0
        if v5:
            if y < 0.0:
                d6 = 0.0
                d7 = True
                d8 = 0.0
                d9 = 0.0
            else:
                # corpus.py:111  return y / r, la.sin(x) * y
                v10 = y * y / r
                d11 = y * dy
                d12 = (x * dx + d11) / d0
                d13 = 2.0 / r
                d6 = -(v10 / r)
                d7 = False
                d8 = (v10 * d12 - d11) / r * d13
                d9 = (dy - y * (d12 / r)) * d13
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v14 = y > 0.0 and y < 2.0
            d6 = 0.0
            d7 = v14
            d8 = 0.0
            d9 = 0.0
        if d7:
            v18 = y / r
            v19 = -1.0 if v5 else 1.0
            d20 = v19 / r
            d21 = (x * dx + y * dy) / d0
            d15 = -(v18 * d20)
            d16 = (2.0 * v18 * d21 - dy) / r * d20
            d17 = -(d20 * (d21 / r))
        else:
            d15 = 0.0
            d16 = 0.0
            d17 = 0.0
        d1 = d6 + d15
        d2 = 0.0
        d3 = d8 + d16
        d4 = d9 + d17
    d22 = y * dx
    d23 = (x * dy - d22) / r / d0
    d24 = d1 * d23
    d25 = d2 + (x * d3 - y * d24) / d0
    d26 = d4 + (y * d3 + x * d24) / d0
    if r < 1.0 and x > y:
        return (d25, d26), (0.0, exp(y) * dy)
    if v5:
        if y < 0.0:
            d28 = False
            d29 = 0.0
        else:
            d28 = True
            d29 = 2.0 * (cos(x) * d22 + sin(x) * dy)
        d27 = True
    else:
        d27 = v14
        d28 = False
        d29 = 0.0
    if d28 or d7:
        if v5:
            if y < 0.0:
                d31 = 0.0
                d32 = 0.0
            else:
                d31 = y * y
                d32 = 2.0 * (y * dy)
        else:
            d31 = 0.0
            d32 = 0.0
        if d7:
            d35 = -1.0 if v5 else 1.0
            d33 = y * d35
            d34 = d35 * dy
        else:
            d33 = 0.0
            d34 = 0.0
        d30 = cos(x) * (d32 + d34) - sin(x) * dx * (d31 + d33)
    else:
        d30 = 0.0
    if d27:
        d36 = 0.0
        d37 = 0.0
    else:
        d38 = d23 / d0
        d36 = -(y * d38)
        d37 = x * d38
    if d7:
        d39 = v19 * cos(x) * dx
    else:
        d39 = 0.0
    return (d25, d26), (d30 + d36, d29 + d39 + d37)

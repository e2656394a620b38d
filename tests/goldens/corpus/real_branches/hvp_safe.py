# product with the Hessian of real_branches in 125 operations, 145 before the passes

from math import cos, exp, hypot, sin


def real_branches_hvp(x, y, dx, dy):
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    # corpus.py:111  return y / r, la.sin(x) * y
    v0 = y / r
    d1 = y * dy
    d2 = 1.0 if r == 0.0 else r
    d3 = (x * dx + d1) / d2
    if r < 1.0 and x > y:
        d4 = x
        d5 = d3
        d6 = dx
        d7 = 0.0
    else:
        # corpus.py:107  if x < 0:
        v8 = x < 0.0
        if v8:
            if y < 0.0:
                d9 = 0.0
                d10 = True
                d11 = 0.0
                d12 = 0.0
            else:
                v13 = y * y / r
                d14 = 2.0 / r
                d9 = -(v13 / r)
                d10 = False
                d11 = (v13 * d3 - d1) / r * d14
                d12 = (dy - d3 * v0) * d14
        else:
            # corpus.py:109  elif not 0 < y < 2:
            v15 = y > 0.0 and y < 2.0
            d9 = 0.0
            d10 = v15
            d11 = 0.0
            d12 = 0.0
        if d10:
            v19 = -1.0 if v8 else 1.0
            d20 = v19 / r
            d21 = d20 / r
            d16 = -(v0 * d20)
            d17 = (2.0 * v0 * d3 - dy) * d21
            d18 = -(d3 * d21)
        else:
            d16 = 0.0
            d17 = 0.0
            d18 = 0.0
        d4 = d9 + d16
        d5 = 0.0
        d6 = d11 + d17
        d7 = d12 + d18
    d22 = d4 / d2
    d23 = d3 * d22 - d6
    d24 = d5 + dx * d22 - x / r * d23
    d25 = d7 + dy * d22 - d23 * v0
    if r < 1.0 and x > y:
        return (d24, d25), (0.0, exp(y) * dy)
    if v8:
        if y < 0.0:
            d27 = False
            d28 = 0.0
        else:
            d27 = True
            d28 = 2.0 * (y * (cos(x) * dx) + sin(x) * dy)
        d26 = True
    else:
        d26 = v15
        d27 = False
        d28 = 0.0
    if d27 or d10:
        if v8:
            if y < 0.0:
                d30 = 0.0
                d31 = 0.0
            else:
                d30 = y * y
                d31 = 2.0 * d1
        else:
            d30 = 0.0
            d31 = 0.0
        if d10:
            d34 = -1.0 if v8 else 1.0
            d32 = y * d34
            d33 = d34 * dy
        else:
            d32 = 0.0
            d33 = 0.0
        d29 = cos(x) * (d31 + d33) - sin(x) * dx * (d30 + d32)
    else:
        d29 = 0.0
    if d26:
        d35 = 0.0
        d36 = 0.0
    else:
        d37 = d3 / d2
        d35 = (dx - x * d37) / r
        d36 = (dy - y * d37) / r
    if d10:
        d38 = v19 * (cos(x) * dx)
    else:
        d38 = 0.0
    return (d24, d25), (d29 + d35, d28 + d38 + d36)

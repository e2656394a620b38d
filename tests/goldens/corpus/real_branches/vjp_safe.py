# value and cotangents of real_branches in 53 operations, 56 before the passes

from math import cos, exp, hypot, sin


def real_branches_vjp(x, y, cotangent):
    cotangent0, cotangent1 = cotangent
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    v0 = 1.0 if r == 0.0 else r
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v4 = exp(y)
        d1 = cotangent0 * r
        d2 = cotangent0 * x
        d3 = cotangent1 * v4
    else:
        # corpus.py:107  if x < 0:
        v5 = x < 0.0
        if not v5 and not (y > 0.0 and y < 2.0):
            d1 = cotangent0
            d2 = cotangent1
            d3 = 0.0
        else:
            if v5:
                # corpus.py:108  y = -y if y < 0 else y * y
                if y < 0.0:
                    y2 = -y
                    v6 = -1.0
                else:
                    y2 = y * y
                    v6 = 2.0 * y
            else:
                y2 = y
                v6 = 1.0
            # corpus.py:111  return y / r, la.sin(x) * y
            v7 = y2 / r
            v8 = sin(x)
            d9 = cotangent0 / r
            d1 = cotangent1 * (y2 * cos(x))
            d2 = -(v7 * d9)
            d3 = (cotangent1 * v8 + d9) * v6
    d10 = d1 + d2 * (x / v0)
    d11 = d3 + d2 * (y / v0)
    if r < 1.0 and x > y:
        return (r * x, v4), (d10, d11)
    if not v5 and not (y > 0.0 and y < 2.0):
        return (x, r), (d10, d11)
    return (v7, v8 * y2), (d10, d11)

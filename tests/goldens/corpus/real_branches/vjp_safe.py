# value and cotangents of real_branches in 52 operations, 56 before the passes

from math import cos, exp, hypot, sin


def real_branches_vjp(x, y, cotangent):
    cotangent0, cotangent1 = cotangent
    # corpus.py:104  r = la.hypot(x, y)
    r = hypot(x, y)
    if r < 1.0 and x > y:
        # corpus.py:106  return r * x, la.exp(y)
        v3 = exp(y)
        d0 = r * cotangent0
        d1 = x * cotangent0
        d2 = v3 * cotangent1
    else:
        # corpus.py:107  if x < 0:
        v4 = x < 0.0
        if not v4 and not (y > 0.0 and y < 2.0):
            d0 = cotangent0
            d1 = cotangent1
            d2 = 0.0
        else:
            if v4:
                # corpus.py:108  y = -y if y < 0 else y * y
                if y < 0.0:
                    y2 = -y
                    d5 = -1.0
                else:
                    y2 = y * y
                    d5 = 2.0 * y
            else:
                y2 = y
                d5 = 1.0
            # corpus.py:111  return y / r, la.sin(x) * y
            v6 = y2 / r
            v7 = sin(x)
            d8 = cotangent0 / r
            d0 = y2 * cotangent1 * cos(x)
            d1 = -(v6 * d8)
            d2 = (v7 * cotangent1 + d8) * d5
    d9 = d1 / (1.0 if r == 0.0 else r)
    d10 = d0 + x * d9
    d11 = d2 + y * d9
    # corpus.py:105  if r < 1 and x > y:
    if r < 1.0 and x > y:
        return (r * x, v3), (d10, d11)
    if not v4 and not (y > 0.0 and y < 2.0):
        return (x, r), (d10, d11)
    return (v6, v7 * y2), (d10, d11)

# value and tangent of real_branches in 50 operations

import numpy as np


def real_branches(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:104  r = la.hypot(x, y)
        r = np.hypot(x, y)
        d0 = y * dy
        dr = (x * dx + d0) / np.where(r == 0.0, 1.0, r)
        # corpus.py:105  if r < 1 and x > y:
        v1 = np.where(r < 1.0, x > y, False)
        # corpus.py:106  return r * x, la.exp(y)
        v2 = np.exp(y)
        # corpus.py:107  if x < 0:
        v3 = x < 0.0
        # corpus.py:108  y = -y if y < 0 else y * y
        v4 = y < 0.0
        y2 = np.where(v3, np.where(v4, -y, y * y), y)
        dy2 = np.where(v3, np.where(v4, -dy, 2.0 * d0), dy)
        v5 = np.where(v3, False, np.logical_not(np.where(y > 0.0, y < 2.0, False)))
        # corpus.py:111  return y / r, la.sin(x) * y
        v6 = y2 / r
        v7 = np.sin(x)
        d8 = np.where(v1, dy * v2, np.where(v5, dr, dy2 * v7 + dx * y2 * np.cos(x)))
        d9 = np.where(v1, r * dx + x * dr, np.where(v5, dx, (dy2 - v6 * dr) / r))
        v9 = np.where(v1, v2, np.where(v5, r, v7 * y2))
        return (np.where(v1, r * x, np.where(v5, x, v6)), v9), (d9, d8)

# value and tangent of real_branches in 62 operations

import numpy as np


def real_branches(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:104  r = la.hypot(x, y)
        r = np.hypot(x, y)
        d0 = y * dy
        dr = (x * dx + d0) / np.where(r == 0.0, 1.0, r)
        # corpus.py:107  if x < 0:
        v1 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = y / r
        d3 = (v2 * dr - dy) / r
        v4 = np.sin(x)
        d4 = dx * np.cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v5 = y < 0.0
        y2 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v6 = y2 / r
        # corpus.py:106  return r * x, la.exp(y)
        v7 = np.exp(y)
        # corpus.py:108  y = -y if y < 0 else y * y
        dy2 = 2.0 * d0
        # corpus.py:109  elif not 0 < y < 2:
        v8 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:105  if r < 1 and x > y:
        v9 = np.where(r < 1.0, x > y, False)
        # corpus.py:107  if x < 0:
        v10 = np.where(v1, np.where(v5, -v2, v6), np.where(v8, v2, x))
        # corpus.py:111  return y / r, la.sin(x) * y
        v11 = v4 * y
        d11 = dy * v4 + y * d4
        # corpus.py:108  y = -y if y < 0 else y * y
        d12 = np.where(v5, d3, (dy2 - v6 * dr) / r)
        d13 = np.where(v5, -d11, v4 * dy2 + d4 * y2)
        # corpus.py:107  if x < 0:
        v14 = np.where(v1, np.where(v5, -v11, v4 * y2), np.where(v8, v11, r))
        # corpus.py:105  if r < 1 and x > y:
        d15 = np.where(v9, r * dx + x * dr, np.where(v1, d12, np.where(v8, -d3, dx)))
        d16 = np.where(v9, dy * v7, np.where(v1, d13, np.where(v8, d11, dr)))
        return (np.where(v9, r * x, v10), np.where(v9, v7, v14)), (d15, d16)

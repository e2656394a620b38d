# value and tangent of real_branches in 65 operations

import numpy as np


def real_branches(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:104  r = la.hypot(x, y)
        r = np.hypot(x, y)
        dr = (x * dx + y * dy) / np.where(r == 0.0, 1.0, r)
        # corpus.py:107  if x < 0:
        v0 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v1 = y / r
        d2 = v1 * dr
        v3 = np.sin(x)
        d3 = np.cos(x) * dx
        v4 = v3 * y
        d5 = y * d3
        d6 = v3 * dy
        # corpus.py:108  y = -y if y < 0 else y * y
        v7 = y < 0.0
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v8 = y2 / r
        # corpus.py:106  return r * x, la.exp(y)
        v9 = np.exp(y)
        # corpus.py:109  elif not 0 < y < 2:
        v10 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:108  y = -y if y < 0 else y * y
        d11 = np.where(v7, (d2 - dy) / r, (dy2 - v8 * dr) / r)
        # corpus.py:105  if r < 1 and x > y:
        v12 = np.where(r < 1.0, x > y, False)
        # corpus.py:107  if x < 0:
        v13 = np.where(v0, np.where(v7, -v1, v8), np.where(v10, v1, x))
        d14 = np.where(v0, d11, np.where(v10, (dy - d2) / r, dx))
        # corpus.py:108  y = -y if y < 0 else y * y
        d15 = np.where(v7, -d6 - d5, y2 * d3 + v3 * dy2)
        # corpus.py:107  if x < 0:
        v14 = np.where(v0, np.where(v7, -v4, v3 * y2), np.where(v10, v4, r))
        # corpus.py:105  if r < 1 and x > y:
        d16 = np.where(v12, v9 * dy, np.where(v0, d15, np.where(v10, d5 + d6, dr)))
        d17 = np.where(v12, x * dr + r * dx, d14)
        return (np.where(v12, r * x, v13), np.where(v12, v9, v14)), (d17, d16)

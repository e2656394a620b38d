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
        d2 = (dr * v2 - dy) / r
        v3 = np.sin(x)
        d3 = dx * np.cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v4 = y < 0.0
        y2 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v5 = y2 / r
        # corpus.py:106  return r * x, la.exp(y)
        v6 = np.exp(y)
        # corpus.py:111  return y / r, la.sin(x) * y
        d5 = 2.0 * d0
        # corpus.py:109  elif not 0 < y < 2:
        v7 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:105  if r < 1 and x > y:
        v8 = np.where(r < 1.0, x > y, False)
        # corpus.py:107  if x < 0:
        v9 = np.where(v1, np.where(v4, -v2, v5), np.where(v7, v2, x))
        # corpus.py:111  return y / r, la.sin(x) * y
        v10 = v3 * y
        d10 = dy * v3 + y * d3
        # corpus.py:108  y = -y if y < 0 else y * y
        d11 = np.where(v4, d2, (d5 - dr * v5) / r)
        d12 = np.where(v4, -d10, v3 * d5 + d3 * y2)
        # corpus.py:107  if x < 0:
        v13 = np.where(v1, np.where(v4, -v10, v3 * y2), np.where(v7, v10, r))
        # corpus.py:105  if r < 1 and x > y:
        d14 = np.where(v8, r * dx + x * dr, np.where(v1, d11, np.where(v7, -d2, dx)))
        d15 = np.where(v8, dy * v6, np.where(v1, d12, np.where(v7, d10, dr)))
        return (np.where(v8, r * x, v9), np.where(v8, v6, v13)), (d14, d15)

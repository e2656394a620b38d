# value and tangent of real_branches in 64 operations

import numpy as np


def real_branches(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:104  r = la.hypot(x, y)
        r = np.hypot(x, y)
        d0 = y * dy
        dr = (x * dx + d0) / np.where(r == 0.0, 1.0, r)
        # corpus.py:105  if r < 1 and x > y:
        v1 = r < 1.0
        # corpus.py:107  if x < 0:
        v2 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v3 = y / r
        v4 = np.sin(x)
        d4 = dx * np.cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v5 = y < 0.0
        y2 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v6 = y2 / r
        # corpus.py:105  if r < 1 and x > y:
        v7 = x > y
        # corpus.py:106  return r * x, la.exp(y)
        v8 = np.exp(y)
        # corpus.py:109  elif not 0 < y < 2:
        v9 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:107  if x < 0:
        v10 = np.where(v2, np.where(v5, -v3, v6), np.where(v9, v3, x))
        # corpus.py:111  return y / r, la.sin(x) * y
        v11 = v4 * y
        d11 = dy * v4 + y * d4
        d12 = 2.0 * d0
        # corpus.py:109  elif not 0 < y < 2:
        d13 = (dr * v3 - dy) / r
        # corpus.py:107  if x < 0:
        v14 = np.where(v2, np.where(v5, -v11, v4 * y2), np.where(v9, v11, r))
        # corpus.py:108  y = -y if y < 0 else y * y
        d15 = np.where(v5, d13, (d12 - dr * v6) / r)
        d16 = np.where(v5, -d11, v4 * d12 + d4 * y2)
        # corpus.py:105  if r < 1 and x > y:
        v17 = np.where(v1, v7, False)
        # corpus.py:107  if x < 0:
        d14 = np.where(v2, d15, np.where(v9, -d13, dx))
        # corpus.py:105  if r < 1 and x > y:
        d18 = np.where(v17, dy * v8, np.where(v2, d16, np.where(v9, d11, dr)))
        v19 = np.where(v1, np.where(v7, r * x, v10), v10)
        v18 = np.where(v1, np.where(v7, v8, v14), v14)
        return (v19, v18), (np.where(v17, r * dx + x * dr, d14), d18)

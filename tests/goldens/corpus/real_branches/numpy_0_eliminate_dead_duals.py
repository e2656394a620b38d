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
        d3 = (dr * v3 - dy) / r
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
        # corpus.py:111  return y / r, la.sin(x) * y
        d6 = 2.0 * d0
        # corpus.py:109  elif not 0 < y < 2:
        v9 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:107  if x < 0:
        v10 = np.where(v2, np.where(v5, -v3, v6), np.where(v9, v3, x))
        # corpus.py:111  return y / r, la.sin(x) * y
        v11 = v4 * y
        d11 = dy * v4 + y * d4
        # corpus.py:107  if x < 0:
        v12 = np.where(v2, np.where(v5, -v11, v4 * y2), np.where(v9, v11, r))
        # corpus.py:108  y = -y if y < 0 else y * y
        d13 = np.where(v5, d3, (d6 - dr * v6) / r)
        d14 = np.where(v5, -d11, v4 * d6 + d4 * y2)
        # corpus.py:105  if r < 1 and x > y:
        v15 = np.where(v1, v7, False)
        d16 = np.where(v15, r * dx + x * dr, np.where(v2, d13, np.where(v9, -d3, dx)))
        d17 = np.where(v15, dy * v8, np.where(v2, d14, np.where(v9, d11, dr)))
        v18 = np.where(v1, np.where(v7, r * x, v10), v10)
        return (v18, np.where(v1, np.where(v7, v8, v12), v12)), (d16, d17)

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
        v3 = np.sin(x)
        d3 = dx * np.cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v4 = y < 0.0
        y2 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v5 = y2 / r
        # corpus.py:106  return r * x, la.exp(y)
        v6 = np.exp(y)
        # corpus.py:109  elif not 0 < y < 2:
        v7 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:105  if r < 1 and x > y:
        v8 = np.where(r < 1.0, x > y, False)
        # corpus.py:107  if x < 0:
        v9 = np.where(v1, np.where(v4, -v2, v5), np.where(v7, v2, x))
        # corpus.py:111  return y / r, la.sin(x) * y
        v10 = v3 * y
        d10 = dy * v3 + y * d3
        d11 = 2.0 * d0
        # corpus.py:109  elif not 0 < y < 2:
        d12 = (dr * v2 - dy) / r
        # corpus.py:108  y = -y if y < 0 else y * y
        d13 = np.where(v4, d12, (d11 - dr * v5) / r)
        d14 = np.where(v4, -d10, v3 * d11 + d3 * y2)
        # corpus.py:107  if x < 0:
        v15 = np.where(v1, np.where(v4, -v10, v3 * y2), np.where(v7, v10, r))
        # corpus.py:105  if r < 1 and x > y:
        d16 = np.where(v8, r * dx + x * dr, np.where(v1, d13, np.where(v7, -d12, dx)))
        d17 = np.where(v8, dy * v6, np.where(v1, d14, np.where(v7, d10, dr)))
        return (np.where(v8, r * x, v9), np.where(v8, v6, v15)), (d16, d17)

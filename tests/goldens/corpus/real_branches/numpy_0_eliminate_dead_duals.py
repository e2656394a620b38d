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
        d4 = (v3 * dr - dy) / r
        v5 = np.sin(x)
        d5 = dx * np.cos(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v6 = y < 0.0
        y2 = y * y
        # corpus.py:111  return y / r, la.sin(x) * y
        v7 = y2 / r
        # corpus.py:105  if r < 1 and x > y:
        v8 = x > y
        # corpus.py:106  return r * x, la.exp(y)
        v9 = np.exp(y)
        # corpus.py:108  y = -y if y < 0 else y * y
        dy2 = 2.0 * d0
        # corpus.py:109  elif not 0 < y < 2:
        v10 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:107  if x < 0:
        v11 = np.where(v2, np.where(v6, -v3, v7), np.where(v10, v3, x))
        # corpus.py:111  return y / r, la.sin(x) * y
        v12 = v5 * y
        d12 = dy * v5 + y * d5
        # corpus.py:107  if x < 0:
        v13 = np.where(v2, np.where(v6, -v12, v5 * y2), np.where(v10, v12, r))
        # corpus.py:108  y = -y if y < 0 else y * y
        d14 = np.where(v6, d4, (dy2 - v7 * dr) / r)
        d15 = np.where(v6, -d12, v5 * dy2 + d5 * y2)
        # corpus.py:105  if r < 1 and x > y:
        d16 = np.where(v1, v8, False)
        # corpus.py:107  if x < 0:
        d13 = np.where(v2, d14, np.where(v10, -d4, dx))
        # corpus.py:105  if r < 1 and x > y:
        d17 = np.where(d16, dy * v9, np.where(v2, d15, np.where(v10, d12, dr)))
        v18 = np.where(v1, np.where(v8, r * x, v11), v11)
        v17 = np.where(v1, np.where(v8, v9, v13), v13)
        return (v18, v17), (np.where(d16, r * dx + x * dr, d13), d17)

# value and tangent of real_branches in 68 operations

import numpy as np


def real_branches(x, y, dx, dy):
    with np.errstate(all="ignore"):
        # corpus.py:104  r = la.hypot(x, y)
        r = np.hypot(x, y)
        dr = (x * dx + y * dy) / np.where(r == 0.0, 1.0, r)
        # corpus.py:105  if r < 1 and x > y:
        v0 = r < 1.0
        # corpus.py:107  if x < 0:
        v1 = x < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v2 = y / r
        d3 = v2 * dr
        v4 = np.sin(x)
        d4 = np.cos(x) * dx
        v5 = v4 * y
        d6 = y * d4
        d7 = v4 * dy
        # corpus.py:108  y = -y if y < 0 else y * y
        v8 = y < 0.0
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v9 = y2 / r
        # corpus.py:105  if r < 1 and x > y:
        v10 = x > y
        # corpus.py:106  return r * x, la.exp(y)
        v11 = np.exp(y)
        # corpus.py:109  elif not 0 < y < 2:
        v12 = np.where(y > 0.0, y < 2.0, False)
        # corpus.py:107  if x < 0:
        v13 = np.where(v1, np.where(v8, -v2, v9), np.where(v12, v2, x))
        # corpus.py:108  y = -y if y < 0 else y * y
        d14 = np.where(v8, (d3 - dy) / r, (dy2 - v9 * dr) / r)
        # corpus.py:107  if x < 0:
        d15 = np.where(v1, d14, np.where(v12, (dy - d3) / r, dx))
        v15 = np.where(v1, np.where(v8, -v5, v4 * y2), np.where(v12, v5, r))
        # corpus.py:108  y = -y if y < 0 else y * y
        d16 = np.where(v8, -d7 - d6, y2 * d4 + v4 * dy2)
        # corpus.py:107  if x < 0:
        d17 = np.where(v1, d16, np.where(v12, d6 + d7, dr))
        # corpus.py:105  if r < 1 and x > y:
        d18 = np.where(v0, np.where(v10, x * dr + r * dx, d15), d15)
        d19 = np.where(v0, np.where(v10, v11 * dy, d17), d17)
        v20 = np.where(v0, np.where(v10, r * x, v13), v13)
        return (v20, np.where(v0, np.where(v10, v11, v15), v15)), (d18, d19)

# value and tangent of real_branches in 71 operations

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
        # corpus.py:109  elif not 0 < y < 2:
        v2 = y > 0.0
        v3 = y < 2.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v4 = y / r
        d5 = v4 * dr
        v6 = np.sin(x)
        d6 = np.cos(x) * dx
        v7 = v6 * y
        d8 = y * d6
        d9 = v6 * dy
        # corpus.py:108  y = -y if y < 0 else y * y
        v10 = y < 0.0
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v11 = y2 / r
        # corpus.py:105  if r < 1 and x > y:
        v12 = x > y
        # corpus.py:106  return r * x, la.exp(y)
        v13 = np.exp(y)
        # corpus.py:109  elif not 0 < y < 2:
        v14 = np.where(v2, np.where(v3, v4, x), x)
        # corpus.py:107  if x < 0:
        v4 = np.where(v1, np.where(v10, -v4, v11), v14)
        # corpus.py:108  y = -y if y < 0 else y * y
        d11 = np.where(v10, (d5 - dy) / r, (dy2 - v11 * dr) / r)
        # corpus.py:107  if x < 0:
        d5 = np.where(v1, d11, np.where(v2, np.where(v3, (dy - d5) / r, dx), dx))
        # corpus.py:109  elif not 0 < y < 2:
        v11 = np.where(v2, np.where(v3, v7, r), r)
        # corpus.py:107  if x < 0:
        v5 = np.where(v1, np.where(v10, -v7, v6 * y2), v11)
        # corpus.py:108  y = -y if y < 0 else y * y
        d6 = np.where(v10, -d9 - d8, y2 * d6 + v6 * dy2)
        # corpus.py:107  if x < 0:
        d1 = np.where(v1, d6, np.where(v2, np.where(v3, d8 + d9, dr), dr))
        # corpus.py:105  if r < 1 and x > y:
        d2 = np.where(v0, np.where(v12, x * dr + r * dx, d5), d5)
        d1 = np.where(v0, np.where(v12, v13 * dy, d1), d1)
        v3 = np.where(v0, np.where(v12, r * x, v4), v4)
        return (v3, np.where(v0, np.where(v12, v13, v5), v5)), (d2, d1)

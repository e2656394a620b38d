# value and tangent of real_branches in 141 operations

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
        v5 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v6 = y < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v7 = y / r
        v8 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v9 = y2 / r
        v10 = np.sin(x)
        # corpus.py:105  if r < 1 and x > y:
        v11 = x > y
        # corpus.py:106  return r * x, la.exp(y)
        v12 = np.exp(y)
        # corpus.py:107  if x < 0:
        v13 = x < 0.0
        # corpus.py:109  elif not 0 < y < 2:
        v14 = y > 0.0
        v15 = y < 2.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v16 = y / r
        v17 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v18 = y < 0.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v19 = y / r
        v20 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        y3 = y * y
        dy3 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v21 = y3 / r
        v22 = np.sin(x)
        # corpus.py:109  elif not 0 < y < 2:
        v23 = np.where(np.where(v14, v15, False), v16, x)
        d16 = np.where(np.where(v14, v15, False), (dy - v16 * dr) / r, dx)
        # corpus.py:108  y = -y if y < 0 else y * y
        d24 = np.where(v18, (dr * v19 - dy) / r, (dy3 - v21 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        v25 = np.where(np.where(v2, v3, False), v4, x)
        d4 = np.where(np.where(v2, v3, False), (dy - v4 * dr) / r, dx)
        # corpus.py:105  if r < 1 and x > y:
        v19 = np.where(v11, r * x, np.where(v13, np.where(v18, -v19, v21), v23))
        # corpus.py:107  if x < 0:
        d4 = np.where(v1, np.where(v6, (dr * v7 - dy) / r, (dy2 - v9 * dr) / r), d4)
        # corpus.py:105  if r < 1 and x > y:
        d16 = np.where(v11, x * dr + r * dx, np.where(v13, d24, d16))
        # corpus.py:111  return y / r, la.sin(x) * y
        d21 = y3 * (np.cos(x) * dx) + v22 * dy3
        # corpus.py:109  elif not 0 < y < 2:
        v23 = np.where(np.where(v14, v15, False), v17 * y, r)
        d23 = np.where(np.where(v14, v15, False), y * (np.cos(x) * dx) + v17 * dy, dr)
        # corpus.py:107  if x < 0:
        v14 = np.where(v13, np.where(v18, -(v20 * y), v22 * y3), v23)
        d14 = np.where(v13, np.where(v18, -(v20 * dy) - np.cos(x) * dx * y, d21), d23)
        # corpus.py:111  return y / r, la.sin(x) * y
        d13 = y2 * (np.cos(x) * dx) + v10 * dy2
        # corpus.py:109  elif not 0 < y < 2:
        v15 = np.where(np.where(v2, v3, False), v5 * y, r)
        d15 = np.where(np.where(v2, v3, False), y * (np.cos(x) * dx) + v5 * dy, dr)
        # corpus.py:107  if x < 0:
        v4 = np.where(v1, np.where(v6, -(v8 * y), v10 * y2), v15)
        d2 = np.where(v1, np.where(v6, -(v8 * dy) - np.cos(x) * dx * y, d13), d15)
        # corpus.py:105  if r < 1 and x > y:
        v1 = np.where(v0, v19, np.where(v1, np.where(v6, -v7, v9), v25))
        d2 = np.where(v0, np.where(v11, v12 * dy, d14), d2)
        v2 = np.where(v0, np.where(v11, v12, v14), v4)
        return (v1, v2), (np.where(v0, d16, d4), d2)

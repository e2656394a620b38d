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
        d24 = np.where(np.where(v14, v15, False), (dy - v16 * dr) / r, dx)
        # corpus.py:108  y = -y if y < 0 else y * y
        d25 = np.where(v18, (dr * v19 - dy) / r, (dy3 - v21 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        v26 = np.where(np.where(v2, v3, False), v4, x)
        d27 = np.where(np.where(v2, v3, False), (dy - v4 * dr) / r, dx)
        # corpus.py:105  if r < 1 and x > y:
        v28 = np.where(v11, r * x, np.where(v13, np.where(v18, -v19, v21), v23))
        # corpus.py:107  if x < 0:
        d29 = np.where(v1, np.where(v6, (dr * v7 - dy) / r, (dy2 - v9 * dr) / r), d27)
        # corpus.py:105  if r < 1 and x > y:
        d30 = np.where(v11, x * dr + r * dx, np.where(v13, d25, d24))
        # corpus.py:111  return y / r, la.sin(x) * y
        d31 = y3 * (np.cos(x) * dx) + v22 * dy3
        # corpus.py:109  elif not 0 < y < 2:
        v24 = np.where(np.where(v14, v15, False), v17 * y, r)
        d32 = np.where(np.where(v14, v15, False), y * (np.cos(x) * dx) + v17 * dy, dr)
        # corpus.py:107  if x < 0:
        v33 = np.where(v13, np.where(v18, -(v20 * y), v22 * y3), v24)
        d33 = np.where(v13, np.where(v18, -(v20 * dy) - np.cos(x) * dx * y, d31), d32)
        # corpus.py:111  return y / r, la.sin(x) * y
        d34 = y2 * (np.cos(x) * dx) + v10 * dy2
        # corpus.py:109  elif not 0 < y < 2:
        v27 = np.where(np.where(v2, v3, False), v5 * y, r)
        d35 = np.where(np.where(v2, v3, False), y * (np.cos(x) * dx) + v5 * dy, dr)
        # corpus.py:107  if x < 0:
        v29 = np.where(v1, np.where(v6, -(v8 * y), v10 * y2), v27)
        d36 = np.where(v1, np.where(v6, -(v8 * dy) - np.cos(x) * dx * y, d34), d35)
        # corpus.py:105  if r < 1 and x > y:
        v37 = np.where(v0, v28, np.where(v1, np.where(v6, -v7, v9), v26))
        d38 = np.where(v0, np.where(v11, v12 * dy, d33), d36)
        v38 = np.where(v0, np.where(v11, v12, v33), v29)
        return (v37, v38), (np.where(v0, d30, d29), d38)

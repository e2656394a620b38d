# value and tangent of real_branches in 139 operations

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
        y2 = -y
        dy2 = -dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v7 = y2 / r
        v8 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        y3 = y * y
        dy3 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v9 = y3 / r
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
        y4 = -y
        dy4 = -dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v19 = y4 / r
        v20 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        y5 = y * y
        dy5 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v21 = y5 / r
        v22 = np.sin(x)
        # corpus.py:109  elif not 0 < y < 2:
        v23 = np.where(v14, np.where(v15, v16, x), x)
        # corpus.py:108  y = -y if y < 0 else y * y
        d24 = np.where(v18, (dy4 - v19 * dr) / r, (dy5 - v21 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        d25 = np.where(v14, np.where(v15, (dy - v16 * dr) / r, dx), dx)
        # corpus.py:108  y = -y if y < 0 else y * y
        d26 = np.where(v6, (dy2 - v7 * dr) / r, (dy3 - v9 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        d27 = np.where(v2, np.where(v3, (dy - v4 * dr) / r, dx), dx)
        # corpus.py:107  if x < 0:
        v28 = np.where(v1, np.where(v6, v7, v9), np.where(v2, np.where(v3, v4, x), x))
        # corpus.py:105  if r < 1 and x > y:
        v29 = np.where(v11, r * x, np.where(v13, np.where(v18, v19, v21), v23))
        d30 = np.where(v11, x * dr + r * dx, np.where(v13, d24, d25))
        # corpus.py:111  return y / r, la.sin(x) * y
        d31 = y4 * (np.cos(x) * dx) + v20 * dy4
        # corpus.py:109  elif not 0 < y < 2:
        v25 = np.where(v14, np.where(v15, v17 * y, r), r)
        d32 = np.where(v14, np.where(v15, y * (np.cos(x) * dx) + v17 * dy, dr), dr)
        # corpus.py:108  y = -y if y < 0 else y * y
        d33 = np.where(v18, d31, y5 * (np.cos(x) * dx) + v22 * dy5)
        # corpus.py:107  if x < 0:
        v34 = np.where(v13, np.where(v18, v20 * y4, v22 * y5), v25)
        # corpus.py:111  return y / r, la.sin(x) * y
        d35 = y3 * (np.cos(x) * dx) + v10 * dy3
        # corpus.py:109  elif not 0 < y < 2:
        v27 = np.where(v2, np.where(v3, v5 * y, r), r)
        d36 = np.where(v2, np.where(v3, y * (np.cos(x) * dx) + v5 * dy, dr), dr)
        # corpus.py:107  if x < 0:
        v37 = np.where(v1, np.where(v6, v8 * y2, v10 * y3), v27)
        d37 = np.where(v1, np.where(v6, y2 * (np.cos(x) * dx) + v8 * dy2, d35), d36)
        # corpus.py:105  if r < 1 and x > y:
        d38 = np.where(v0, np.where(v11, v12 * dy, np.where(v13, d33, d32)), d37)
        v38 = np.where(v0, np.where(v11, v12, v34), v37)
        d39 = np.where(v0, d30, np.where(v1, d26, d27))
        return (np.where(v0, v29, v28), v38), (d39, d38)

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
        v7 = -y
        d7 = -dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v8 = v7 / r
        v9 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        y2 = y * y
        dy2 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v10 = y2 / r
        v11 = np.sin(x)
        # corpus.py:105  if r < 1 and x > y:
        v12 = x > y
        # corpus.py:106  return r * x, la.exp(y)
        v13 = np.exp(y)
        # corpus.py:107  if x < 0:
        v14 = x < 0.0
        # corpus.py:109  elif not 0 < y < 2:
        v15 = y > 0.0
        v16 = y < 2.0
        # corpus.py:111  return y / r, la.sin(x) * y
        v17 = y / r
        v18 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        v19 = y < 0.0
        v20 = -y
        d20 = -dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v21 = v20 / r
        v22 = np.sin(x)
        # corpus.py:108  y = -y if y < 0 else y * y
        y3 = y * y
        dy3 = 2.0 * y * dy
        # corpus.py:111  return y / r, la.sin(x) * y
        v23 = y3 / r
        v24 = np.sin(x)
        # corpus.py:109  elif not 0 < y < 2:
        v25 = np.where(v15, np.where(v16, v17, x), x)
        # corpus.py:108  y = -y if y < 0 else y * y
        d26 = np.where(v19, (d20 - v21 * dr) / r, (dy3 - v23 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        d27 = np.where(v15, np.where(v16, (dy - v17 * dr) / r, dx), dx)
        v28 = np.where(v2, np.where(v3, v4, x), x)
        # corpus.py:108  y = -y if y < 0 else y * y
        d29 = np.where(v6, (d7 - v8 * dr) / r, (dy2 - v10 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        d30 = np.where(v2, np.where(v3, (dy - v4 * dr) / r, dx), dx)
        # corpus.py:105  if r < 1 and x > y:
        v31 = np.where(v12, r * x, np.where(v14, np.where(v19, v21, v23), v25))
        d32 = np.where(v12, x * dr + r * dx, np.where(v14, d26, d27))
        # corpus.py:111  return y / r, la.sin(x) * y
        d33 = v20 * (np.cos(x) * dx) + v22 * d20
        # corpus.py:109  elif not 0 < y < 2:
        v27 = np.where(v15, np.where(v16, v18 * y, r), r)
        d34 = np.where(v15, np.where(v16, y * (np.cos(x) * dx) + v18 * dy, dr), dr)
        # corpus.py:108  y = -y if y < 0 else y * y
        d35 = np.where(v19, d33, y3 * (np.cos(x) * dx) + v24 * dy3)
        # corpus.py:107  if x < 0:
        v36 = np.where(v14, np.where(v19, v22 * v20, v24 * y3), v27)
        # corpus.py:111  return y / r, la.sin(x) * y
        d37 = y2 * (np.cos(x) * dx) + v11 * dy2
        # corpus.py:109  elif not 0 < y < 2:
        v30 = np.where(v2, np.where(v3, v5 * y, r), r)
        d38 = np.where(v2, np.where(v3, y * (np.cos(x) * dx) + v5 * dy, dr), dr)
        # corpus.py:107  if x < 0:
        v39 = np.where(v1, np.where(v6, v9 * v7, v11 * y2), v30)
        d39 = np.where(v1, np.where(v6, v7 * (np.cos(x) * dx) + v9 * d7, d37), d38)
        # corpus.py:105  if r < 1 and x > y:
        d40 = np.where(v0, np.where(v12, v13 * dy, np.where(v14, d35, d34)), d39)
        v41 = np.where(v0, v31, np.where(v1, np.where(v6, v8, v10), v28))
        v40 = np.where(v0, np.where(v12, v13, v36), v39)
        return (v41, v40), (np.where(v0, d32, np.where(v1, d29, d30)), d40)

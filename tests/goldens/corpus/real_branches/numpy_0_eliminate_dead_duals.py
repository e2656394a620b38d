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
        d17 = np.where(v15, np.where(v16, (dy - v17 * dr) / r, dx), dx)
        v27 = np.where(v2, np.where(v3, v4, x), x)
        # corpus.py:108  y = -y if y < 0 else y * y
        d28 = np.where(v6, (d7 - v8 * dr) / r, (dy2 - v10 * dr) / r)
        # corpus.py:109  elif not 0 < y < 2:
        d4 = np.where(v2, np.where(v3, (dy - v4 * dr) / r, dx), dx)
        # corpus.py:105  if r < 1 and x > y:
        v21 = np.where(v12, r * x, np.where(v14, np.where(v19, v21, v23), v25))
        d17 = np.where(v12, x * dr + r * dx, np.where(v14, d26, d17))
        # corpus.py:111  return y / r, la.sin(x) * y
        d23 = v20 * (np.cos(x) * dx) + v22 * d20
        # corpus.py:109  elif not 0 < y < 2:
        v25 = np.where(v15, np.where(v16, v18 * y, r), r)
        d25 = np.where(v15, np.where(v16, y * (np.cos(x) * dx) + v18 * dy, dr), dr)
        # corpus.py:108  y = -y if y < 0 else y * y
        d15 = np.where(v19, d23, y3 * (np.cos(x) * dx) + v24 * dy3)
        # corpus.py:107  if x < 0:
        v16 = np.where(v14, np.where(v19, v22 * v20, v24 * y3), v25)
        # corpus.py:111  return y / r, la.sin(x) * y
        d18 = y2 * (np.cos(x) * dx) + v11 * dy2
        # corpus.py:109  elif not 0 < y < 2:
        v4 = np.where(v2, np.where(v3, v5 * y, r), r)
        d2 = np.where(v2, np.where(v3, y * (np.cos(x) * dx) + v5 * dy, dr), dr)
        # corpus.py:107  if x < 0:
        v3 = np.where(v1, np.where(v6, v9 * v7, v11 * y2), v4)
        d3 = np.where(v1, np.where(v6, v7 * (np.cos(x) * dx) + v9 * d7, d18), d2)
        # corpus.py:105  if r < 1 and x > y:
        d2 = np.where(v0, np.where(v12, v13 * dy, np.where(v14, d15, d25)), d3)
        v5 = np.where(v0, v21, np.where(v1, np.where(v6, v8, v10), v27))
        v2 = np.where(v0, np.where(v12, v13, v16), v3)
        return (v5, v2), (np.where(v0, d17, np.where(v1, d28, d4)), d2)

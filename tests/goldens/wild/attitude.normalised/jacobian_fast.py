# Jacobian of normalised in 29 operations, 64 before the passes

from math import sqrt
import numpy as np


def normalised_jacobian(v):
    v0, v1, v2 = v.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    v3 = v0 * v0
    v4 = v1 * v1
    v5 = v3 + v4 + v2 * v2
    v6 = sqrt(v5)
    if v6 == 0.0:
        return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    d7 = 1.0 / v6
    v8 = v5 * v6
    v9 = v2 / v8
    v10 = -(v0 * v1 / v8)
    v11 = -(v0 * v9)
    v12 = -(v1 * v9)
    return np.array(
        [[d7 - v3 / v8, v10, v11], [v10, d7 - v4 / v8, v12], [v11, v12, d7 - v2 * v9]]
    )

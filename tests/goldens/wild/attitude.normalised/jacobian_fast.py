# Jacobian of normalised in 29 operations, 64 before the passes

from math import sqrt
import numpy as np


def normalised_jacobian(v):
    v0, v1, v2 = v.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    v3 = v0 * v0
    v4 = v1 * v1
    v5 = v3 + v4 + v2 * v2
    norm = sqrt(v5)
    # attitude.py:28  if norm == 0:
    if norm == 0.0:
        return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    d6 = 1.0 / norm
    d7 = v5 * norm
    d8 = v2 / d7
    d9 = -(v0 * v1 / d7)
    d10 = -(v0 * d8)
    d11 = -(v1 * d8)
    return np.array(
        [[d6 - v3 / d7, d9, d10], [d9, d6 - v4 / d7, d11], [d10, d11, d6 - v2 * d8]]
    )

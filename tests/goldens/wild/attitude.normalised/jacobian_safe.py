# Jacobian of normalised in 43 operations, 52 before the passes

from math import sqrt
import numpy as np


def normalised_jacobian(v):
    v0, v1, v2 = v.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    norm = sqrt(v0 * v0 + v1 * v1 + v2 * v2)
    if norm == 0.0:
        return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    # attitude.py:30  return v / norm
    v3 = v0 / norm
    v4 = v1 / norm
    v5 = v2 / norm
    d5 = 1.0 / norm
    d0 = d5 / norm
    d6 = v0 * d0
    d7 = v1 * d0
    d8 = v2 * d0
    return np.array(
        [
            [d5 - v3 * d6, -(v3 * d7), -(v3 * d8)],
            [-(v4 * d6), d5 - v4 * d7, -(v4 * d8)],
            [-(v5 * d6), -(v5 * d7), d5 - v5 * d8],
        ]
    )

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
    d6 = 1.0 / norm
    d7 = d6 * (1.0 / norm)
    d8 = v0 * d7
    d9 = v1 * d7
    d10 = v2 * d7
    return np.array(
        [
            [d6 - v3 * d8, -(v3 * d9), -(v3 * d10)],
            [-(v4 * d8), d6 - v4 * d9, -(v4 * d10)],
            [-(v5 * d8), -(v5 * d9), d6 - v5 * d10],
        ]
    )

# Jacobian of normalised in 30 operations, 64 before the passes

from math import sqrt
import numpy as np


def normalised_jacobian(v):
    v0, v1, v2 = v.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    v3 = v0 * v0
    v4 = v1 * v1
    norm = v3 + v4 + v2 * v2
    d0 = sqrt(norm)
    if d0 == 0.0:
        return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    d5 = 1.0 / d0
    d6 = norm * d0
    d7 = v2 / d6
    return np.array(
        [
            [d5 - v3 / d6, -(v0 * v1 / d6), -(v0 * d7)],
            [-(v0 * v1 / d6), d5 - v4 / d6, -(v1 * d7)],
            [-(v0 * d7), -(v1 * d7), d5 - v2 * d7],
        ]
    )

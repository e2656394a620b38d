# Jacobian of normalised in 42 operations, 52 before the passes

from math import sqrt
import numpy as np


def normalised_jacobian(v):
    v0, v1, v2 = v.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    norm = sqrt(v0 * v0 + v1 * v1 + v2 * v2)
    # attitude.py:28  if norm == 0:
    if norm == 0.0:
        return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    d3 = 1.0 / norm
    d4 = d3 / norm
    d5 = v0 / norm * d4
    d6 = v1 / norm * d4
    d7 = v2 / norm * d4
    return np.array(
        [
            [d3 - v0 * d5, -(v1 * d5), -(v2 * d5)],
            [-(v0 * d6), d3 - v1 * d6, -(v2 * d6)],
            [-(v0 * d7), -(v1 * d7), d3 - v2 * d7],
        ]
    )

# Jacobian of normalised in 29 operations, 64 before the passes

from math import sqrt
import numpy as np


def normalised_jacobian(v):
    v0, v1, v2 = v.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    v3 = v0 * v0
    v4 = v1 * v1
    v5 = v3 + v4 + v2 * v2
    d6 = sqrt(v5)
    if d6 == 0.0:
        return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    d7 = 1.0 / d6
    d8 = v5 * d6
    d9 = v2 / d8
    d10 = -(v0 * v1 / d8)
    d11 = -(v0 * d9)
    d12 = -(v1 * d9)
    return np.array(
        [[d7 - v3 / d8, d10, d11], [d10, d7 - v4 / d8, d12], [d11, d12, d7 - v2 * d9]]
    )

# value and tangent of normalised in 31 operations, 37 before the passes

from math import sqrt
import numpy as np


def normalised(v, dv):
    v0, v1, v2 = v.tolist()
    dv0, dv1, dv2 = dv.tolist()
    # attitude.py:27  norm = np.linalg.norm(v)
    norm = sqrt(v0 * v0 + v1 * v1 + v2 * v2)
    if norm == 0.0:
        return np.array([v0, v1, v2]), np.array([dv0, dv1, dv2])
    dnorm = (v0 * dv0 + v1 * dv1 + v2 * dv2) / norm
    # attitude.py:30  return v / norm
    v3 = v0 / norm
    v4 = v1 / norm
    v5 = v2 / norm
    return (
        np.array([v3, v4, v5]),
        np.array(
            [
                (dv0 - v3 * dnorm) / norm,
                (dv1 - v4 * dnorm) / norm,
                (dv2 - v5 * dnorm) / norm,
            ]
        ),
    )

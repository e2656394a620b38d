# Jacobian of observe in 38 operations, 94 before the passes

from math import hypot, sqrt
import numpy as np


def observe_jacobian(mean, landmark):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    v0 = landmark0 - mean0
    v1 = landmark1 - mean1
    # ekf.py:48  q = dx**2 + dy**2
    q = v0 * v0 + v1 * v1
    d2 = 1.0 / sqrt(q)
    d3 = v0 * d2
    d4 = v1 * d2
    v5 = hypot(v0, v1)
    v5 = v5 * v5
    v6 = v1 / v5
    v5 = v0 / v5
    d7 = 1.0 / q
    d0 = v0 * d7
    d8 = d2 - d0 * d3
    d9 = d0 * d4
    d10 = -d9
    d1 = v1 * d7
    d2 = d2 - d1 * d4
    d11 = 2.0 * d0
    d12 = d1 * d11
    d1 = 2.0 * (d1 * d1) - d7
    d0 = d7 - d0 * d11
    d7 = -d12
    return (
        (np.array([[-d3, -d4, 0.0], [v6, -v5, -1.0]]), np.array([[d3, d4], [-v6, v5]])),
        (
            np.array(
                [
                    [[d8, d10, 0.0], [d10, d2, 0.0], [0.0, 0.0, 0.0]],
                    [[d12, d1, 0.0], [d0, d7, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d8, d9], [d9, -d2], [0.0, 0.0]],
                    [[d7, -d1], [-d0, d12], [0.0, 0.0]],
                ]
            ),
        ),
    )

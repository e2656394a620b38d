# Jacobian of observe in 38 operations, 94 before the passes

from math import hypot, sqrt
import numpy as np


def observe_jacobian(mean, landmark):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    dx = landmark0 - mean0
    dy = landmark1 - mean1
    # ekf.py:48  q = dx**2 + dy**2
    q = dx * dx + dy * dy
    d0 = 1.0 / sqrt(q)
    d1 = dx * d0
    d2 = dy * d0
    v3 = hypot(dx, dy)
    v3 = v3 * v3
    v4 = dy / v3
    v3 = dx / v3
    d5 = 1.0 / q
    d6 = dx * d5
    d7 = d0 - d6 * d1
    d8 = d6 * d2
    d9 = -d8
    d10 = dy * d5
    d0 = d0 - d10 * d2
    d11 = 2.0 * d6
    d12 = d10 * d11
    d10 = 2.0 * (d10 * d10) - d5
    d5 = d5 - d6 * d11
    d6 = -d12
    return (
        (np.array([[-d1, -d2, 0.0], [v4, -v3, -1.0]]), np.array([[d1, d2], [-v4, v3]])),
        (
            np.array(
                [
                    [[d7, d9, 0.0], [d9, d0, 0.0], [0.0, 0.0, 0.0]],
                    [[d12, d10, 0.0], [d5, d6, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d7, d8], [d8, -d0], [0.0, 0.0]],
                    [[d6, -d10], [-d5, d12], [0.0, 0.0]],
                ]
            ),
        ),
    )

# Jacobian of observe in 48 operations, 94 before the passes

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
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v2 = v1 / q
    v3 = v0 / q
    d4 = 1.0 / distance
    d5 = v0 * d4
    d6 = v1 * d4
    v7 = hypot(v0, v1)
    v8 = v1 / v7 / v7
    v7 = v0 / v7 / v7
    d9 = v0 / distance * d4
    d10 = d4 - d5 * d9
    d9 = d6 * d9
    d11 = v1 / distance * d4
    d12 = d5 * d11
    d4 = d4 - d6 * d11
    d2 = 1.0 / q
    d11 = 2.0 * d2
    d0 = v0 * d11
    d13 = v2 * d0
    d1 = v1 * d11
    d11 = v2 * d1 - d2
    d0 = d2 - v3 * d0
    d1 = v3 * d1
    return (
        (np.array([[-d5, -d6, 0.0], [v8, -v7, -1.0]]), np.array([[d5, d6], [-v8, v7]])),
        (
            np.array(
                [
                    [[d10, -d9, 0.0], [-d12, d4, 0.0], [0.0, 0.0, 0.0]],
                    [[d13, d11, 0.0], [d0, -d1, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d10, d9], [d12, -d4], [0.0, 0.0]],
                    [[-d13, -d11], [-d0, d1], [0.0, 0.0]],
                ]
            ),
        ),
    )

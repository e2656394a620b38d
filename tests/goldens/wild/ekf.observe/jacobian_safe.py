# Jacobian of observe in 48 operations, 94 before the passes

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
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    H10 = dy / q
    H11 = dx / q
    d0 = 1.0 / distance
    d1 = dx * d0
    d2 = dy * d0
    v3 = hypot(dx, dy)
    v4 = dy / v3 / v3
    v3 = dx / v3 / v3
    d5 = dx / distance * d0
    d6 = d0 - d1 * d5
    d5 = d2 * d5
    d7 = dy / distance * d0
    d8 = d1 * d7
    d0 = d0 - d2 * d7
    d7 = 1.0 / q
    d9 = 2.0 * d7
    d10 = dx * d9
    d11 = H10 * d10
    d9 = dy * d9
    d12 = H10 * d9 - d7
    d7 = d7 - H11 * d10
    d9 = H11 * d9
    return (
        (np.array([[-d1, -d2, 0.0], [v4, -v3, -1.0]]), np.array([[d1, d2], [-v4, v3]])),
        (
            np.array(
                [
                    [[d6, -d5, 0.0], [-d8, d0, 0.0], [0.0, 0.0, 0.0]],
                    [[d11, d12, 0.0], [d7, -d9, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d6, d5], [d8, -d0], [0.0, 0.0]],
                    [[-d11, -d12], [-d7, d9], [0.0, 0.0]],
                ]
            ),
        ),
    )

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
    v5 = dx / v3 / v3
    d6 = dx / distance * d0
    d7 = d0 - d1 * d6
    d8 = d2 * d6
    d9 = dy / distance * d0
    d10 = d1 * d9
    d11 = d0 - d2 * d9
    d12 = 1.0 / q
    d13 = 2.0 * d12
    d14 = dx * d13
    d15 = H10 * d14
    d16 = dy * d13
    d17 = H10 * d16 - d12
    d18 = d12 - H11 * d14
    d19 = H11 * d16
    return (
        (np.array([[-d1, -d2, 0.0], [v4, -v5, -1.0]]), np.array([[d1, d2], [-v4, v5]])),
        (
            np.array(
                [
                    [[d7, -d8, 0.0], [-d10, d11, 0.0], [0.0, 0.0, 0.0]],
                    [[d15, d17, 0.0], [d18, -d19, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d7, d8], [d10, -d11], [0.0, 0.0]],
                    [[-d15, -d17], [-d18, d19], [0.0, 0.0]],
                ]
            ),
        ),
    )

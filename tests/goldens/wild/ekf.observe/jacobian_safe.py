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
    v0 = dx / q
    d1 = 1.0 / distance
    d2 = dx * d1
    d3 = dy * d1
    v4 = hypot(dx, dy)
    v5 = dy / v4 / v4
    v6 = dx / v4 / v4
    d7 = dx / distance * d1
    d8 = d1 - d2 * d7
    d9 = d3 * d7
    d10 = dy / distance * d1
    d11 = d2 * d10
    d12 = d1 - d3 * d10
    d13 = 1.0 / q
    d14 = 2.0 * d13
    d15 = dx * d14
    d16 = H10 * d15
    d17 = dy * d14
    d18 = H10 * d17 - d13
    d19 = d13 - v0 * d15
    d20 = v0 * d17
    return (
        (np.array([[-d2, -d3, 0.0], [v5, -v6, -1.0]]), np.array([[d2, d3], [-v5, v6]])),
        (
            np.array(
                [
                    [[d8, -d9, 0.0], [-d11, d12, 0.0], [0.0, 0.0, 0.0]],
                    [[d16, d18, 0.0], [d19, -d20, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d8, d9], [d11, -d12], [0.0, 0.0]],
                    [[-d16, -d18], [-d19, d20], [0.0, 0.0]],
                ]
            ),
        ),
    )

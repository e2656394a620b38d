# Jacobian of observe in 50 operations, 86 before the passes

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
    v5 = 1.0 if v4 == 0.0 else v4
    v6 = dy / v4 / v5
    v7 = dx / v4 / v5
    d8 = dx / distance * d1
    d9 = d1 - d2 * d8
    d10 = d3 * d8
    d11 = dy / distance * d1
    d12 = d2 * d11
    d13 = d1 - d3 * d11
    d14 = 1.0 / q
    d15 = 2.0 * d14
    d16 = dx * d15
    d17 = H10 * d16
    d18 = dy * d15
    d19 = H10 * d18 - d14
    d20 = d14 - v0 * d16
    d21 = v0 * d18
    return (
        (np.array([[-d2, -d3, 0.0], [v6, -v7, -1.0]]), np.array([[d2, d3], [-v6, v7]])),
        (
            np.array(
                [
                    [[d9, -d10, 0.0], [-d12, d13, 0.0], [0.0, 0.0, 0.0]],
                    [[d17, d19, 0.0], [d20, -d21, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d9, d10], [d12, -d13], [0.0, 0.0]],
                    [[-d17, -d19], [-d20, d21], [0.0, 0.0]],
                ]
            ),
        ),
    )

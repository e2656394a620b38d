# Jacobian of observe in 40 operations, 86 before the passes

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
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v1 = dx * d0
    v2 = dy * d0
    v3 = hypot(dx, dy)
    d4 = v3 * (1.0 if v3 == 0.0 else v3)
    d5 = dy / d4
    d6 = dx / d4
    d7 = 1.0 / q
    d8 = dx * d7
    d9 = d0 - d8 * v1
    d10 = d8 * v2
    d11 = -d10
    d12 = dy * d7
    d13 = d0 - d12 * v2
    d14 = 2.0 * d8
    d15 = d12 * d14
    d16 = 2.0 * (d12 * d12) - d7
    d17 = d7 - d8 * d14
    d18 = -d15
    return (
        (np.array([[-v1, -v2, 0.0], [d5, -d6, -1.0]]), np.array([[v1, v2], [-d5, d6]])),
        (
            np.array(
                [
                    [[d9, d11, 0.0], [d11, d13, 0.0], [0.0, 0.0, 0.0]],
                    [[d15, d16, 0.0], [d17, d18, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d9, d10], [d10, -d13], [0.0, 0.0]],
                    [[d18, -d16], [-d17, d15], [0.0, 0.0]],
                ]
            ),
        ),
    )

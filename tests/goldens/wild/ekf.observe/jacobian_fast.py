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
    v8 = dx * d7
    d9 = d0 - v8 * v1
    v10 = v8 * v2
    v11 = -v10
    H10 = dy * d7
    d12 = d0 - H10 * v2
    d13 = 2.0 * v8
    d14 = H10 * d13
    d15 = 2.0 * (H10 * H10) - d7
    d16 = d7 - v8 * d13
    d17 = -d14
    return (
        (np.array([[-v1, -v2, 0.0], [d5, -d6, -1.0]]), np.array([[v1, v2], [-d5, d6]])),
        (
            np.array(
                [
                    [[d9, v11, 0.0], [v11, d12, 0.0], [0.0, 0.0, 0.0]],
                    [[d14, d15, 0.0], [d16, d17, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d9, v10], [v10, -d12], [0.0, 0.0]],
                    [[d17, -d15], [-d16, d14], [0.0, 0.0]],
                ]
            ),
        ),
    )

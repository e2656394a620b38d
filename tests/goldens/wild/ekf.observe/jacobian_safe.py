# Jacobian of observe in 51 operations, 90 before the passes

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
    v0 = dx / distance
    v1 = dy / distance
    v2 = 1.0 / distance
    v3 = dx * v2
    v4 = dy * v2
    v5 = hypot(dx, dy)
    v6 = 1.0 if v5 == 0.0 else v5
    v7 = dy / v6 / v5
    v8 = dx / v6 / v5
    v9 = v3 * v2
    d10 = v2 - v0 * v9
    v11 = v4 * v2
    v12 = v0 * v11
    v13 = v1 * v9
    d14 = v2 - v1 * v11
    v15 = 1.0 / q
    d16 = dx * v15
    d17 = 2.0 * (dy / q)
    d18 = d16 * d17
    d19 = dy * v15
    d20 = d19 * d17 - v15
    d21 = 2.0 * (dx / q)
    d22 = v15 - d16 * d21
    d23 = d19 * d21
    return (
        (np.array([[-v3, -v4, 0.0], [v7, -v8, -1.0]]), np.array([[v3, v4], [-v7, v8]])),
        (
            np.array(
                [
                    [[d10, -v12, 0.0], [-v13, d14, 0.0], [0.0, 0.0, 0.0]],
                    [[d18, d20, 0.0], [d22, -d23, 0.0], [0.0, 0.0, 0.0]],
                ]
            ),
            np.array(
                [
                    [[-d10, v12], [v13, -d14], [0.0, 0.0]],
                    [[-d18, -d20], [-d22, d23], [0.0, 0.0]],
                ]
            ),
        ),
    )

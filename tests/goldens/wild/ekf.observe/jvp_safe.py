# value and tangent of observe in 41 operations, 62 before the passes

from math import atan2, hypot, sqrt
import numpy as np


def observe(mean, landmark, dmean, dlandmark):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    dmean0, dmean1, dmean2 = dmean.tolist()
    dlandmark0, dlandmark1 = dlandmark.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    dx = landmark0 - mean0
    ddx = dlandmark0 - dmean0
    dy = landmark1 - mean1
    ddy = dlandmark1 - dmean1
    # ekf.py:48  q = dx**2 + dy**2
    q = dx * dx + dy * dy
    dq = dx * ddx + dy * ddy
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = dq / distance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v0 = hypot(dx, dy)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v1 = dx / distance
    v2 = dy / distance
    H10 = dy / q
    v3 = dx / q
    d4 = 2.0 * dq
    return (
        (
            np.array([distance, atan2(dy, dx) - mean2]),
            np.array([[-v1, -v2, 0.0], [H10, -v3, -1.0]]),
        ),
        (
            np.array([ddistance, (dx * ddy - dy * ddx) / v0 / v0 - dmean2]),
            np.array(
                [
                    [
                        (ddistance * v1 - ddx) / distance,
                        (ddistance * v2 - ddy) / distance,
                        0.0,
                    ],
                    [(ddy - H10 * d4) / q, (v3 * d4 - ddx) / q, 0.0],
                ]
            ),
        ),
    )

# value and tangent of observe in 46 operations, 53 before the passes

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
    dq = 2.0 * dx * ddx + 2.0 * dy * ddy
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = 0.5 * dq / distance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v0 = hypot(dx, dy)
    v1 = 1.0 if v0 == 0.0 else v0
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v2 = dx / distance
    v3 = dy / distance
    H10 = dy / q
    v4 = dx / q
    return (
        (
            np.array([distance, atan2(dy, dx) - mean2]),
            np.array([[-v2, -v3, 0.0], [H10, -v4, -1.0]]),
        ),
        (
            np.array([ddistance, (dx / v1 * ddy - dy / v1 * ddx) / v0 - dmean2]),
            np.array(
                [
                    [
                        (v2 * ddistance - ddx) / distance,
                        (v3 * ddistance - ddy) / distance,
                        0.0,
                    ],
                    [(ddy - H10 * dq) / q, (v4 * dq - ddx) / q, 0.0],
                ]
            ),
        ),
    )

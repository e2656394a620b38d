# value and tangent of observe in 44 operations, 62 before the passes

from math import atan2, hypot, sqrt
import numpy as np


def observe(mean, landmark, dmean, dlandmark):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    dmean0, dmean1, dmean2 = dmean.tolist()
    dlandmark0, dlandmark1 = dlandmark.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    v0 = landmark0 - mean0
    d1 = dlandmark0 - dmean0
    v1 = landmark1 - mean1
    d2 = dlandmark1 - dmean1
    # ekf.py:48  q = dx**2 + dy**2
    q = v0 * v0 + v1 * v1
    dq = 2.0 * v0 * d1 + 2.0 * v1 * d2
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = 0.5 * dq / distance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v3 = hypot(v0, v1)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v4 = v0 / distance
    v5 = v1 / distance
    v6 = v1 / q
    v7 = v0 / q
    return (
        (
            np.array([distance, atan2(v1, v0) - mean2]),
            np.array([[-v4, -v5, 0.0], [v6, -v7, -1.0]]),
        ),
        (
            np.array([ddistance, (v0 * d2 / v3 - v1 * d1 / v3) / v3 - dmean2]),
            np.array(
                [
                    [
                        (ddistance * v4 - d1) / distance,
                        (ddistance * v5 - d2) / distance,
                        0.0,
                    ],
                    [(d2 - v6 * dq) / q, (dq * v7 - d1) / q, 0.0],
                ]
            ),
        ),
    )

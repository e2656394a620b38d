# value and cotangents of observe in 46 operations, 69 before the passes

from math import atan2, hypot, sqrt
import numpy as np


def observe_value_and_vjp(mean, landmark, cotangent):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    cotangent0, cotangent1 = cotangent
    ddistance, cotangent01 = cotangent0.tolist()
    (
        (cotangent100, cotangent101, cotangent102),
        (cotangent110, cotangent111, cotangent112),
    ) = cotangent1.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    v0 = landmark0 - mean0
    v1 = landmark1 - mean1
    # ekf.py:48  q = dx**2 + dy**2
    q = v0 * v0 + v1 * v1
    # ekf.py:49  distance = np.sqrt(q)
    v2 = sqrt(q)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v3 = v0 / v2
    v4 = v1 / v2
    v5 = v1 / q
    v6 = v0 / q
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    d7 = hypot(v0, v1)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    d8 = cotangent111 / q
    d9 = cotangent100 / v2
    # ekf.py:48  q = dx**2 + dy**2
    d7 = cotangent01 / d7 / d7
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    d10 = cotangent110 / q
    d11 = cotangent101 / v2
    # ekf.py:48  q = dx**2 + dy**2
    d12 = 2.0 * (v6 * d8 - v5 * d10 + 0.5 * (ddistance + v4 * d11 + v3 * d9) / v2)
    d8 = v0 * d12 - d8 - d9 - v1 * d7
    dq = d10 - d11 + v0 * d7 + v1 * d12
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    return (
        (
            np.array([v2, atan2(v1, v0) - mean2]),
            np.array([[-v3, -v4, 0.0], [v5, -v6, -1.0]]),
        ),
        (np.array([-d8, -dq, -cotangent01]), np.array([d8, dq])),
    )

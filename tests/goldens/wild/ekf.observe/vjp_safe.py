# value and cotangents of observe in 49 operations, 60 before the passes

from math import atan2, hypot, sqrt
import numpy as np


def observe_vjp(mean, landmark, cotangent):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    cotangent0, cotangent1 = cotangent
    cotangent00, cotangent01 = cotangent0.tolist()
    (
        (cotangent100, cotangent101, cotangent102),
        (cotangent110, cotangent111, cotangent112),
    ) = cotangent1.tolist()
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
    H10 = dy / q
    v2 = dx / q
    v3 = hypot(dx, dy)
    d4 = cotangent111 / q
    d5 = cotangent100 / distance
    v6 = 1.0 if v3 == 0.0 else v3
    d7 = cotangent01 / v3
    d8 = cotangent110 / q
    d9 = cotangent101 / distance
    d10 = H10 * d8 - v2 * d4 - 0.5 * ((cotangent00 + v1 * d9 + v0 * d5) / distance)
    d11 = 2.0 * d10
    d12 = d4 + d5 + dy / v6 * d7 + dx * d11
    d13 = d8 - d9 + d7 * (dx / v6) - dy * d11
    return (
        (
            np.array([distance, atan2(dy, dx) - mean2]),
            np.array([[-v0, -v1, 0.0], [H10, -v2, -1.0]]),
        ),
        (np.array([d12, -d13, -cotangent01]), np.array([-d12, d13])),
    )

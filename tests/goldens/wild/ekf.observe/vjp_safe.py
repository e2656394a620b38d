# value and cotangents of observe in 49 operations, 60 before the passes

from math import atan2, hypot, sqrt
import numpy as np


def observe_vjp(mean, landmark, cotangent):
    mean0, mean1, mean2 = mean.tolist()
    landmark0, landmark1 = landmark.tolist()
    cotangent0, cotangent1 = cotangent
    ddistance, dexpected1 = cotangent0.tolist()
    (dH00, dH01, cotangent102), (dH10, dH11, cotangent112) = cotangent1.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    dx = landmark0 - mean0
    dy = landmark1 - mean1
    # ekf.py:48  q = dx**2 + dy**2
    q = dx * dx + dy * dy
    # ekf.py:49  distance = np.sqrt(q)
    v0 = sqrt(q)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v1 = dx / v0
    v2 = dy / v0
    v3 = dy / q
    v4 = dx / q
    v5 = hypot(dx, dy)
    d6 = dH11 / q
    d7 = dH00 / v0
    v8 = 1.0 if v5 == 0.0 else v5
    d9 = dexpected1 / v5
    d10 = dH10 / q
    d11 = dH01 / v0
    d12 = 2.0 * (v3 * d10 - v4 * d6 - 0.5 * ((ddistance + v2 * d11 + v1 * d7) / v0))
    d13 = d6 + d7 + dy / v8 * d9 + dx * d12
    d14 = d10 - d11 + d9 * (dx / v8) - dy * d12
    return (
        (
            np.array([v0, atan2(dy, dx) - mean2]),
            np.array([[-v1, -v2, 0.0], [v3, -v4, -1.0]]),
        ),
        (np.array([d13, -d14, -dexpected1]), np.array([-d13, d14])),
    )

# gradient of log_likelihood in 228 operations, 264 before the passes

from math import atan2, hypot, pi, sqrt
import numpy as np

two_pi = 6.283185307179586


def log_likelihood_grad(mean, covariance, measurement, landmark):
    mean0, mean1, mean2 = mean.tolist()
    (
        (covariance00, covariance01, covariance02),
        (covariance10, covariance11, covariance12),
        (covariance20, covariance21, covariance22),
    ) = covariance.tolist()
    measurement0, measurement1 = measurement.tolist()
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
    H10 = dy / q
    v2 = dx / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    angle = measurement1 - (atan2(dy, dx) - mean2)
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v3 = -(v1 * covariance10) - v0 * covariance00 + 0.0 * covariance20
    v4 = -(v1 * covariance11) - v0 * covariance01 + 0.0 * covariance21
    v5 = -(v1 * covariance12) - v0 * covariance02 + 0.0 * covariance22
    v6 = H10 * covariance00 - v2 * covariance10 - covariance20
    v7 = H10 * covariance01 - v2 * covariance11 - covariance21
    v8 = H10 * covariance02 - v2 * covariance12 - covariance22
    v9 = v3 * H10 - v4 * v2 - v5
    v10 = -(v7 * v1) - v6 * v0 + v8 * 0.0
    S00 = -(v4 * v1) - v3 * v0 + v5 * 0.0 + 0.0025000000000000005
    S11 = v6 * H10 - v7 * v2 - v8 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v11 = S00 * S11 - v9 * v10
    # ekf.py:15  if angle > np.pi:
    if angle > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle2 = angle - two_pi
    else:
        # ekf.py:17  elif angle < -np.pi:
        angle2 = angle + two_pi if angle < -pi else angle
    v12 = (S11 * innovation0 - v9 * angle2) / v11
    v13 = (S00 * angle2 - v10 * innovation0) / v11
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v14 = two_pi * S00
    v15 = two_pi * v9
    v16 = two_pi * S11
    v17 = -two_pi * v10
    v18 = v14 * v16 + v15 * v17
    d19 = 0.5 * angle2
    d20 = 0.5 * innovation0
    d21 = v9 / v11 * d20 - S00 / v11 * d19
    d22 = -pi * (v14 / v18) - v13 * d21
    v23 = hypot(dx, dy)
    d24 = d21 - 0.5 * v13
    d25 = S11 / v11 * d20 - v10 / v11 * d19
    d26 = -0.5 * v12 - d25
    d27 = v13 * d25 - pi * (v17 / v18)
    d28 = d22 / q
    d29 = dx * d28
    d30 = v12 * d21 - pi * (v15 / v18)
    d31 = d30 / distance
    d32 = dy * d31 - d29
    d33 = dy * d28
    d34 = d33 + dx * d31
    d35 = v4 * d27 - d22 * (covariance12 - v7) + covariance11 * d32
    d36 = (d35 + covariance10 * d34) / q
    d37 = v12 * d25 - pi * (v16 / v18)
    d38 = d27 / q
    d39 = d37 / distance
    d40 = dx * d38 + dy * d39
    d41 = dx * d39 - dy * d38
    d42 = v6 * d30 - v3 * d37 + covariance02 * d27 + covariance01 * d40
    d43 = (d42 + covariance00 * d41) / distance
    v44 = 1.0 if v23 == 0.0 else v23
    d45 = d24 / v23
    d46 = v3 * d27 - d22 * (covariance02 - v6) + covariance01 * d32
    d47 = (d46 + covariance00 * d34) / q
    d48 = v7 * d30 - v4 * d37 + covariance12 * d27 + covariance11 * d40
    d49 = (d48 + covariance10 * d41) / distance
    d50 = H10 * d47 - v2 * d36 + 0.5 * ((d26 + v1 * d49 + v0 * d43) / distance)
    d51 = 2.0 * d50
    d52 = d43 - d36 + dy / v44 * d45 - dx * d51
    d53 = d47 + d49 - d45 * (dx / v44) - dy * d51
    d54 = d34 / q
    d55 = d41 / distance
    d56 = d32 / q
    d57 = d40 / distance
    d58 = d27 / distance
    return (
        np.array([-d52, -d53, d24]),
        np.array(
            [
                [dy * d54 + dx * d55, dy * d56 + dx * d57, dx * d58 - d33],
                [dy * d55 - dx * d54, dy * d57 - dx * d56, d29 + dy * d58],
                [-d34, -d32, d22],
            ]
        ),
        np.array([d26, d24]),
        np.array([d52, d53]),
    )

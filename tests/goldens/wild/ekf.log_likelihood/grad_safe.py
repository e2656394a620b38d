# gradient of log_likelihood in 231 operations, 289 before the passes

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
    v14 = innovation0 / v11
    d15 = 0.5 * innovation0
    v16 = angle2 / v11
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v17 = two_pi * S00 * (two_pi * S11) + two_pi * v9 * (-two_pi * v10)
    d18 = 0.5 * (v13 * v16 + v12 * v14) - 19.739208802178716 / v17
    d19 = S00 * d18 - v14 * d15
    v20 = hypot(dx, dy)
    d21 = 0.5 * angle2
    d22 = v9 / v11 * d15 - 0.5 * v13 - S00 / v11 * d21
    d23 = v10 / v11 * d21 - 0.5 * v12 - S11 / v11 * d15
    d24 = v14 * d21 - v9 * d18
    d25 = d24 / distance
    d26 = d19 / q
    d27 = dx * d26
    d28 = dy * d25 + d27
    d29 = dy * d26
    d30 = dx * d25 - d29
    d31 = v16 * d15 - v10 * d18
    d32 = covariance11 * d28 + d19 * (covariance12 - v7) - v4 * d31
    d33 = (d32 + covariance10 * d30) / q
    d34 = v16 * d21 - S11 * d18
    d35 = d31 / q
    d36 = d34 / distance
    d37 = dx * d35 - dy * d36
    d38 = dy * d35 + dx * d36
    d39 = v6 * d24 - v3 * d34 - covariance02 * d31 - covariance01 * d37
    d40 = (d39 + covariance00 * d38) / distance
    v41 = 1.0 if v20 == 0.0 else v20
    d42 = d22 / v20
    d43 = covariance01 * d28 + d19 * (covariance02 - v6) - v3 * d31
    d44 = (d43 + covariance00 * d30) / q
    d45 = v7 * d24 - v4 * d34 - covariance12 * d31 - covariance11 * d37
    d46 = (d45 + covariance10 * d38) / distance
    d47 = H10 * d44 - v2 * d33 + 0.5 * ((v1 * d46 - d23 + v0 * d40) / distance)
    d48 = 2.0 * d47
    d49 = d33 - d40 + dy / v41 * d42 + dx * d48
    d50 = dy * d48 - d44 - d46 - d42 * (dx / v41)
    d51 = d30 / q
    d52 = d38 / distance
    d53 = d37 / distance
    d54 = d28 / q
    d55 = d31 / distance
    return (
        np.array([-d49, -d50, d22]),
        np.array(
            [
                [-(dy * d51 + dx * d52), dx * d53 - dy * d54, dx * d55 - d29],
                [dx * d51 - dy * d52, dx * d54 + dy * d53, dy * d55 + d27],
                [d30, d28, d19],
            ]
        ),
        np.array([d23, d22]),
        np.array([d49, d50]),
    )

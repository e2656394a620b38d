# gradient of log_likelihood in 235 operations, 289 before the passes

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
    v14 = -two_pi * v10
    v15 = two_pi * S00 * (two_pi * S11) + two_pi * v9 * v14
    v16 = innovation0 / v11
    d17 = 0.5 * innovation0
    v18 = angle2 / v11
    d19 = 0.5 * (v13 * v18 + v12 * v16)
    d20 = 19.739208802178716 / v15 - d19
    d21 = v16 * d17 + S00 * d20
    v22 = hypot(dx, dy)
    d23 = 0.5 * angle2
    d24 = v9 / v11 * d17 - 0.5 * v13 - S00 / v11 * d23
    d25 = v10 / v11 * d23 - 0.5 * v12 - S11 / v11 * d17
    d26 = v18 * d17 - pi * (v14 / v15) - v10 * d19
    d27 = d21 / q
    d28 = dx * d27
    d29 = v9 * d20 + v16 * d23
    d30 = d29 / distance
    d31 = dy * d30 - d28
    d32 = dy * d27
    d33 = d32 + dx * d30
    d34 = covariance11 * d31 - d21 * (covariance12 - v7) - v4 * d26
    d35 = (d34 + covariance10 * d33) / q
    d36 = v18 * d23 + S11 * d20
    d37 = d26 / q
    d38 = d36 / distance
    d39 = dx * d37 - dy * d38
    d40 = dy * d37 + dx * d38
    d41 = v6 * d29 - v3 * d36 - covariance02 * d26 - covariance01 * d39
    d42 = (d41 + covariance00 * d40) / distance
    v43 = 1.0 if v22 == 0.0 else v22
    d44 = d24 / v22
    d45 = covariance01 * d31 - d21 * (covariance02 - v6) - v3 * d26
    d46 = (d45 + covariance00 * d33) / q
    d47 = v7 * d29 - v4 * d36 - covariance12 * d26 - covariance11 * d39
    d48 = (d47 + covariance10 * d40) / distance
    d49 = H10 * d46 - v2 * d35 + 0.5 * ((v1 * d48 - d25 + v0 * d42) / distance)
    d50 = 2.0 * d49
    d51 = d35 - d42 + dy / v43 * d44 + dx * d50
    d52 = dy * d50 - d46 - d48 - d44 * (dx / v43)
    d53 = d33 / q
    d54 = d40 / distance
    d55 = d31 / q
    d56 = d39 / distance
    d57 = d26 / distance
    return (
        np.array([-d51, -d52, d24]),
        np.array(
            [
                [-(dy * d53 + dx * d54), dx * d56 - dy * d55, dx * d57 + d32],
                [dx * d53 - dy * d54, dx * d55 + dy * d56, dy * d57 - d28],
                [d33, d31, -d21],
            ]
        ),
        np.array([d25, d24]),
        np.array([d51, d52]),
    )

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
    H10 = dy / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    angle = measurement1 - (atan2(dy, dx) - mean2)
    v0 = dy / distance
    v1 = dx / distance
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v2 = -(covariance10 * v0) - covariance00 * v1 + 0.0 * covariance20
    v3 = -(covariance11 * v0) - covariance01 * v1 + 0.0 * covariance21
    v4 = dx / q
    v5 = H10 * covariance00 - covariance10 * v4 - covariance20
    v6 = H10 * covariance01 - covariance11 * v4 - covariance21
    v7 = -(covariance12 * v0) - covariance02 * v1 + 0.0 * covariance22
    v8 = v2 * H10 - v3 * v4 - v7
    v9 = H10 * covariance02 - covariance12 * v4 - covariance22
    v10 = -(v6 * v0) - v5 * v1 + v9 * 0.0
    S00 = -(v3 * v0) - v2 * v1 + v7 * 0.0 + 0.0025000000000000005
    S11 = v5 * H10 - v6 * v4 - v9 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v11 = S00 * S11 - v8 * v10
    v12 = S11 * innovation0
    # ekf.py:15  if angle > np.pi:
    if angle > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle2 = angle - two_pi
    else:
        # ekf.py:17  elif angle < -np.pi:
        angle2 = angle + two_pi if angle < -pi else angle
    v13 = v12 - angle2 * v8
    v14 = S00 * angle2
    v15 = v14 - innovation0 * v10
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v16 = two_pi * S00
    v17 = two_pi * v8
    v18 = two_pi * S11
    v19 = v10 * -two_pi
    d20 = angle2 * (v15 / v11) + innovation0 * (v13 / v11)
    d21 = 1.0 / v11
    d22 = 0.5 * d21
    d23 = pi / (v16 * v18 + v17 * v19)
    d24 = (innovation0 * innovation0 - S00 * d20) * d22 + v16 * d23
    v25 = hypot(dx, dy)
    d26 = 0.5 * ((innovation0 * v8 - v14) * d21 - v15 * d21)
    d27 = v13 * d21 + (v12 - angle2 * v10) * d21
    d28 = innovation0 * angle2
    d29 = (d28 - v10 * d20) * d22 - v19 * d23
    d30 = d24 * v4
    d31 = v17 * d23 + (d28 - v8 * d20) * d22
    d32 = d30 - d31 * v0
    d33 = d24 * H10
    d34 = d33 + d31 * v1
    d35 = covariance10 * d34 - d24 * (covariance12 - v6) - v3 * d29
    d36 = d35 - covariance11 * d32
    d37 = (angle2 * angle2 - S11 * d20) * d22 + v18 * d23
    d38 = d29 * v4 - d37 * v0
    d39 = d29 * H10 + d37 * v1
    d40 = v5 * d31 - v2 * d37 - covariance02 * d29 - covariance01 * d38
    d41 = d40 + covariance00 * d39
    d42 = d26 / v25 / (1.0 if v25 == 0.0 else v25)
    d43 = covariance00 * d34 - d24 * (covariance02 - v5) - v2 * d29
    d44 = d43 - covariance01 * d32
    d45 = v6 * d31 - v3 * d37 - covariance12 * d29 - covariance11 * d38
    d46 = d45 + covariance10 * d39
    d47 = (0.5 * (v1 * d41 + v0 * d46) / distance + 0.25 * d27) / distance
    d48 = 2.0 * ((H10 * d44 - v4 * d36) / q + d47)
    d49 = d36 / q - d41 / distance + dy * d42 + dx * d48
    d50 = dy * d48 - d46 / distance - d44 / q - dx * d42
    return (
        np.array([-d49, -d50, d26]),
        np.array(
            [
                [-(d34 * H10 + d39 * v1), d32 * H10 + d38 * v1, d29 * v1 + d33],
                [d34 * v4 - d39 * v0, d38 * v0 - d32 * v4, d29 * v0 - d30],
                [d34, -d32, -d24],
            ]
        ),
        np.array([-0.5 * d27, d26]),
        np.array([d49, d50]),
    )

# gradient of log_likelihood in 279 operations, 378 before the passes

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
    innovation1 = measurement1 - (atan2(dy, dx) - mean2)
    H01 = dy / distance
    H00 = dx / distance
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v0 = -(covariance10 * H01) - covariance00 * H00 + 0.0 * covariance20
    v1 = -(covariance11 * H01) - covariance01 * H00 + 0.0 * covariance21
    H11 = dx / q
    v2 = H10 * covariance00 - covariance10 * H11 - covariance20
    v3 = H10 * covariance01 - covariance11 * H11 - covariance21
    v4 = -(covariance12 * H01) - covariance02 * H00 + 0.0 * covariance22
    v5 = v0 * H10 - v1 * H11 - v4
    v6 = H10 * covariance02 - covariance12 * H11 - covariance22
    v7 = -(v3 * H01) - v2 * H00 + v6 * 0.0
    S00 = -(v1 * H01) - v0 * H00 + v4 * 0.0 + 0.0025000000000000005
    S11 = v2 * H10 - v3 * H11 - v6 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v8 = S00 * S11 - v5 * v7
    v9 = S11 * innovation0
    v10 = innovation0 * v7
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v11 = v7 * -two_pi
    v12 = two_pi * S00 * (two_pi * S11) + two_pi * v5 * v11
    d10 = 0.5 * (1.0 / v8)
    d13 = innovation0 * d10
    # ekf.py:15  if angle > np.pi:
    v14 = innovation1 > pi
    if v14:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - two_pi
        v20 = v9 - angle * v5
        v21 = S00 * angle
        v22 = v21 - v10
        d18 = angle * d10
        d15 = (angle * (v22 / v8) + innovation0 * (v20 / v8)) * d10
        d16 = angle * d13
        v17 = True
        d19 = -(angle * d18)
    else:
        # ekf.py:17  elif angle < -np.pi:
        v17 = innovation1 < -pi
        if v17:
            # ekf.py:18  angle += 2 * np.pi
            angle2 = innovation1 + two_pi
            v23 = v9 - angle2 * v5
            v24 = S00 * angle2
            v25 = v24 - v10
            d18 = angle2 * d10
            d15 = (angle2 * (v25 / v8) + innovation0 * (v23 / v8)) * d10
            d16 = angle2 * d13
            d19 = -(angle2 * d18)
        else:
            v26 = v9 - innovation1 * v5
            v27 = S00 * innovation1
            v28 = v27 - v10
            d15 = (innovation1 * (v28 / v8) + innovation0 * (v26 / v8)) * d10
            d16 = 0.0
            d18 = innovation1 * d10
            d19 = 0.0
    d29 = 19.739208802178716 / v12 - d15
    d30 = innovation0 * d13 + S00 * d29
    v31 = hypot(dx, dy)
    d32 = innovation0 * v5
    if v14:
        d33 = (d32 - v22 - v21) * d10
        d34 = -(v20 * d10)
    elif v17:
        d33 = (d32 - v25 - v24) * d10
        d34 = -(v23 * d10)
    else:
        d33 = (d32 - v28 - v27) * d10
        d34 = -(v26 * d10)
    d35 = d34 + v7 * d18 - S11 * d13
    d6 = d30 * H10
    d36 = innovation0 * d18 + v5 * d29
    d37 = d6 + d36 * H00
    if v17:
        d38 = 0.0
        d39 = 0.0
    else:
        d38 = innovation1 * d13
        d39 = -(innovation1 * (innovation1 * d10))
    d40 = pi * v11 / v12 - d16 - d38 + v7 * d15
    d41 = d30 * H11
    d42 = d41 - d36 * H01
    d43 = v1 * d40 - d30 * (covariance12 - v3) - covariance11 * d42
    d44 = d43 + covariance10 * d37
    d45 = S11 * d29 - d19 - d39
    d46 = d40 * H11 + d45 * H01
    d47 = d45 * H00 - d40 * H10
    d48 = v2 * d36 - v0 * d45 + covariance02 * d40 + covariance01 * d46
    d49 = d48 + covariance00 * d47
    d50 = d33 / v31 / v31
    d51 = v3 * d36 - v1 * d45 + covariance12 * d40 + covariance11 * d46
    d52 = d51 + covariance10 * d47
    d53 = v0 * d40 - d30 * (covariance02 - v2) - covariance01 * d42
    d54 = d53 + covariance00 * d37
    d55 = 0.5 * ((H00 * d49 + H01 * d52) / distance - d35) / distance
    d56 = 2.0 * (d55 + (H10 * d54 - H11 * d44) / q)
    d57 = d44 / q - d49 / distance + dy * d50 + dx * d56
    d58 = dy * d56 - d52 / distance - d54 / q - dx * d50
    return (
        np.array([-d57, -d58, d33]),
        np.array(
            [
                [-(d37 * H10 + d47 * H00), d42 * H10 - d46 * H00, d6 - d40 * H00],
                [d37 * H11 - d47 * H01, -(d42 * H11 + d46 * H01), -(d41 + d40 * H01)],
                [d37, -d42, -d30],
            ]
        ),
        np.array([d35, d33]),
        np.array([d57, d58]),
    )

# gradient of log_likelihood in 278 operations, 378 before the passes

from math import atan2, hypot, pi, sqrt
import numpy as np


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
    v11 = v7 * -6.283185307179586
    v12 = 6.283185307179586 * S00 * (6.283185307179586 * S11)
    v13 = v12 + 6.283185307179586 * v5 * v11
    d14 = 0.5 * (1.0 / v8)
    d15 = innovation0 * d14
    # ekf.py:15  if angle > np.pi:
    v16 = innovation1 > pi
    if v16:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - 6.283185307179586
        v22 = v9 - angle * v5
        v23 = S00 * angle
        v24 = v23 - v10
        d20 = angle * d14
        d17 = (angle * (v24 / v8) + innovation0 * (v22 / v8)) * d14
        d18 = angle * d15
        v19 = True
        d21 = -(angle * d20)
    else:
        # ekf.py:17  elif angle < -np.pi:
        v19 = innovation1 < -pi
        if v19:
            # ekf.py:18  angle += 2 * np.pi
            angle2 = innovation1 + 6.283185307179586
            v25 = v9 - angle2 * v5
            v26 = S00 * angle2
            v27 = v26 - v10
            d20 = angle2 * d14
            d17 = (angle2 * (v27 / v8) + innovation0 * (v25 / v8)) * d14
            d18 = angle2 * d15
            d21 = -(angle2 * d20)
        else:
            v28 = v9 - innovation1 * v5
            v29 = S00 * innovation1
            v30 = v29 - v10
            d17 = (innovation1 * (v30 / v8) + innovation0 * (v28 / v8)) * d14
            d18 = 0.0
            d20 = innovation1 * d14
            d21 = 0.0
    d31 = 19.739208802178716 / v13 - d17
    d32 = innovation0 * d15 + S00 * d31
    d33 = hypot(dx, dy)
    v34 = innovation0 * v5
    if v16:
        d35 = (v34 - v24 - v23) * d14
        d36 = -(v22 * d14)
    elif v19:
        d35 = (v34 - v27 - v26) * d14
        d36 = -(v25 * d14)
    else:
        d35 = (v34 - v30 - v29) * d14
        d36 = -(v28 * d14)
    d37 = d36 + v7 * d20 - S11 * d15
    d38 = d32 * H10
    d39 = innovation0 * d20 + v5 * d31
    d40 = d38 + d39 * H00
    if v19:
        d41 = 0.0
        d42 = 0.0
    else:
        d41 = innovation1 * d15
        d42 = -(innovation1 * (innovation1 * d14))
    d43 = pi * v11 / v13 - d18 - d41 + v7 * d17
    d44 = d32 * H11
    d45 = d44 - d39 * H01
    d46 = v1 * d43 - d32 * (covariance12 - v3) - covariance11 * d45
    d6 = d46 + covariance10 * d40
    d47 = S11 * d31 - d21 - d42
    d48 = d43 * H11 + d47 * H01
    d49 = d47 * H00 - d43 * H10
    d50 = v2 * d39 - v0 * d47 + covariance02 * d43 + covariance01 * d48
    d51 = d50 + covariance00 * d49
    d52 = d35 / d33 / d33
    d53 = v3 * d39 - v1 * d47 + covariance12 * d43 + covariance11 * d48
    d54 = d53 + covariance10 * d49
    d55 = v0 * d43 - d32 * (covariance02 - v2) - covariance01 * d45
    d56 = d55 + covariance00 * d40
    d57 = 0.5 * ((H00 * d51 + H01 * d54) / distance - d37) / distance
    d58 = 2.0 * (d57 + (H10 * d56 - H11 * d6) / q)
    d59 = d6 / q - d51 / distance + dy * d52 + dx * d58
    d0 = dy * d58 - d54 / distance - d56 / q - dx * d52
    return (
        np.array([-d59, -d0, d35]),
        np.array(
            [
                [-(d40 * H10 + d49 * H00), d45 * H10 - d48 * H00, d38 - d43 * H00],
                [d40 * H11 - d49 * H01, -(d45 * H11 + d48 * H01), -(d44 + d43 * H01)],
                [d40, -d45, -d32],
            ]
        ),
        np.array([d37, d35]),
        np.array([d59, d0]),
    )

# gradient of log_likelihood in 281 operations, 378 before the passes

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
    v11 = two_pi * S00
    v12 = two_pi * v5
    v13 = two_pi * S11
    v14 = v7 * -two_pi
    d15 = 0.5 * (1.0 / v8)
    # ekf.py:15  if angle > np.pi:
    v16 = innovation1 > pi
    if v16:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - two_pi
        v17 = v9 - angle * v5
        v18 = S00 * angle
        v19 = v18 - v10
        d10 = (angle * (v19 / v8) + innovation0 * (v17 / v8)) * d15
    else:
        # ekf.py:17  elif angle < -np.pi:
        v20 = innovation1 < -pi
        if v20:
            # ekf.py:18  angle += 2 * np.pi
            angle2 = innovation1 + two_pi
            v21 = v9 - angle2 * v5
            v22 = S00 * angle2
            v23 = v22 - v10
            d10 = (angle2 * (v23 / v8) + innovation0 * (v21 / v8)) * d15
        else:
            v24 = v9 - innovation1 * v5
            v25 = S00 * innovation1
            v26 = v25 - v10
            d10 = (innovation1 * (v26 / v8) + innovation0 * (v24 / v8)) * d15
    d27 = innovation0 * d15
    v28 = pi * (1.0 / (v11 * v13 + v12 * v14))
    d29 = S00 * d10 - innovation0 * d27 - v11 * v28
    d30 = hypot(dx, dy)
    v31 = innovation0 * v5
    if v16:
        d34 = angle * d15
        d32 = angle * d27
        v33 = True
        d35 = -(angle * d34)
        d36 = (v31 - v19 - v18) * d15
        d37 = -(v17 * d15)
    else:
        if v20:
            d34 = angle2 * d15
            d32 = angle2 * d27
            d35 = -(angle2 * d34)
            d36 = (v31 - v23 - v22) * d15
            d37 = -(v21 * d15)
        else:
            d32 = 0.0
            d34 = innovation1 * d15
            d35 = 0.0
            d36 = (v31 - v26 - v25) * d15
            d37 = -(v24 * d15)
        v33 = v20
    d38 = d37 + v7 * d34 - S11 * d27
    d39 = d29 * H11
    d40 = innovation0 * d34 + v12 * v28 - v5 * d10
    d41 = d39 + d40 * H01
    d42 = d29 * H10
    d43 = d40 * H00 - d42
    if v33:
        d44 = 0.0
        d45 = 0.0
    else:
        d44 = innovation1 * d27
        d45 = -(innovation1 * (innovation1 * d15))
    d46 = v14 * v28 - d32 - d44 + v7 * d10
    d47 = d29 * (covariance12 - v3) + v1 * d46 + covariance11 * d41
    d6 = d47 + covariance10 * d43
    d48 = d35 - v13 * v28 + d45 + S11 * d10
    d49 = d46 * H10 + d48 * H00
    d50 = d46 * H11 - d48 * H01
    d51 = covariance00 * d49 - v2 * d40 - v0 * d48 - covariance02 * d46
    d52 = d51 - covariance01 * d50
    d53 = d36 / d30 / d30
    d54 = d29 * (covariance02 - v2) + v0 * d46 + covariance01 * d41
    d55 = d54 + covariance00 * d43
    d56 = covariance10 * d49 - v3 * d40 - v1 * d48 - covariance12 * d46
    d57 = d56 - covariance11 * d50
    d58 = 0.5 * ((H00 * d52 + H01 * d57) / distance + d38) / distance
    d59 = 2.0 * ((H10 * d55 - H11 * d6) / q - d58)
    d60 = d6 / q + d52 / distance + dy * d53 + dx * d59
    d61 = d57 / distance - d55 / q - dx * d53 + dy * d59
    return (
        np.array([-d60, -d61, d36]),
        np.array(
            [
                [d49 * H00 - d43 * H10, -(d41 * H10 + d50 * H00), -(d46 * H00 + d42)],
                [d43 * H11 + d49 * H01, d41 * H11 - d50 * H01, d39 - d46 * H01],
                [d43, d41, d29],
            ]
        ),
        np.array([d38, d36]),
        np.array([d60, d61]),
    )

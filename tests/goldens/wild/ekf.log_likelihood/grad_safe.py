# gradient of log_likelihood in 280 operations, 378 before the passes

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
    v11 = 6.283185307179586 * S00
    v12 = 6.283185307179586 * v5
    v13 = 6.283185307179586 * S11
    v14 = v7 * -6.283185307179586
    d15 = 0.5 * (1.0 / v8)
    # ekf.py:15  if angle > np.pi:
    v16 = innovation1 > pi
    if v16:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - 6.283185307179586
        v18 = v9 - angle * v5
        v19 = S00 * angle
        v20 = v19 - v10
        d17 = (angle * (v20 / v8) + innovation0 * (v18 / v8)) * d15
    else:
        # ekf.py:17  elif angle < -np.pi:
        v21 = innovation1 < -pi
        if v21:
            # ekf.py:18  angle += 2 * np.pi
            angle2 = innovation1 + 6.283185307179586
            v22 = v9 - angle2 * v5
            v23 = S00 * angle2
            v24 = v23 - v10
            d17 = (angle2 * (v24 / v8) + innovation0 * (v22 / v8)) * d15
        else:
            v25 = v9 - innovation1 * v5
            v26 = S00 * innovation1
            v27 = v26 - v10
            d17 = (innovation1 * (v27 / v8) + innovation0 * (v25 / v8)) * d15
    d28 = innovation0 * d15
    v29 = pi * (1.0 / (v11 * v13 + v12 * v14))
    d30 = S00 * d17 - innovation0 * d28 - v11 * v29
    d31 = hypot(dx, dy)
    v32 = innovation0 * v5
    if v16:
        d35 = angle * d15
        d33 = angle * d28
        v34 = True
        d36 = -(angle * d35)
        d37 = (v32 - v20 - v19) * d15
        d38 = -(v18 * d15)
    else:
        if v21:
            d35 = angle2 * d15
            d33 = angle2 * d28
            d36 = -(angle2 * d35)
            d37 = (v32 - v24 - v23) * d15
            d38 = -(v22 * d15)
        else:
            d33 = 0.0
            d35 = innovation1 * d15
            d36 = 0.0
            d37 = (v32 - v27 - v26) * d15
            d38 = -(v25 * d15)
        v34 = v21
    d39 = d38 + v7 * d35 - S11 * d28
    d40 = d30 * H11
    d41 = innovation0 * d35 + v12 * v29 - v5 * d17
    d42 = d40 + d41 * H01
    d43 = d30 * H10
    d44 = d41 * H00 - d43
    if v34:
        d45 = 0.0
        d46 = 0.0
    else:
        d45 = innovation1 * d28
        d46 = -(innovation1 * (innovation1 * d15))
    d47 = v14 * v29 - d33 - d45 + v7 * d17
    d48 = d30 * (covariance12 - v3) + v1 * d47 + covariance11 * d42
    d6 = d48 + covariance10 * d44
    d49 = d36 - v13 * v29 + d46 + S11 * d17
    d50 = d47 * H10 + d49 * H00
    d51 = d47 * H11 - d49 * H01
    d52 = covariance00 * d50 - v2 * d41 - v0 * d49 - covariance02 * d47
    d53 = d52 - covariance01 * d51
    d54 = d37 / d31 / d31
    d55 = d30 * (covariance02 - v2) + v0 * d47 + covariance01 * d42
    d56 = d55 + covariance00 * d44
    d57 = covariance10 * d50 - v3 * d41 - v1 * d49 - covariance12 * d47
    d58 = d57 - covariance11 * d51
    d59 = 0.5 * ((H00 * d53 + H01 * d58) / distance + d39) / distance
    d60 = 2.0 * ((H10 * d56 - H11 * d6) / q - d59)
    d61 = d6 / q + d53 / distance + dy * d54 + dx * d60
    d0 = d58 / distance - d56 / q - dx * d54 + dy * d60
    return (
        np.array([-d61, -d0, d37]),
        np.array(
            [
                [d50 * H00 - d44 * H10, -(d42 * H10 + d51 * H00), -(d47 * H00 + d43)],
                [d44 * H11 + d50 * H01, d42 * H11 - d51 * H01, d40 - d47 * H01],
                [d44, d42, d30],
            ]
        ),
        np.array([d39, d37]),
        np.array([d61, d0]),
    )

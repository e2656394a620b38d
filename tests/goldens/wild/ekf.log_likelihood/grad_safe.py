# gradient of log_likelihood in 281 operations, 369 before the passes

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
    v13 = innovation0 * v10
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v14 = v10 * -two_pi
    v15 = two_pi * S00 * (two_pi * S11) + two_pi * v8 * v14
    d16 = 0.5 * (1.0 / v11)
    d17 = innovation0 * d16
    # ekf.py:15  if angle > np.pi:
    v18 = innovation1 > pi
    if v18:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - two_pi
        v24 = v12 - angle * v8
        v25 = S00 * angle
        v26 = v25 - v13
        d22 = angle * d16
        d19 = (angle * (v26 / v11) + innovation0 * (v24 / v11)) * d16
        d20 = angle * d17
        d21 = True
        d23 = -(angle * d22)
    else:
        # ekf.py:17  elif angle < -np.pi:
        d21 = innovation1 < -pi
        if d21:
            # ekf.py:18  angle += 2 * np.pi
            angle2 = innovation1 + two_pi
            v27 = v12 - angle2 * v8
            v28 = S00 * angle2
            v29 = v28 - v13
            d22 = angle2 * d16
            d19 = (angle2 * (v29 / v11) + innovation0 * (v27 / v11)) * d16
            d20 = angle2 * d17
            d23 = -(angle2 * d22)
        else:
            v30 = v12 - innovation1 * v8
            v31 = S00 * innovation1
            v32 = v31 - v13
            d19 = (innovation1 * (v32 / v11) + innovation0 * (v30 / v11)) * d16
            d20 = 0.0
            d22 = innovation1 * d16
            d23 = 0.0
    d33 = 19.739208802178716 / v15 - d19
    d34 = innovation0 * d17 + S00 * d33
    v35 = hypot(dx, dy)
    d36 = innovation0 * v8
    if v18:
        d37 = (d36 - v26 - v25) * d16
        d38 = -(v24 * d16)
    elif d21:
        d37 = (d36 - v29 - v28) * d16
        d38 = -(v27 * d16)
    else:
        d37 = (d36 - v32 - v31) * d16
        d38 = -(v30 * d16)
    d39 = d38 + v10 * d22 - S11 * d17
    d40 = d34 * H10
    d41 = innovation0 * d22 + v8 * d33
    d42 = d40 + d41 * v1
    if d21:
        d43 = 0.0
        d44 = 0.0
    else:
        d43 = innovation1 * d17
        d44 = -(innovation1 * (innovation1 * d16))
    d45 = pi * v14 / v15 - d20 - d43 + v10 * d19
    d46 = d34 * v4
    d47 = d46 - d41 * v0
    d48 = v3 * d45 - d34 * (covariance12 - v6) - covariance11 * d47
    d49 = d48 + covariance10 * d42
    d50 = S11 * d33 - d23 - d44
    d51 = d45 * v4 + d50 * v0
    d52 = d50 * v1 - d45 * H10
    d53 = v5 * d41 - v2 * d50 + covariance02 * d45 + covariance01 * d51
    d54 = d53 + covariance00 * d52
    d55 = d37 / v35 / (1.0 if v35 == 0.0 else v35)
    d56 = v6 * d41 - v3 * d50 + covariance12 * d45 + covariance11 * d51
    d57 = d56 + covariance10 * d52
    d58 = v2 * d45 - d34 * (covariance02 - v5) - covariance01 * d47
    d59 = d58 + covariance00 * d42
    d60 = 0.5 * ((v1 * d54 + v0 * d57) / distance - d39) / distance
    d61 = 2.0 * (d60 + (H10 * d59 - v4 * d49) / q)
    d62 = d49 / q - d54 / distance + dy * d55 + dx * d61
    d63 = dy * d61 - d57 / distance - d59 / q - dx * d55
    return (
        np.array([-d62, -d63, d37]),
        np.array(
            [
                [-(d42 * H10 + d52 * v1), d47 * H10 - d51 * v1, d40 - d45 * v1],
                [d42 * v4 - d52 * v0, -(d47 * v4 + d51 * v0), -(d46 + d45 * v0)],
                [d42, -d47, -d34],
            ]
        ),
        np.array([d39, d37]),
        np.array([d62, d63]),
    )

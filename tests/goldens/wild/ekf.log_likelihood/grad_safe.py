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
    v0 = landmark0 - mean0
    v1 = landmark1 - mean1
    # ekf.py:48  q = dx**2 + dy**2
    q = v0 * v0 + v1 * v1
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v2 = v1 / q
    # ekf.py:68  innovation = measurement - expected
    v3 = measurement0 - distance
    innovation = measurement1 - (atan2(v1, v0) - mean2)
    v4 = v1 / distance
    v5 = v0 / distance
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v6 = -(covariance10 * v4) - covariance00 * v5 + 0.0 * covariance20
    v7 = -(covariance11 * v4) - covariance01 * v5 + 0.0 * covariance21
    v8 = v0 / q
    v9 = v2 * covariance00 - covariance10 * v8 - covariance20
    v10 = v2 * covariance01 - covariance11 * v8 - covariance21
    v11 = -(covariance12 * v4) - covariance02 * v5 + 0.0 * covariance22
    v12 = v6 * v2 - v7 * v8 - v11
    v13 = v2 * covariance02 - covariance12 * v8 - covariance22
    v14 = -(v10 * v4) - v9 * v5 + v13 * 0.0
    v15 = -(v7 * v4) - v6 * v5 + v11 * 0.0 + 0.0025000000000000005
    S = v9 * v2 - v10 * v8 - v13 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v16 = v15 * S - v12 * v14
    v17 = S * v3
    v18 = v3 * v14
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v19 = 6.283185307179586 * v15
    v20 = 6.283185307179586 * v12
    v21 = 6.283185307179586 * S
    v22 = v14 * -6.283185307179586
    d23 = 0.5 * (1.0 / v16)
    # ekf.py:15  if angle > np.pi:
    v24 = innovation > pi
    if v24:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation - 6.283185307179586
        v26 = v17 - angle * v12
        v27 = v15 * angle
        v28 = v27 - v18
        d25 = (angle * (v28 / v16) + v3 * (v26 / v16)) * d23
    else:
        # ekf.py:17  elif angle < -np.pi:
        v29 = innovation < -pi
        if v29:
            # ekf.py:18  angle += 2 * np.pi
            angle2 = innovation + 6.283185307179586
            v30 = v17 - angle2 * v12
            v31 = v15 * angle2
            v32 = v31 - v18
            d25 = (angle2 * (v32 / v16) + v3 * (v30 / v16)) * d23
        else:
            v33 = v17 - innovation * v12
            v34 = v15 * innovation
            v35 = v34 - v18
            d25 = (innovation * (v35 / v16) + v3 * (v33 / v16)) * d23
    d36 = v3 * d23
    v37 = pi * (1.0 / (v19 * v21 + v20 * v22))
    d38 = v15 * d25 - v3 * d36 - v19 * v37
    d39 = hypot(v0, v1)
    v40 = v3 * v12
    if v24:
        d43 = angle * d23
        d41 = angle * d36
        v42 = True
        d44 = -(angle * d43)
        d45 = (v40 - v28 - v27) * d23
        d46 = -(v26 * d23)
    else:
        if v29:
            d43 = angle2 * d23
            d41 = angle2 * d36
            d44 = -(angle2 * d43)
            d45 = (v40 - v32 - v31) * d23
            d46 = -(v30 * d23)
        else:
            d41 = 0.0
            d43 = innovation * d23
            d44 = 0.0
            d45 = (v40 - v35 - v34) * d23
            d46 = -(v33 * d23)
        v42 = v29
    d47 = d46 + v14 * d43 - S * d36
    d48 = d38 * v8
    d49 = v3 * d43 + v20 * v37 - v12 * d25
    d50 = d48 + d49 * v4
    d51 = d38 * v2
    d52 = d49 * v5 - d51
    if v42:
        d53 = 0.0
        d54 = 0.0
    else:
        d53 = innovation * d36
        d54 = -(innovation * (innovation * d23))
    d55 = v22 * v37 - d41 - d53 + v14 * d25
    d56 = d38 * (covariance12 - v10) + v7 * d55 + covariance11 * d50
    d13 = d56 + covariance10 * d52
    d57 = d44 - v21 * v37 + d54 + S * d25
    d58 = d55 * v2 + d57 * v5
    d59 = d55 * v8 - d57 * v4
    d60 = covariance00 * d58 - v9 * d49 - v6 * d57 - covariance02 * d55
    d61 = d60 - covariance01 * d59
    d62 = d45 / d39 / d39
    d63 = d38 * (covariance02 - v9) + v6 * d55 + covariance01 * d50
    d64 = d63 + covariance00 * d52
    d65 = covariance10 * d58 - v10 * d49 - v7 * d57 - covariance12 * d55
    d66 = d65 - covariance11 * d59
    d67 = 0.5 * ((v5 * d61 + v4 * d66) / distance + d47) / distance
    d68 = 2.0 * ((v2 * d64 - v8 * d13) / q - d67)
    d69 = d13 / q + d61 / distance + v1 * d62 + v0 * d68
    d0 = d66 / distance - d64 / q - v0 * d62 + v1 * d68
    return (
        np.array([-d69, -d0, d45]),
        np.array(
            [
                [d58 * v5 - d52 * v2, -(d50 * v2 + d59 * v5), -(d55 * v5 + d51)],
                [d52 * v8 + d58 * v4, d50 * v8 - d59 * v4, d48 - d55 * v4],
                [d52, d50, d38],
            ]
        ),
        np.array([d47, d45]),
        np.array([d69, d0]),
    )

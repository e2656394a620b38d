# value and tangent of log_likelihood in 243 operations, 274 before the passes

from math import atan2, hypot, log, pi, sqrt

two_pi = 6.283185307179586


def log_likelihood(
    mean, covariance, measurement, landmark, dmean, dcovariance, dmeasurement, dlandmark
):
    mean0, mean1, mean2 = mean.tolist()
    (
        (covariance00, covariance01, covariance02),
        (covariance10, covariance11, covariance12),
        (covariance20, covariance21, covariance22),
    ) = covariance.tolist()
    measurement0, measurement1 = measurement.tolist()
    landmark0, landmark1 = landmark.tolist()
    dmean0, dmean1, dmean2 = dmean.tolist()
    (
        (dcovariance00, dcovariance01, dcovariance02),
        (dcovariance10, dcovariance11, dcovariance12),
        (dcovariance20, dcovariance21, dcovariance22),
    ) = dcovariance.tolist()
    dmeasurement0, dmeasurement1 = dmeasurement.tolist()
    dlandmark0, dlandmark1 = dlandmark.tolist()
    # ekf.py:47  dx, dy = landmark - mean[:2]
    dx = landmark0 - mean0
    ddx = dlandmark0 - dmean0
    dy = landmark1 - mean1
    ddy = dlandmark1 - dmean1
    # ekf.py:48  q = dx**2 + dy**2
    q = dx * dx + dy * dy
    d0 = dx * ddx + dy * ddy
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = d0 / distance
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v1 = dx / distance
    d2 = (v1 * ddistance - ddx) / distance
    v3 = dy / distance
    d4 = (v3 * ddistance - ddy) / distance
    H10 = dy / q
    v5 = dx / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    d6 = dmeasurement0 - ddistance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v7 = hypot(dx, dy)
    v8 = 1.0 if v7 == 0.0 else v7
    # ekf.py:68  innovation = measurement - expected
    angle = measurement1 - (atan2(dy, dx) - mean2)
    dangle = (ddx * (dy / v8) - ddy * (dx / v8)) / v7 + dmean2 + dmeasurement1
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v9 = -(covariance10 * v3) - covariance00 * v1 + 0.0 * covariance20
    v10 = -(covariance11 * v3) - covariance01 * v1 + 0.0 * covariance21
    v11 = H10 * covariance00 - covariance10 * v5 - covariance20
    v12 = H10 * covariance01 - covariance11 * v5 - covariance21
    v13 = -(covariance12 * v3) - covariance02 * v1 + 0.0 * covariance22
    v14 = v9 * H10 - v10 * v5 - v13
    v15 = H10 * covariance02 - covariance12 * v5 - covariance22
    d16 = v1 * dcovariance00 - covariance00 * d2 - covariance10 * d4
    d17 = d16 + v3 * dcovariance10
    d18 = v1 * dcovariance01 - covariance01 * d2 - covariance11 * d4
    d19 = d18 + v3 * dcovariance11
    v20 = -(v12 * v3) - v11 * v1 + v15 * 0.0
    S00 = -(v10 * v3) - v9 * v1 + v13 * 0.0 + 0.0025000000000000005
    d21 = v1 * d17 + v9 * d2 + v10 * d4 + v3 * d19
    S11 = v11 * H10 - v12 * v5 - v15 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v22 = S00 * S11 - v14 * v20
    # ekf.py:15  if angle > np.pi:
    if angle > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle2 = angle - two_pi
    else:
        # ekf.py:17  elif angle < -np.pi:
        angle2 = angle + two_pi if angle < -pi else angle
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v23 = (S11 * innovation0 - angle2 * v14) / v22
    v24 = (S00 * angle2 - innovation0 * v20) / v22
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v25 = two_pi * S00
    v26 = two_pi * v14
    v27 = two_pi * S11
    v28 = v20 * -two_pi
    v29 = v25 * v27 + v26 * v28
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    d30 = 2.0 * d0
    d31 = (H10 * d30 - ddy) / q
    d32 = (v5 * d30 - ddx) / q
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    d33 = H10 * dcovariance00 - covariance00 * d31 + covariance10 * d32
    d15 = d33 - v5 * dcovariance10 - dcovariance20
    d34 = H10 * dcovariance01 - covariance01 * d31 + covariance11 * d32
    d35 = d34 - v5 * dcovariance11 - dcovariance21
    d36 = H10 * (dcovariance02 - d15) - d31 * (covariance02 - v11)
    d37 = d36 + d32 * (covariance12 - v12) - v5 * (dcovariance12 - d35)
    d38 = d37 - dcovariance22
    d39 = v10 * d32 - v9 * d31 - H10 * d17 + v5 * d19 - covariance02 * d2
    d40 = d39 + v1 * dcovariance02 - covariance12 * d4 + v3 * dcovariance12
    d41 = v1 * d15 - v11 * d2 - v12 * d4 + v3 * d35
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    d24 = S11 * d21 - S00 * d38 + v14 * d41 - v20 * d40
    d42 = innovation0 * d38 - S11 * d6 + angle2 * d40 + v14 * dangle + v23 * d24
    d43 = innovation0 * d41 - v20 * d6 + S00 * dangle + angle2 * d21 - v24 * d24
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    d44 = innovation0 * (d42 / v22) - v23 * d6 - v24 * dangle - angle2 * (d43 / v22)
    d45 = d44 + two_pi * ((v25 * d38 - v27 * d21 - v28 * d40 - v26 * d41) / v29)
    return -0.5 * (innovation0 * v23 + angle2 * v24 + log(v29)), 0.5 * d45

# value and tangent of log_likelihood in 241 operations, 274 before the passes

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
    # ekf.py:68  innovation = measurement - expected
    angle = measurement1 - (atan2(dy, dx) - mean2)
    d8 = (dx * ddy - dy * ddx) / v7 / (1.0 if v7 == 0.0 else v7) - dmean2
    d9 = d8 - dmeasurement1
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v10 = -(covariance10 * v3) - covariance00 * v1 + 0.0 * covariance20
    v11 = -(covariance11 * v3) - covariance01 * v1 + 0.0 * covariance21
    v12 = H10 * covariance00 - covariance10 * v5 - covariance20
    v13 = H10 * covariance01 - covariance11 * v5 - covariance21
    v14 = -(covariance12 * v3) - covariance02 * v1 + 0.0 * covariance22
    v15 = v10 * H10 - v11 * v5 - v14
    v16 = H10 * covariance02 - covariance12 * v5 - covariance22
    d17 = v1 * dcovariance00 - covariance00 * d2 - covariance10 * d4
    d18 = d17 + v3 * dcovariance10
    d19 = v1 * dcovariance01 - covariance01 * d2 - covariance11 * d4
    d20 = d19 + v3 * dcovariance11
    v21 = -(v13 * v3) - v12 * v1 + v16 * 0.0
    S00 = -(v11 * v3) - v10 * v1 + v14 * 0.0 + 0.0025000000000000005
    d22 = v1 * d18 + v10 * d2 + v11 * d4 + v3 * d20
    S11 = v12 * H10 - v13 * v5 - v16 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v23 = S00 * S11 - v15 * v21
    # ekf.py:15  if angle > np.pi:
    if angle > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle2 = angle - two_pi
    else:
        # ekf.py:17  elif angle < -np.pi:
        angle2 = angle + two_pi if angle < -pi else angle
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v24 = (S11 * innovation0 - angle2 * v15) / v23
    v25 = (S00 * angle2 - innovation0 * v21) / v23
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v26 = two_pi * S00
    v27 = two_pi * v15
    v28 = two_pi * S11
    v29 = v21 * -two_pi
    v30 = v26 * v28 + v27 * v29
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    d31 = 2.0 * d0
    d32 = (H10 * d31 - ddy) / q
    d33 = (v5 * d31 - ddx) / q
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    d34 = H10 * dcovariance00 - covariance00 * d32 + covariance10 * d33
    d16 = d34 - v5 * dcovariance10 - dcovariance20
    d35 = H10 * dcovariance01 - covariance01 * d32 + covariance11 * d33
    d36 = d35 - v5 * dcovariance11 - dcovariance21
    d37 = H10 * (dcovariance02 - d16) - d32 * (covariance02 - v12)
    d38 = d37 + d33 * (covariance12 - v13) - v5 * (dcovariance12 - d36)
    d39 = d38 - dcovariance22
    d40 = v11 * d33 - v10 * d32 - H10 * d18 + v5 * d20 - covariance02 * d2
    d41 = d40 + v1 * dcovariance02 - covariance12 * d4 + v3 * dcovariance12
    d42 = v1 * d16 - v12 * d2 - v13 * d4 + v3 * d36
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    d25 = S11 * d22 - S00 * d39 + v15 * d42 - v21 * d41
    d43 = innovation0 * d39 - S11 * d6 + angle2 * d41 - v15 * d9 + v24 * d25
    d44 = innovation0 * d42 - v21 * d6 - S00 * d9 + angle2 * d22 - v25 * d25
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    d45 = (innovation0 * d43 - angle2 * d44) / v23 - v24 * d6 + v25 * d9
    d46 = 0.5 * (d45 + two_pi * (v26 * d39 - v28 * d22 - v29 * d41 - v27 * d42) / v30)
    return -0.5 * (innovation0 * v24 + angle2 * v25 + log(v30)), d46

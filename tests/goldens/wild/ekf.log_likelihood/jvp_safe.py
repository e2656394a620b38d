# value and tangent of log_likelihood in 299 operations, 701 before the passes

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
    d1 = d0 / distance
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    H00 = dx / distance
    d2 = (H00 * d1 - ddx) / distance
    H01 = dy / distance
    d3 = (H01 * d1 - ddy) / distance
    H10 = dy / q
    H11 = dx / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    d4 = dmeasurement0 - d1
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v5 = hypot(dx, dy)
    # ekf.py:68  innovation = measurement - expected
    innovation1 = measurement1 - (atan2(dy, dx) - mean2)
    d6 = (dx * ddy - dy * ddx) / v5 / v5 - dmean2 - dmeasurement1
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v7 = -(covariance10 * H01) - covariance00 * H00 + 0.0 * covariance20
    v8 = -(covariance11 * H01) - covariance01 * H00 + 0.0 * covariance21
    v9 = H10 * covariance00 - covariance10 * H11 - covariance20
    v10 = H10 * covariance01 - covariance11 * H11 - covariance21
    v11 = -(covariance12 * H01) - covariance02 * H00 + 0.0 * covariance22
    v12 = v7 * H10 - v8 * H11 - v11
    v13 = H10 * covariance02 - covariance12 * H11 - covariance22
    d14 = H00 * dcovariance00 - covariance00 * d2 - covariance10 * d3
    d13 = d14 + H01 * dcovariance10
    d15 = H00 * dcovariance01 - covariance01 * d2 - covariance11 * d3
    d16 = d15 + H01 * dcovariance11
    v17 = -(v10 * H01) - v9 * H00 + v13 * 0.0
    S00 = -(v8 * H01) - v7 * H00 + v11 * 0.0 + 0.0025000000000000005
    d18 = H00 * d13 + v7 * d2 + v8 * d3 + H01 * d16
    S11 = v9 * H10 - v10 * H11 - v13 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v19 = S00 * S11 - v12 * v17
    v20 = S11 * innovation0
    v21 = innovation0 * v17
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v22 = two_pi * S00
    v23 = two_pi * v12
    v24 = two_pi * S11
    v25 = v17 * -two_pi
    v26 = v22 * v24 + v23 * v25
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    d27 = 2.0 * d0
    d28 = (H10 * d27 - ddy) / q
    d29 = (H11 * d27 - ddx) / q
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    d30 = v8 * d29 - v7 * d28 - H10 * d13 + H11 * d16 - covariance02 * d2
    d31 = d30 + H00 * dcovariance02 - covariance12 * d3 + H01 * dcovariance12
    d32 = H10 * dcovariance00 - covariance00 * d28 + covariance10 * d29
    d33 = d32 - H11 * dcovariance10 - dcovariance20
    d34 = H10 * dcovariance01 - covariance01 * d28 + covariance11 * d29
    d35 = d34 - H11 * dcovariance11 - dcovariance21
    d36 = H10 * (dcovariance02 - d33) - d28 * (covariance02 - v9)
    d37 = d36 + d29 * (covariance12 - v10) - H11 * (dcovariance12 - d35)
    d38 = d37 - dcovariance22
    d39 = H00 * d33 - v9 * d2 - v10 * d3 + H01 * d35
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    d21 = S11 * d18 - S00 * d38 + v12 * d39 - v17 * d31
    d40 = innovation0 * d38 - S11 * d4 - v12 * d6
    d41 = innovation0 * d39 - v17 * d4 - S00 * d6
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v42 = log(v26)
    d43 = two_pi * ((v22 * d38 - v24 * d18 - v25 * d31 - v23 * d39) / v26)
    # ekf.py:15  if angle > np.pi:
    if innovation1 > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - two_pi
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v44 = (v20 - angle * v12) / v19
        v45 = (S00 * angle - v21) / v19
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d46 = innovation0 * (angle * d31 + v44 * d21 + d40)
        d47 = (d46 - angle * (angle * d18 - v45 * d21 + d41)) / v19 - v44 * d4
        v48 = -0.5 * (innovation0 * v44 + angle * v45 + v42)
        return v48, 0.5 * (d47 + v45 * d6 + d43)
    # ekf.py:17  elif angle < -np.pi:
    if innovation1 < -pi:
        # ekf.py:18  angle += 2 * np.pi
        angle2 = innovation1 + two_pi
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v49 = (v20 - angle2 * v12) / v19
        v50 = (S00 * angle2 - v21) / v19
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d51 = innovation0 * (angle2 * d31 + v49 * d21 + d40)
        d52 = (d51 - angle2 * (angle2 * d18 - v50 * d21 + d41)) / v19 - v49 * d4
        v53 = -0.5 * (innovation0 * v49 + angle2 * v50 + v42)
        return v53, 0.5 * (d52 + v50 * d6 + d43)
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v54 = (v20 - innovation1 * v12) / v19
    v41 = (S00 * innovation1 - v21) / v19
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    d55 = innovation0 * (innovation1 * d31 + v54 * d21 + d40)
    d56 = (d55 - innovation1 * (innovation1 * d18 - v41 * d21 + d41)) / v19 - v54 * d4
    v57 = -0.5 * (innovation0 * v54 + innovation1 * v41 + v42)
    return v57, 0.5 * (d56 + v41 * d6 + d43)

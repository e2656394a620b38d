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
    dq = dx * ddx + dy * ddy
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    H00 = dx / distance
    H01 = dy / distance
    d0 = dq / distance
    dH00 = (H00 * d0 - ddx) / distance
    dH01 = (H01 * d0 - ddy) / distance
    H10 = dy / q
    H11 = dx / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    dinnovation0 = dmeasurement0 - d0
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v1 = hypot(dx, dy)
    # ekf.py:68  innovation = measurement - expected
    innovation1 = measurement1 - (atan2(dy, dx) - mean2)
    dinnovation1 = (dx * ddy - dy * ddx) / v1 / v1 - dmean2 - dmeasurement1
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v2 = -(covariance10 * H01) - covariance00 * H00 + 0.0 * covariance20
    v3 = -(covariance11 * H01) - covariance01 * H00 + 0.0 * covariance21
    v4 = H10 * covariance00 - covariance10 * H11 - covariance20
    v5 = H10 * covariance01 - covariance11 * H11 - covariance21
    v6 = -(covariance12 * H01) - covariance02 * H00 + 0.0 * covariance22
    v7 = v2 * H10 - v3 * H11 - v6
    v8 = H10 * covariance02 - covariance12 * H11 - covariance22
    d9 = H00 * dcovariance00 - covariance00 * dH00 - covariance10 * dH01
    d8 = d9 + H01 * dcovariance10
    d10 = H00 * dcovariance01 - covariance01 * dH00 - covariance11 * dH01
    d11 = d10 + H01 * dcovariance11
    v12 = -(v5 * H01) - v4 * H00 + v8 * 0.0
    S00 = -(v3 * H01) - v2 * H00 + v6 * 0.0 + 0.0025000000000000005
    d13 = H00 * d8 + v2 * dH00 + v3 * dH01 + H01 * d11
    S11 = v4 * H10 - v5 * H11 - v8 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v14 = S00 * S11 - v7 * v12
    v15 = S11 * innovation0
    v16 = innovation0 * v12
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v17 = two_pi * S00
    v18 = two_pi * v7
    v19 = two_pi * S11
    v20 = v12 * -two_pi
    v21 = v17 * v19 + v18 * v20
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    d22 = 2.0 * dq
    dH10 = (H10 * d22 - ddy) / q
    dH11 = (H11 * d22 - ddx) / q
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    d23 = v3 * dH11 - v2 * dH10 - H10 * d8 + H11 * d11 - covariance02 * dH00
    d24 = d23 + H00 * dcovariance02 - covariance12 * dH01 + H01 * dcovariance12
    d25 = H10 * dcovariance00 - covariance00 * dH10 + covariance10 * dH11
    d26 = d25 - H11 * dcovariance10 - dcovariance20
    d27 = H10 * dcovariance01 - covariance01 * dH10 + covariance11 * dH11
    d28 = d27 - H11 * dcovariance11 - dcovariance21
    d29 = H10 * (dcovariance02 - d26) - dH10 * (covariance02 - v4)
    d30 = d29 + dH11 * (covariance12 - v5) - H11 * (dcovariance12 - d28)
    d31 = d30 - dcovariance22
    d32 = H00 * d26 - v4 * dH00 - v5 * dH01 + H01 * d28
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    d16 = S11 * d13 - S00 * d31 + v7 * d32 - v12 * d24
    d33 = innovation0 * d31 - S11 * dinnovation0 - v7 * dinnovation1
    d34 = innovation0 * d32 - v12 * dinnovation0 - S00 * dinnovation1
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v35 = log(v21)
    d36 = two_pi * ((v17 * d31 - v19 * d13 - v20 * d24 - v18 * d32) / v21)
    # ekf.py:15  if angle > np.pi:
    if innovation1 > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - two_pi
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v37 = (v15 - angle * v7) / v14
        v38 = (S00 * angle - v16) / v14
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d39 = innovation0 * (angle * d24 + v37 * d16 + d33)
        d40 = (d39 - angle * (angle * d13 - v38 * d16 + d34)) / v14
        # ekf.py:15  if angle > np.pi:
        d41 = 0.5 * (d40 - v37 * dinnovation0 + v38 * dinnovation1 + d36)
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        return -0.5 * (innovation0 * v37 + angle * v38 + v35), d41
    # ekf.py:17  elif angle < -np.pi:
    if innovation1 < -pi:
        # ekf.py:18  angle += 2 * np.pi
        angle2 = innovation1 + two_pi
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v42 = (v15 - angle2 * v7) / v14
        v43 = (S00 * angle2 - v16) / v14
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d44 = innovation0 * (angle2 * d24 + v42 * d16 + d33)
        d45 = (d44 - angle2 * (angle2 * d13 - v43 * d16 + d34)) / v14
        # ekf.py:17  elif angle < -np.pi:
        d46 = 0.5 * (d45 - v42 * dinnovation0 + v43 * dinnovation1 + d36)
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        return -0.5 * (innovation0 * v42 + angle2 * v43 + v35), d46
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v47 = (v15 - innovation1 * v7) / v14
    v34 = (S00 * innovation1 - v16) / v14
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    d48 = innovation0 * (innovation1 * d24 + v47 * d16 + d33)
    d49 = (d48 - innovation1 * (innovation1 * d13 - v34 * d16 + d34)) / v14
    # ekf.py:17  elif angle < -np.pi:
    d50 = 0.5 * (d49 - v47 * dinnovation0 + v34 * dinnovation1 + d36)
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    return -0.5 * (innovation0 * v47 + innovation1 * v34 + v35), d50

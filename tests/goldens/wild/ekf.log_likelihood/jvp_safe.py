# value and tangent of log_likelihood in 232 operations, 260 before the passes

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
    d1 = 2.0 * d0
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = d0 / distance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v2 = hypot(dx, dy)
    v3 = 1.0 if v2 == 0.0 else v2
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v4 = dx / distance
    d5 = (v4 * ddistance - ddx) / distance
    v6 = dy / distance
    d7 = (v6 * ddistance - ddy) / distance
    H10 = dy / q
    d8 = (H10 * d1 - ddy) / q
    v9 = dx / q
    d10 = (v9 * d1 - ddx) / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    d11 = dmeasurement0 - ddistance
    angle = measurement1 - (atan2(dy, dx) - mean2)
    dangle = (ddx * (dy / v3) - ddy * (dx / v3)) / v2 + dmean2 + dmeasurement1
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    v12 = -(v6 * covariance10) - v4 * covariance00 + 0.0 * covariance20
    v13 = -(v6 * covariance11) - v4 * covariance01 + 0.0 * covariance21
    v14 = -(v6 * covariance12) - v4 * covariance02 + 0.0 * covariance22
    v15 = H10 * covariance00 - v9 * covariance10 - covariance20
    v16 = H10 * covariance01 - v9 * covariance11 - covariance21
    v17 = H10 * covariance02 - v9 * covariance12 - covariance22
    d18 = v4 * dcovariance00 - covariance00 * d5 - covariance10 * d7
    d19 = d18 + v6 * dcovariance10
    d20 = v4 * dcovariance01 - covariance01 * d5 - covariance11 * d7
    d21 = d20 + v6 * dcovariance11
    d22 = H10 * dcovariance00 - covariance00 * d8 + covariance10 * d10
    d17 = d22 - v9 * dcovariance10 - dcovariance20
    d23 = H10 * dcovariance01 - covariance01 * d8 + covariance11 * d10
    d24 = d23 - v9 * dcovariance11 - dcovariance21
    v25 = v12 * H10 - v13 * v9 - v14
    v26 = -(v16 * v6) - v15 * v4 + v17 * 0.0
    d27 = v4 * d19 + v12 * d5 + v13 * d7 + v6 * d21
    d28 = v13 * d10 - v12 * d8 - H10 * d19 + v9 * d21 - covariance02 * d5
    d29 = d28 + v4 * dcovariance02 - covariance12 * d7 + v6 * dcovariance12
    d30 = v4 * d17 - v15 * d5 - v16 * d7 + v6 * d24
    d31 = H10 * (dcovariance02 - d17) - d8 * (covariance02 - v15)
    d32 = d31 + d10 * (covariance12 - v16) - v9 * (dcovariance12 - d24)
    d33 = d32 - dcovariance22
    S00 = -(v13 * v6) - v12 * v4 + v14 * 0.0 + 0.0025000000000000005
    S11 = v15 * H10 - v16 * v9 - v17 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v34 = S00 * S11 - v25 * v26
    # ekf.py:15  if angle > np.pi:
    if angle > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle2 = angle - two_pi
    else:
        # ekf.py:17  elif angle < -np.pi:
        angle2 = angle + two_pi if angle < -pi else angle
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v35 = (S11 * innovation0 - v25 * angle2) / v34
    v36 = (S00 * angle2 - v26 * innovation0) / v34
    d37 = v35 * d27 + v36 * d29 - d11
    d36 = v35 * d30 + v36 * d33 + dangle
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v38 = two_pi * S00
    v39 = two_pi * v25
    v40 = two_pi * S11
    v41 = -two_pi * v26
    v42 = v38 * v40 + v39 * v41
    d43 = innovation0 * ((S11 * d37 + v25 * d36) / v34) - v35 * d11 - v36 * dangle
    d44 = two_pi * ((v38 * d33 - v40 * d27 - v41 * d29 - v39 * d30) / v42)
    d45 = 0.5 * (d43 - angle2 * ((S00 * d36 + v26 * d37) / v34) + d44)
    return -0.5 * (innovation0 * v35 + angle2 * v36 + log(v42)), d45

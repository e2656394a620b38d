# value and tangent of log_likelihood in 319 operations, 701 before the passes

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
    dq = 2.0 * dx * ddx + 2.0 * dy * ddy
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = 0.5 * dq / distance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v0 = hypot(dx, dy)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    H00 = dx / distance
    dH00 = (ddistance * H00 - ddx) / distance
    H01 = dy / distance
    dH01 = (ddistance * H01 - ddy) / distance
    H10 = dy / q
    dH10 = (ddy - H10 * dq) / q
    H11 = dx / q
    dH11 = (dq * H11 - ddx) / q
    # ekf.py:68  innovation = measurement - expected
    innovation0 = measurement0 - distance
    dinnovation0 = dmeasurement0 - ddistance
    innovation1 = measurement1 - (atan2(dy, dx) - mean2)
    dinnovation1 = dmeasurement1 - ((dx * ddy / v0 - dy * ddx / v0) / v0 - dmean2)
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    d1 = covariance00 * dH00 - dcovariance00 * H00
    d2 = d1 + (covariance10 * dH01 - dcovariance10 * H01)
    v3 = -(covariance10 * H01) - covariance00 * H00 + 0.0 * covariance20
    d4 = covariance01 * dH00 - dcovariance01 * H00
    d5 = d4 + (covariance11 * dH01 - dcovariance11 * H01)
    v6 = -(covariance11 * H01) - covariance01 * H00 + 0.0 * covariance21
    d7 = covariance02 * dH00 - dcovariance02 * H00
    v8 = -(covariance12 * H01) - covariance02 * H00 + 0.0 * covariance22
    d9 = covariance00 * dH10 + H10 * dcovariance00
    v10 = H10 * covariance00 - covariance10 * H11 - covariance20
    d11 = d9 + (covariance10 * dH11 - dcovariance10 * H11) - dcovariance20
    d12 = covariance01 * dH10 + H10 * dcovariance01
    v13 = H10 * covariance01 - covariance11 * H11 - covariance21
    d14 = d12 + (covariance11 * dH11 - dcovariance11 * H11) - dcovariance21
    d15 = covariance02 * dH10 + H10 * dcovariance02
    v15 = H10 * covariance02 - covariance12 * H11 - covariance22
    d16 = v3 * dH00 - d2 * H00 + (v6 * dH01 - d5 * H01)
    v17 = v3 * H10 - v6 * H11 - v8
    d18 = d7 + (covariance12 * dH01 - dcovariance12 * H01)
    d19 = H10 * d2 + v3 * dH10 + (v6 * dH11 - d5 * H11) - d18
    d20 = v10 * dH00 - d11 * H00 + (v13 * dH01 - d14 * H01)
    v21 = -(v13 * H01) - v10 * H00 + v15 * 0.0
    d22 = d15 + (covariance12 * dH11 - dcovariance12 * H11) - dcovariance22
    d23 = H10 * d11 + v10 * dH10 + (v13 * dH11 - d14 * H11) - d22
    S00 = -(v6 * H01) - v3 * H00 + v8 * 0.0 + 0.0025000000000000005
    S11 = v10 * H10 - v13 * H11 - v15 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v24 = S00 * S11 - v17 * v21
    d25 = S11 * d16 + S00 * d23 + (-(v17 * d20) - d19 * v21)
    v26 = S11 * innovation0
    d27 = innovation0 * d23 + S11 * dinnovation0
    d28 = -(dinnovation1 * v17)
    d29 = -(dinnovation0 * v21) - innovation0 * d20
    d30 = S00 * dinnovation1
    v30 = innovation0 * v21
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v31 = two_pi * S00
    v32 = two_pi * v17
    v33 = two_pi * S11
    v34 = v21 * -two_pi
    v35 = v31 * v33 + v32 * v34
    d35 = v34 * (two_pi * d19) + v32 * (d20 * -two_pi)
    v36 = log(v35)
    d36 = (v33 * (two_pi * d16) + v31 * (two_pi * d23) + d35) / v35
    # ekf.py:15  if angle > np.pi:
    if innovation1 > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation1 - two_pi
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v37 = (v26 - angle * v17) / v24
        v38 = (S00 * angle - v30) / v24
        d39 = innovation0 * ((d27 + (d28 - angle * d19) - v37 * d25) / v24)
        d40 = angle * ((d29 + (angle * d16 + d30) - v38 * d25) / v24)
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d41 = -0.5 * (v37 * dinnovation0 + d39 + (v38 * dinnovation1 + d40) + d36)
        return -0.5 * (innovation0 * v37 + angle * v38 + v36), d41
    # ekf.py:17  elif angle < -np.pi:
    if innovation1 < -pi:
        # ekf.py:18  angle += 2 * np.pi
        angle2 = innovation1 + two_pi
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v42 = (v26 - angle2 * v17) / v24
        v43 = (S00 * angle2 - v30) / v24
        d44 = innovation0 * ((d27 + (d28 - angle2 * d19) - v42 * d25) / v24)
        d45 = angle2 * ((d29 + (angle2 * d16 + d30) - v43 * d25) / v24)
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d46 = -0.5 * (v42 * dinnovation0 + d44 + (v43 * dinnovation1 + d45) + d36)
        return -0.5 * (innovation0 * v42 + angle2 * v43 + v36), d46
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v47 = (v26 - innovation1 * v17) / v24
    v48 = (S00 * innovation1 - v30) / v24
    d49 = innovation0 * ((d27 + (d28 - innovation1 * d19) - v47 * d25) / v24)
    d50 = innovation1 * ((d29 + (innovation1 * d16 + d30) - v48 * d25) / v24)
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    d51 = -0.5 * (v47 * dinnovation0 + d49 + (v48 * dinnovation1 + d50) + d36)
    return -0.5 * (innovation0 * v47 + innovation1 * v48 + v36), d51

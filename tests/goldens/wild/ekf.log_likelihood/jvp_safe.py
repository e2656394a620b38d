# value and tangent of log_likelihood in 319 operations, 701 before the passes

from math import atan2, hypot, log, pi, sqrt


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
    v0 = landmark0 - mean0
    d1 = dlandmark0 - dmean0
    v1 = landmark1 - mean1
    d2 = dlandmark1 - dmean1
    # ekf.py:48  q = dx**2 + dy**2
    q = v0 * v0 + v1 * v1
    dq = 2.0 * v0 * d1 + 2.0 * v1 * d2
    # ekf.py:49  distance = np.sqrt(q)
    distance = sqrt(q)
    ddistance = 0.5 * dq / distance
    # ekf.py:50  expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    v3 = hypot(v0, v1)
    # ekf.py:51  H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / ...
    v4 = v0 / distance
    d4 = (ddistance * v4 - d1) / distance
    v5 = v1 / distance
    d5 = (ddistance * v5 - d2) / distance
    v6 = v1 / q
    d6 = (d2 - v6 * dq) / q
    v7 = v0 / q
    d7 = (dq * v7 - d1) / q
    # ekf.py:68  innovation = measurement - expected
    v8 = measurement0 - distance
    dinnovation = dmeasurement0 - ddistance
    innovation = measurement1 - (atan2(v1, v0) - mean2)
    dinnovation2 = dmeasurement1 - ((v0 * d2 / v3 - v1 * d1 / v3) / v3 - dmean2)
    # ekf.py:70  S = H @ covariance @ H.T + SENSOR_NOISE
    d9 = covariance00 * d4 - dcovariance00 * v4
    d10 = d9 + (covariance10 * d5 - dcovariance10 * v5)
    v11 = -(covariance10 * v5) - covariance00 * v4 + 0.0 * covariance20
    d12 = covariance01 * d4 - dcovariance01 * v4
    d13 = d12 + (covariance11 * d5 - dcovariance11 * v5)
    v14 = -(covariance11 * v5) - covariance01 * v4 + 0.0 * covariance21
    d15 = covariance02 * d4 - dcovariance02 * v4
    v16 = -(covariance12 * v5) - covariance02 * v4 + 0.0 * covariance22
    d17 = covariance00 * d6 + v6 * dcovariance00
    v18 = v6 * covariance00 - covariance10 * v7 - covariance20
    d19 = d17 + (covariance10 * d7 - dcovariance10 * v7) - dcovariance20
    d20 = covariance01 * d6 + v6 * dcovariance01
    v21 = v6 * covariance01 - covariance11 * v7 - covariance21
    d22 = d20 + (covariance11 * d7 - dcovariance11 * v7) - dcovariance21
    d23 = covariance02 * d6 + v6 * dcovariance02
    v23 = v6 * covariance02 - covariance12 * v7 - covariance22
    d24 = v11 * d4 - d10 * v4 + (v14 * d5 - d13 * v5)
    v25 = v11 * v6 - v14 * v7 - v16
    d26 = d15 + (covariance12 * d5 - dcovariance12 * v5)
    d27 = v6 * d10 + v11 * d6 + (v14 * d7 - d13 * v7) - d26
    d28 = v18 * d4 - d19 * v4 + (v21 * d5 - d22 * v5)
    v29 = -(v21 * v5) - v18 * v4 + v23 * 0.0
    d30 = d23 + (covariance12 * d7 - dcovariance12 * v7) - dcovariance22
    d31 = v6 * d19 + v18 * d6 + (v21 * d7 - d22 * v7) - d30
    v32 = -(v14 * v5) - v11 * v4 + v16 * 0.0 + 0.0025000000000000005
    S = v18 * v6 - v21 * v7 - v23 + 0.0004
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v33 = v32 * S - v25 * v29
    d34 = S * d24 + v32 * d31 + (-(v25 * d28) - d27 * v29)
    v35 = S * v8
    d36 = v8 * d31 + S * dinnovation
    d37 = -(dinnovation2 * v25)
    d38 = -(dinnovation * v29) - v8 * d28
    d39 = v32 * dinnovation2
    v40 = v8 * v29
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    v41 = 6.283185307179586 * v32
    v42 = 6.283185307179586 * v25
    v43 = 6.283185307179586 * S
    v44 = v29 * -6.283185307179586
    v45 = v41 * v43 + v42 * v44
    d45 = v44 * (6.283185307179586 * d27) + v42 * (d28 * -6.283185307179586)
    v46 = log(v45)
    d47 = v43 * (6.283185307179586 * d24) + v41 * (6.283185307179586 * d31) + d45
    d46 = d47 / v45
    # ekf.py:15  if angle > np.pi:
    if innovation > pi:
        # ekf.py:16  angle -= 2 * np.pi
        angle = innovation - 6.283185307179586
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v48 = (v35 - angle * v25) / v33
        v49 = (v32 * angle - v40) / v33
        d50 = v8 * ((d36 + (d37 - angle * d27) - v48 * d34) / v33)
        d51 = angle * ((d38 + (angle * d24 + d39) - v49 * d34) / v33)
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d52 = -0.5 * (v48 * dinnovation + d50 + (v49 * dinnovation2 + d51) + d46)
        return -0.5 * (v8 * v48 + angle * v49 + v46), d52
    # ekf.py:17  elif angle < -np.pi:
    if innovation < -pi:
        # ekf.py:18  angle += 2 * np.pi
        angle = innovation + 6.283185307179586
        # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
        v48 = (v35 - angle * v25) / v33
        v49 = (v32 * angle - v40) / v33
        d50 = v8 * ((d36 + (d37 - angle * d27) - v48 * d34) / v33)
        d51 = angle * ((d38 + (angle * d24 + d39) - v49 * d34) / v33)
        # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
        d52 = -0.5 * (v48 * dinnovation + d50 + (v49 * dinnovation2 + d51) + d46)
        return -0.5 * (v8 * v48 + angle * v49 + v46), d52
    # ekf.py:71  mahalanobis = innovation @ np.linalg.solve(S, innovation)
    v48 = (v35 - innovation * v25) / v33
    v38 = (v32 * innovation - v40) / v33
    d49 = v8 * ((d36 + (d37 - innovation * d27) - v48 * d34) / v33)
    d50 = innovation * ((d38 + (innovation * d24 + d39) - v38 * d34) / v33)
    # ekf.py:72  return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))
    d51 = -0.5 * (v48 * dinnovation + d49 + (v38 * dinnovation2 + d50) + d46)
    return -0.5 * (v8 * v48 + innovation * v38 + v46), d51

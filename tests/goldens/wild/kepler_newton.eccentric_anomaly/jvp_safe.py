# value and tangent of eccentric_anomaly in 41 operations, 51 before the passes

from math import cos, pi, sin


def eccentric_anomaly(mean_anomaly, eccentricity, dmean_anomaly, deccentricity):
    # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
    v0 = eccentricity * 0.5
    d0 = 0.5 * deccentricity
    # kepler_newton.py:13  if mean_anomaly < math.pi:
    if mean_anomaly < pi:
        # kepler_newton.py:14  anomaly = mean_anomaly + eccentricity / 2
        anomaly = mean_anomaly + v0
        danomaly = dmean_anomaly + d0
    else:
        # kepler_newton.py:16  anomaly = mean_anomaly - eccentricity / 2
        anomaly = mean_anomaly - v0
        danomaly = dmean_anomaly - d0
    step = 1.0
    n = 0.0
    # kepler_newton.py:19  while abs(step) > tol and n < 20:
    while abs(step) > 1e-12 and n < 20.0:
        # kepler_newton.py:20  residual = anomaly - eccentricity * math.sin(anomaly) ...
        v1 = sin(anomaly)
        d2 = eccentricity * danomaly
        # kepler_newton.py:21  step = residual / (1 - eccentricity * math.cos(anomaly))
        v3 = cos(anomaly)
        v4 = 1.0 - eccentricity * v3
        step = (anomaly - eccentricity * v1 - mean_anomaly) / v4
        d5 = v1 * deccentricity + v3 * d2 - danomaly + dmean_anomaly
        # kepler_newton.py:22  anomaly -= step
        anomaly = anomaly - step
        danomaly = danomaly + (d5 + step * (v1 * d2 - v3 * deccentricity)) / v4
        # kepler_newton.py:23  n += 1
        n = n + 1.0
    return anomaly, danomaly

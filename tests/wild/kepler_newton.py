"""Kepler's equation M = E - e sin E for an ellipse, by Newton's iteration.

H. D. Curtis (2013), Orbital Mechanics for Engineering Students, 3rd edition, algorithm 3.1, and
the half-angle relation of its section 3.4. Angles in rad.
"""

import math


def eccentric_anomaly(mean_anomaly, eccentricity):
    """E of M and e."""
    tol = 1e-12
    if mean_anomaly < math.pi:
        anomaly = mean_anomaly + eccentricity / 2
    else:
        anomaly = mean_anomaly - eccentricity / 2
    step = 1.0
    n = 0
    while abs(step) > tol and n < 20:
        residual = anomaly - eccentricity * math.sin(anomaly) - mean_anomaly
        step = residual / (1 - eccentricity * math.cos(anomaly))
        anomaly -= step
        n += 1
    return anomaly


def true_anomaly(mean_anomaly, eccentricity):
    """The angle from perihelion, seen from the focus."""
    half = eccentric_anomaly(mean_anomaly, eccentricity) / 2
    return 2 * math.atan2(
        math.sqrt(1 + eccentricity) * math.sin(half), math.sqrt(1 - eccentricity) * math.cos(half)
    )

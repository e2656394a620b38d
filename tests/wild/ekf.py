"""An extended Kalman filter: where a robot is, from its wheels and a landmark that it sees.

S. Thrun, W. Burgard and D. Fox (2005), Probabilistic Robotics, MIT Press, table 7.2: localization
with the velocity motion model and known correspondence. The state is (x, y, heading), m and rad.
"""

import numpy as np

MOTION_NOISE = (0.1, 0.01, 0.01, 0.1)
SENSOR_NOISE = np.diag([0.05**2, 0.02**2])  # of range, m², and bearing, rad²


def wrap(angle):
    """The same angle between -π and π, where it is less than a turn away."""
    if angle > np.pi:
        angle -= 2 * np.pi
    elif angle < -np.pi:
        angle += 2 * np.pi
    return angle


def predict(mean, covariance, control, dt):
    """(mean, covariance) after driving for dt with speed v and turning rate w, not zero."""
    v, w = control
    heading = mean[2]
    turned = heading + w * dt
    s, c = np.sin(heading), np.cos(heading)
    s2, c2 = np.sin(turned), np.cos(turned)
    r = v / w
    moved = mean + np.array([r * (s2 - s), r * (c - c2), w * dt])
    G = np.eye(3)
    G[:2, 2] = [r * (c2 - c), r * (s2 - s)]
    V = np.array(
        [
            [(s2 - s) / w, v * (s - s2) / w**2 + r * c2 * dt],
            [(c - c2) / w, -v * (c - c2) / w**2 + r * s2 * dt],
            [0.0, dt],
        ]
    )
    a1, a2, a3, a4 = MOTION_NOISE
    M = np.diag([a1 * v**2 + a2 * w**2, a3 * v**2 + a4 * w**2])
    return moved, G @ covariance @ G.T + V @ M @ V.T


def observe(mean, landmark):
    """The (range, bearing) at which a landmark should be seen, and its Jacobian in the state."""
    dx, dy = landmark - mean[:2]
    q = dx**2 + dy**2
    distance = np.sqrt(q)
    expected = np.array([distance, np.arctan2(dy, dx) - mean[2]])
    H = np.array([[-dx / distance, -dy / distance, 0.0], [dy / q, -dx / q, -1.0]])
    return expected, H


def update(mean, covariance, measurement, landmark):
    """(mean, covariance) after a landmark was seen at (range, bearing)."""
    expected, H = observe(mean, landmark)
    innovation = measurement - expected
    innovation[1] = wrap(innovation[1])
    S = H @ covariance @ H.T + SENSOR_NOISE
    K = covariance @ H.T @ np.linalg.inv(S)
    return mean + K @ innovation, (np.eye(3) - K @ H) @ covariance


def log_likelihood(mean, covariance, measurement, landmark):
    """log p(measurement), to tell which landmark it may have been."""
    expected, H = observe(mean, landmark)
    innovation = measurement - expected
    innovation[1] = wrap(innovation[1])
    S = H @ covariance @ H.T + SENSOR_NOISE
    mahalanobis = innovation @ np.linalg.solve(S, innovation)
    return -0.5 * (mahalanobis + np.log(np.linalg.det(2 * np.pi * S)))

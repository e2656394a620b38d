"""One step of an attitude filter: a gyroscope, pulled towards the gravity that is measured.

S. O. H. Madgwick (2010), An efficient orientation filter for inertial and inertial/magnetic sensor
arrays, report, University of Bristol. Quaternions are (w, x, y, z), of the earth's frame relative
to the sensor's; angular rates in rad/s, time in s, accelerations in any unit.
"""

import numpy as np


def quaternion_product(p, q):
    """Hamilton's product p ⊗ q."""
    p0, p1, p2, p3 = p
    q0, q1, q2, q3 = q
    return np.array(
        [
            p0 * q0 - p1 * q1 - p2 * q2 - p3 * q3,
            p0 * q1 + p1 * q0 + p2 * q3 - p3 * q2,
            p0 * q2 - p1 * q3 + p2 * q0 + p3 * q1,
            p0 * q3 + p1 * q2 - p2 * q1 + p3 * q0,
        ]
    )


def normalised(v):
    """v at length one; a zero vector as it is."""
    norm = np.linalg.norm(v)
    if norm == 0:
        return v
    return v / norm


def gravity_gradient(q, acceleration):
    """J^T f of equations (25) and (26): how q should turn to put gravity where it is measured."""
    w, x, y, z = q
    ax, ay, az = acceleration
    f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - ay, 2 * (0.5 - x**2 - y**2) - az])
    jacobian = np.array(
        [
            [-2 * y, 2 * z, -2 * w, 2 * x],
            [2 * x, 2 * w, 2 * z, 2 * y],
            [0, -4 * x, -4 * y, 0],
        ]
    )
    return jacobian.T @ f


def madgwick_update(q, gyroscope, accelerometer, dt, beta=0.033):
    """The orientation after dt: equations (11) and (42) to (44)."""
    rate = 0.5 * quaternion_product(q, np.array([0.0, *gyroscope]))
    if np.linalg.norm(accelerometer) > 0:  # in free fall there is nothing to correct with
        gradient = gravity_gradient(q, normalised(accelerometer))
        rate = rate - beta * normalised(gradient)
    return normalised(q + rate * dt)

# Jacobian of rhs in 13 operations, 16 before the passes

from math import cos, sin
import numpy as np


def rhs_jacobian(t, y, quality, drive, frequency):
    theta, omega = y.tolist()
    # pendulum.py:13  return np.array([omega, -omega / quality - np.sin(theta) + driv...
    v0 = frequency * t
    d1 = sin(v0) * drive
    return (
        np.array([0.0, -(d1 * frequency)]),
        np.array([[0.0, 1.0], [-cos(theta), -1.0 / quality]]),
        np.array([0.0, omega / quality / quality]),
        np.array([0.0, cos(v0)]),
        np.array([0.0, -(d1 * t)]),
    )

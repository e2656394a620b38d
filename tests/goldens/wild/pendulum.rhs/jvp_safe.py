# value and tangent of rhs in 23 operations, 25 before the passes

from math import cos, sin
import numpy as np


def rhs(t, y, quality, drive, frequency, dt, dy, dquality, ddrive, dfrequency):
    theta, omega = y.tolist()
    dtheta, domega = dy.tolist()
    # pendulum.py:13  return np.array([omega, -omega / quality - np.sin(theta) + driv...
    v0 = omega / quality
    v1 = frequency * t
    v2 = cos(v1)
    d3 = v2 * ddrive - drive * (sin(v1) * (frequency * dt + t * dfrequency))
    d4 = (v0 * dquality - domega) / quality - cos(theta) * dtheta + d3
    return np.array([omega, -v0 - sin(theta) + drive * v2]), np.array([domega, d4])

# value and cotangents of rhs in 22 operations, 23 before the passes

from math import cos, sin
import numpy as np


def rhs_vjp(t, y, quality, drive, frequency, cotangent):
    theta, omega = y.tolist()
    cotangent0, cotangent1 = cotangent.tolist()
    # pendulum.py:13  return np.array([omega, -omega / quality - np.sin(theta) + driv...
    v0 = omega / quality
    v1 = frequency * t
    v2 = cos(v1)
    d3 = sin(v1) * drive * cotangent1
    d4 = cotangent1 / quality
    return (
        np.array([omega, -v0 - sin(theta) + drive * v2]),
        (
            -(d3 * frequency),
            np.array([-(cos(theta) * cotangent1), cotangent0 - d4]),
            v0 * d4,
            cotangent1 * v2,
            -(d3 * t),
        ),
    )

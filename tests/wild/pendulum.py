"""The damped pendulum, driven by a periodic torque: a route to chaos.

G. L. Baker and J. P. Gollub (1996), Chaotic Dynamics: An Introduction, 2nd edition, Cambridge
University Press, chapter 1: the dimensionless equation, time in units of sqrt(l / g).
"""

import numpy as np


def rhs(t, y, quality=2.0, drive=1.15, frequency=2 / 3):
    """d(θ, ω)/dt of θ'' + θ' / q + sin θ = g cos(ω_D t); the defaults are a chaotic case."""
    theta, omega = y
    return np.array([omega, -omega / quality - np.sin(theta) + drive * np.cos(frequency * t)])


def energy(y):
    """ω²/2 + 1 - cos θ, which neither damping nor drive would leave alone."""
    theta, omega = y
    return 0.5 * omega**2 + 1.0 - np.cos(theta)

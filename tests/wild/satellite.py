"""A satellite of an oblate planet: its motion, its energy and its orbital elements.

D. A. Vallado (2007), Fundamentals of Astrodynamics and Applications, 3rd edition, Microcosm Press:
algorithm 9 (RV2COE), and the potential of J2 of its chapter 8. km, s and rad.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple


class State(NamedTuple):
    x: float
    y: float
    z: float
    vx: float
    vy: float
    vz: float


def dot(a, b):
    return sum(p * q for p, q in zip(a, b, strict=True))


def cross(a, b):
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]


def norm(a):
    return math.sqrt(dot(a, a))


@dataclass(frozen=True)
class Planet:
    mu: float  # km³/s²
    radius: float  # km, at the equator
    j2: float

    def circular_speed(self, radius):
        """The speed on a circle of this radius, without J2."""
        return math.sqrt(self.mu / radius)

    def energy(self, state):
        """Energy per mass, km²/s², of which J2's part has a potential too."""
        r = norm(state[:3])
        oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (state.z / r) ** 2 - 1)
        return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - oblateness)

    def derivative(self, state):
        """d(state)/dt, a State."""
        r = norm(state[:3])
        central = -self.mu / r**3
        oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
        polar = 5 * (state.z / r) ** 2
        return State(
            x=state.vx,
            y=state.vy,
            z=state.vz,
            vx=central * state.x * (1 + oblateness * (1 - polar)),
            vy=central * state.y * (1 + oblateness * (1 - polar)),
            vz=central * state.z * (1 + oblateness * (3 - polar)),
        )

    def elements(self, position, velocity):
        """The ellipse that a position and a velocity belong to, as a dict."""
        r, v = norm(position), norm(velocity)
        h = cross(position, velocity)
        node = cross([0.0, 0.0, 1.0], h)
        radial = dot(position, velocity)
        e = [
            ((v**2 - self.mu / r) * p - radial * q) / self.mu
            for p, q in zip(position, velocity, strict=True)
        ]
        ascending_node = math.acos(node[0] / norm(node))
        if node[1] < 0:
            ascending_node = 2 * math.pi - ascending_node
        periapsis = math.acos(dot(node, e) / (norm(node) * norm(e)))
        if e[2] < 0:
            periapsis = 2 * math.pi - periapsis
        true_anomaly = math.acos(dot(e, position) / (norm(e) * r))
        if radial < 0:
            true_anomaly = 2 * math.pi - true_anomaly
        return {
            "semiparameter": norm(h) ** 2 / self.mu,
            "semimajor axis": -self.mu / (v**2 - 2 * self.mu / r),
            "eccentricity": norm(e),
            "inclination": math.acos(h[2] / norm(h)),
            "ascending node": ascending_node,
            "argument of periapsis": periapsis,
            "true anomaly": true_anomaly,
        }


EARTH = Planet(mu=398600.4418, radius=6378.1363, j2=1.0826267e-3)

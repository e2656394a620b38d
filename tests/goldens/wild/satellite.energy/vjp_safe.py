# value and cotangents of energy in 45 operations, 62 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_vjp(state, cotangent):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = v0 * v0
    v2 = state_z / r
    v3 = 3.0 * (v2 * v2) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v4 = 398600.4418 / r * (1.0 - 0.00054131335 * v1 * v3)
    d5 = 1294.606442773428 * (v1 * v2)
    d6 = (431.535480924476 * v1 * v3 + v2 * d5) / r - v4
    d7 = cotangent / r / r
    d8 = d6 * d7
    return (
        (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5 - v4,
        (
            State(
                x=-(state_x * d8),
                y=-(state_y * d8),
                z=(d5 - state_z * d6) * d7,
                vx=state_vx * cotangent,
                vy=state_vy * cotangent,
                vz=state_vz * cotangent,
            ),
        ),
    )

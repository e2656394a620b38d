# value and cotangents of energy in 44 operations, 62 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_vjp(state, cotangent):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = v0 * v0
    v2 = 0.00054131335 * v1
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v5 = 398600.4418 / r * (1.0 - v2 * v4)
    d6 = cotangent / r
    d7 = d6 / r
    d8 = 2391602.6508 * (v2 * v3)
    d9 = (v5 * d6 - d7 * (v3 * d8 + 431.535480924476 * v1 * v4)) / r
    return (
        (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5 - v5,
        (
            State(
                x=state_x * d9,
                y=state_y * d9,
                z=d7 * d8 + state_z * d9,
                vx=state_vx * cotangent,
                vy=state_vy * cotangent,
                vz=state_vz * cotangent,
            ),
        ),
    )

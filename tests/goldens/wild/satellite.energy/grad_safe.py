# gradient of energy in 35 operations, 62 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    v0 = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 6378.1363 / v0
    v1 = v1 * v1
    v2 = 0.00054131335 * v1
    v3 = state_z / v0
    v4 = 3.0 * (v3 * v3) - 1.0
    v5 = 2391602.6508 * (v2 * v3)
    v1 = (431.535480924476 * v1 * v4 + v3 * v5) / v0
    d1 = v1 - 398600.4418 / v0 * (1.0 - v2 * v4)
    d2 = d1 / v0 / v0
    return State(
        x=-(state_x * d2),
        y=-(state_y * d2),
        z=(v5 - state_z * d1) / v0 / v0,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

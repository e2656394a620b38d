# gradient of energy in 35 operations, 62 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = v0 * v0
    v2 = 0.00054131335 * v1
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    v5 = 2391602.6508 * (v2 * v3)
    v6 = (431.535480924476 * v1 * v4 + v3 * v5) / r
    d3 = v6 - 398600.4418 / r * (1.0 - v2 * v4)
    d7 = d3 / r / r
    return State(
        x=-(state_x * d7),
        y=-(state_y * d7),
        z=(v5 - state_z * d3) / r / r,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

# gradient of energy in 36 operations, 49 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = v0 * v0
    v2 = state_z / r
    v3 = 3.0 * (v2 * v2) - 1.0
    d4 = v0 / r
    d5 = 1294.606442773428 * (v1 / r * v2 / r)
    d6 = 398600.4418 / r * ((1.0 - 0.00054131335 * v1 * v3) / r)
    d7 = (431.535480924476 * (v3 * d4 * d4) - d6 + v2 * d5) / r
    return State(
        x=-(state_x * d7),
        y=-(state_y * d7),
        z=d5 - state_z * d7,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

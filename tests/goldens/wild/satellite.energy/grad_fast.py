# gradient of energy in 30 operations, 47 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y + state_z * state_z
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 1.0 / sqrt(v0)
    v2 = v1 * v1
    v3 = state_z * v1
    v4 = 1.0 - 3.0 * (v3 * v3)
    d5 = 398600.4418 * (1.0 + 22020.964132916273 * v2 * v4)
    d6 = 52665396193.454285 * (v2 * v3 / v0)
    d7 = ((d5 + 17555132064.48476 * v4 / v0) / v0 - v3 * d6) * v1
    return State(
        x=state_x * d7,
        y=state_y * d7,
        z=d6 + state_z * d7,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

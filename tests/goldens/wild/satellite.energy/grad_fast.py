# gradient of energy in 35 operations, 55 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    v1 = v0 + state_z * state_z
    d2 = state_z / v1
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v3 = 1.0 / sqrt(v1)
    d4 = (1.0 - 3.0 * state_z * d2) * (v3 * v3)
    d5 = 398600.4418 * (1.0 + 22020.964132916273 * d4) + 17555132064.48476 * d4
    d6 = (26332698096.727142 * (d2 * d2) - 0.5 * d5) / v1 * (2.0 * v3)
    return State(
        x=-(state_x * d6),
        y=-(state_y * d6),
        z=(52665396193.454285 * v0 / (v1 * v1) + d5) * d2 * v3,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

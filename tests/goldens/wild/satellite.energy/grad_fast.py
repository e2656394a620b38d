# gradient of energy in 33 operations, 93 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    v1 = state_z * state_z
    v2 = v0 + v1
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v3 = 1.0 / sqrt(v2)
    v4 = 1.0 - 3.0 * v1 / v2
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v5 = 1.0 + 22020.964132916273 * (v3 * v3) * v4
    d6 = 132125.78479749765 / v2
    d7 = 44041.92826583255 * v4
    d8 = 398600.4418 / v2 * v3
    d9 = ((v1 * d6 - d7) / v2 - v5) * d8
    return State(
        x=-(state_x * d9),
        y=-(state_y * d9),
        z=state_z * (v5 + (v0 * d6 + d7) / v2) * d8,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

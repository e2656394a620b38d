# gradient of energy in 42 operations, 55 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_grad(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(v0 + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 6378.1363 / r
    v2 = v1 * v1
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    d5 = v3 / r
    d6 = v2 * d5 / r
    d7 = v1 / r
    d8 = 398600.4418 / r * ((1.0 - 0.00054131335 * v2 * v4) / r)
    d9 = (d8 - 431.535480924476 * (v4 * d7 * d7)) / r
    d10 = 2.0 * (647.303221386714 * d5 * d6 - 0.5 * d9)
    return State(
        x=-(state_x * d10),
        y=-(state_y * d10),
        z=1294.606442773428 * d6 * (v0 / r / r) + state_z * d9,
        vx=state_vx,
        vy=state_vy,
        vz=state_vz,
    )

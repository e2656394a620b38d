# product with the Hessian of energy in 66 operations, 135 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_hvp(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v0 = v0 * v0
    v1 = 0.00054131335 * v0
    v2 = state_z / r
    v3 = 3.0 * (v2 * v2) - 1.0
    v0 = 0.0010826267 * v0
    # satellite.py:30  return math.sqrt(dot(a, a))
    v4 = v3 * v0 - (1.0 - v1 * v3)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v5 = 6.0 * v2
    d6 = v1 * v2 * v5 + v4
    d7 = (state_x * dstate_x + state_y * dstate_y + state_z * dstate_z) / r
    d2 = v2 * d7
    d8 = d2 - dstate_z
    d9 = v1 * d8
    d1 = (v0 + v1 + v1) * d2 + d9
    # satellite.py:30  return math.sqrt(dot(a, a))
    d2 = (2.0 * v4 + d6) * d7 + (d9 + (d9 + d1)) * v5
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d0 = (d2 + (d8 * v5 + 3.0 * v3 * d7) * v0) / r
    v2 = 398600.4418 / r / r / r
    return State(
        x=(state_x * d0 - dstate_x * d6) * v2,
        y=(state_y * d0 - dstate_y * d6) * v2,
        z=(state_z * d0 - 6.0 * d1 - dstate_z * d6) * v2,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

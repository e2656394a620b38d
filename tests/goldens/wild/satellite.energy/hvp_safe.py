# product with the Hessian of energy in 66 operations, 125 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_hvp(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = v0 * v0
    v2 = 0.00054131335 * v1
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    d5 = 0.0010826267 * v1
    d6 = v4 * d5 - (1.0 - v2 * v4)
    d7 = 6.0 * v3
    d8 = v2 * v3 * d7 + d6
    d9 = (state_x * dstate_x + state_y * dstate_y + state_z * dstate_z) / r
    d10 = v3 * d9
    d11 = d10 - dstate_z
    d12 = v2 * d11
    d13 = (d5 + v2 + v2) * d10 + d12
    d14 = (2.0 * d6 + d8) * d9 + (d12 + (d12 + d13)) * d7
    d15 = (d14 + (d11 * d7 + 3.0 * v4 * d9) * d5) / r
    d16 = 398600.4418 / r / r / r
    return State(
        x=(state_x * d15 - dstate_x * d8) * d16,
        y=(state_y * d15 - dstate_y * d8) * d16,
        z=(state_z * d15 - 6.0 * d13 - dstate_z * d8) * d16,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

# product with the Hessian of energy in 76 operations, 125 before the passes

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
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v5 = 398600.4418 / r
    v6 = (1.0 - v2 * v4) / r
    d7 = v5 / r
    d8 = 6.0 * v3
    d9 = 0.0010826267 * v1
    d10 = (v5 * v6 - d7 * (v2 * v3 * d8 + v4 * d9)) / r
    d11 = (state_x * dstate_x + state_y * dstate_y + state_z * dstate_z) / r / r
    d12 = v3 * d11
    d13 = d12 - dstate_z / r
    d14 = v2 * d13
    d15 = v4 * d11
    d16 = (d9 + v2 + v2) * d12 + d14
    d17 = d7 * ((d14 + d16) * d8 + (d13 * d8 + 4.0 * d15) * d9)
    d18 = (v5 * (2.0 * d11 * v6 - (d8 * d14 + d9 * d15) / r) - d17) / r + d11 * d10
    return State(
        x=dstate_x * d10 - state_x * d18,
        y=dstate_y * d10 - state_y * d18,
        z=dstate_z * d10 - state_z * d18 - 6.0 * d7 * d16,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

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
    v1 = v0 * v0
    v2 = 0.00054131335 * v1
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    d5 = 0.0010826267 * v1
    # satellite.py:30  return math.sqrt(dot(a, a))
    d6 = v4 * d5 - (1.0 - v2 * v4)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d0 = 6.0 * v3
    d7 = v2 * v3 * d0 + d6
    d8 = (state_x * dstate_x + state_y * dstate_y + state_z * dstate_z) / r
    d3 = v3 * d8
    d9 = d3 - dstate_z
    d10 = v2 * d9
    d11 = (d5 + v2 + v2) * d3 + d10
    # satellite.py:30  return math.sqrt(dot(a, a))
    d12 = (2.0 * d6 + d7) * d8 + (d10 + (d10 + d11)) * d0
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d13 = (d12 + (d9 * d0 + 3.0 * v4 * d8) * d5) / r
    d14 = 398600.4418 / r / r / r
    return State(
        x=(state_x * d13 - dstate_x * d7) * d14,
        y=(state_y * d13 - dstate_y * d7) * d14,
        z=(state_z * d13 - 6.0 * d11 - dstate_z * d7) * d14,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

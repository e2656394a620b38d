# product with the Hessian of energy in 111 operations, 159 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_hvp(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = state_z / r
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v2 = 398600.4418 / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v3 = 0.00054131335 * (v0 * v0)
    v4 = 3.0 * (v1 * v1) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v5 = (1.0 - v3 * v4) / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v3 = v3 / r
    d6 = 398600.4418 * v3 * 3.0
    d7 = 2.0 * v1
    d8 = d6 * d7
    d9 = d8 / r
    v4 = v4 / r
    d10 = 398600.4418 * v4 * 0.00054131335
    d11 = 2.0 * v0
    d12 = d10 * d11
    d13 = d12 / r
    # satellite.py:30  return math.sqrt(dot(a, a))
    dr = 0.5 * ((v2 * v5 - v1 * d9 - v0 * d13) / r)
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d14 = 2.0 * state_x
    d15 = 2.0 * state_y
    d16 = 2.0 * state_z
    # satellite.py:30  return math.sqrt(dot(a, a))
    d17 = 2.0 * dr
    dr2 = 1.0 / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d18 = d11 * dr2
    d19 = 688098.0289055895 * d18
    d20 = 0.5 * (d15 * dstate_y + dstate_x * d14 + d16 * dstate_z)
    # satellite.py:30  return math.sqrt(dot(a, a))
    dr3 = v1 * dr2 * d20 - dstate_z
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d1 = (d9 + d7 * dr2 * (1195801.3254 * v3 + 647.3032213867141 * v0 * d18)) * d20
    # satellite.py:30  return math.sqrt(dot(a, a))
    d1 = (d1 + 2.0 * d6 * dr3) * dr2
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d3 = (3.0 * d7 * (d19 * dr2 + 199300.2209 * v3) + 0.5 * d8) * dr3
    d0 = v0 * (0.5 * d12 + 107.883870231119 * v4 * d11 + 6378.1363 * d10 * dr2)
    d0 = (d0 - (199300.2209 * v5 - 3189.06815 * d13 - v4 * d19)) * dr2
    d0 = (d3 + 0.5 * state_z * d1) * dr2 - (dr + (0.5 * v2 * v5 - d0) * dr2) * d20
    # satellite.py:30  return math.sqrt(dot(a, a))
    d0 = d0 * dr2
    d2 = d0 * dr2
    return State(
        x=dstate_x * d17 + d14 * d2,
        y=dstate_y * d17 + d15 * d2,
        z=dstate_z * d17 + (d16 * d0 - d1) * dr2,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

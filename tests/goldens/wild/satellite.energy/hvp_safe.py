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
    v6 = v3 / r
    d7 = 398600.4418 * v6 * 3.0
    d8 = 2.0 * v1
    d9 = d7 * d8
    d10 = d9 / r
    v11 = v4 / r
    d3 = 398600.4418 * v11 * 0.00054131335
    d12 = 2.0 * v0
    d13 = d3 * d12
    d14 = d13 / r
    # satellite.py:30  return math.sqrt(dot(a, a))
    dr = 0.5 * ((v2 * v5 - v1 * d10 - v0 * d14) / r)
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d15 = 2.0 * state_x
    d16 = 2.0 * state_y
    d17 = 2.0 * state_z
    # satellite.py:30  return math.sqrt(dot(a, a))
    d18 = 2.0 * dr
    dr2 = 1.0 / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d19 = d12 * dr2
    d20 = 688098.0289055895 * d19
    d21 = 0.5 * (d16 * dstate_y + dstate_x * d15 + d17 * dstate_z)
    # satellite.py:30  return math.sqrt(dot(a, a))
    dr3 = v1 * dr2 * d21 - dstate_z
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d22 = (d10 + d8 * dr2 * (1195801.3254 * v6 + 647.3032213867141 * v0 * d19)) * d21
    # satellite.py:30  return math.sqrt(dot(a, a))
    d23 = (d22 + 2.0 * d7 * dr3) * dr2
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d24 = (3.0 * d8 * (d20 * dr2 + 199300.2209 * v6) + 0.5 * d9) * dr3
    d25 = v0 * (0.5 * d13 + 107.883870231119 * v11 * d12 + 6378.1363 * d3 * dr2)
    d26 = (d25 - (199300.2209 * v5 - 3189.06815 * d14 - v11 * d20)) * dr2
    d27 = (d24 + 0.5 * state_z * d23) * dr2 - (dr + (0.5 * v2 * v5 - d26) * dr2) * d21
    # satellite.py:30  return math.sqrt(dot(a, a))
    d28 = d27 * dr2
    d29 = d28 * dr2
    return State(
        x=dstate_x * d18 + d15 * d29,
        y=dstate_y * d18 + d16 * d29,
        z=dstate_z * d18 + (d17 * d28 - d23) * dr2,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

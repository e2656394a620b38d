# product with the Hessian of energy in 111 operations, 159 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_hvp(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:30  return math.sqrt(dot(a, a))
    v0 = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 6378.1363 / v0
    v2 = state_z / v0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v3 = 398600.4418 / v0
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v4 = 0.00054131335 * (v1 * v1)
    v5 = 3.0 * (v2 * v2) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v6 = (1.0 - v4 * v5) / v0
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v4 = v4 / v0
    d7 = 398600.4418 * v4 * 3.0
    d8 = 2.0 * v2
    d9 = d7 * d8
    d10 = d9 / v0
    v5 = v5 / v0
    d11 = 398600.4418 * v5 * 0.00054131335
    d12 = 2.0 * v1
    d13 = d11 * d12
    d14 = d13 / v0
    # satellite.py:30  return math.sqrt(dot(a, a))
    d0 = 0.5 * ((v3 * v6 - v2 * d10 - v1 * d14) / v0)
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d15 = 2.0 * state_x
    d16 = 2.0 * state_y
    d17 = 2.0 * state_z
    # satellite.py:30  return math.sqrt(dot(a, a))
    d18 = 2.0 * d0
    d19 = 1.0 / v0
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d20 = d12 * d19
    d21 = 688098.0289055895 * d20
    d22 = 0.5 * (d16 * dstate_y + dstate_x * d15 + d17 * dstate_z)
    # satellite.py:30  return math.sqrt(dot(a, a))
    d2 = v2 * d19 * d22 - dstate_z
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d10 = (d10 + d8 * d19 * (1195801.3254 * v4 + 647.3032213867141 * v1 * d20)) * d22
    # satellite.py:30  return math.sqrt(dot(a, a))
    d7 = (d10 + 2.0 * d7 * d2) * d19
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d2 = (3.0 * d8 * (d21 * d19 + 199300.2209 * v4) + 0.5 * d9) * d2
    d1 = v1 * (0.5 * d13 + 107.883870231119 * v5 * d12 + 6378.1363 * d11 * d19)
    d1 = (d1 - (199300.2209 * v6 - 3189.06815 * d14 - v5 * d21)) * d19
    d0 = (d2 + 0.5 * state_z * d7) * d19 - (d0 + (0.5 * v3 * v6 - d1) * d19) * d22
    # satellite.py:30  return math.sqrt(dot(a, a))
    d0 = d0 * d19
    d1 = d0 * d19
    return State(
        x=dstate_x * d18 + d15 * d1,
        y=dstate_y * d18 + d16 * d1,
        z=dstate_z * d18 + (d17 * d0 - d7) * d19,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

# product with the Hessian of energy in 85 operations, 152 before the passes

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
    v4 = v3 * v3
    v5 = 3.0 * v4 - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v6 = 1.0 - v2 * v5
    # satellite.py:30  return math.sqrt(dot(a, a))
    v7 = 1.0 / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v8 = 398600.4418 / r * v6
    v9 = 2391602.6508 * v2
    d0 = v8 - (v4 * v9 + 431.535480924476 * v5 * v1) * v7
    # satellite.py:30  return math.sqrt(dot(a, a))
    v4 = v0 * v5 * (4128588.1734335367 * v7 + 431.535480924476 * v0)
    dr = state_y * dstate_y + state_x * dstate_x + state_z * dstate_z
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d5 = dr * (v3 * v7)
    d3 = d5 - dstate_z
    # satellite.py:30  return math.sqrt(dot(a, a))
    v10 = 6.0 * (1376196.057811179 * v0 * v7 + 199300.2209 * v2) + 1195801.3254 * v2
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d1 = (4783205.3016 * v2 + 2589.2128855468563 * v1) * d5 + d3 * v9
    # satellite.py:30  return math.sqrt(dot(a, a))
    d2 = ((v4 - 199300.2209 * v6) * v7 - 0.5 * (v8 + d0)) * dr + v3 * v10 * d3
    d2 = 2.0 * ((d2 + 0.5 * state_z * v7 * d1) * v7)
    d3 = d2 * v7
    return State(
        x=(state_x * d3 + dstate_x * d0) * v7 * v7,
        y=(state_y * d3 + dstate_y * d0) * v7 * v7,
        z=((state_z * d2 - d1) * v7 + dstate_z * d0) * v7 * v7,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

# value and tangent of energy in 49 operations, 68 before the passes

from math import sqrt


def energy(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v1 = v0 * v0
    v2 = 0.00054131335 * v1
    v3 = state_z / r
    d4 = (state_x * dstate_x + state_y * dstate_y + state_z * dstate_z) / r
    v5 = 3.0 * (v3 * v3) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v6 = 398600.4418 / r
    v7 = 1.0 - v2 * v5
    v8 = (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    d9 = 6.0 * v2 * v3 * ((dstate_z - v3 * d4) / r)
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    d10 = state_vx * dstate_vx + state_vy * dstate_vy + state_vz * dstate_vz
    return v8 - v6 * v7, d10 + v6 * (d9 - d4 / r * (0.0010826267 * v1 * v5 - v7))

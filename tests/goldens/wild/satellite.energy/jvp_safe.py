# value and tangent of energy in 48 operations, 78 before the passes

from math import sqrt


def energy(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    dr = (state_x * dstate_x + state_y * dstate_y + state_z * dstate_z) / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / r
    v0 = v0 * v0
    v1 = 0.00054131335 * v0
    v2 = state_z / r
    v3 = 3.0 * (v2 * v2) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v4 = 398600.4418 / r
    v5 = 1.0 - v1 * v3
    v6 = (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5
    d0 = 6.0 * v1 * v2 * (dstate_z - v2 * dr) - dr * (0.0010826267 * v0 * v3 - v5)
    d1 = state_vx * dstate_vx + state_vy * dstate_vy + state_vz * dstate_vz
    return v6 - v4 * v5, d1 + v4 / r * d0

# value and tangent of energy in 62 operations, 78 before the passes

from math import sqrt


def energy(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d0 = 2.0 * state_x * dstate_x + 2.0 * state_y * dstate_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    dr = 0.5 * (d0 + 2.0 * state_z * dstate_z) / r
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 6378.1363 / r
    v2 = 0.00054131335 * (v1 * v1)
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    d5 = v2 * (6.0 * v3 * ((dstate_z - v3 * dr) / r))
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d6 = 2.0 * state_vx * dstate_vx + 2.0 * state_vy * dstate_vy
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v7 = 398600.4418 / r
    v8 = 1.0 - v2 * v4
    v9 = (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5
    d10 = -(v7 * (d5 - v4 * (0.0010826267 * v1 * (v1 * dr / r)))) - v8 * (v7 * dr / r)
    return v9 - v7 * v8, 0.5 * (d6 + 2.0 * state_vz * dstate_vz) - d10

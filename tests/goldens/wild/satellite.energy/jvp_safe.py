# value and tangent of energy in 62 operations, 78 before the passes

from math import sqrt


def energy(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d0 = 2.0 * state_x * dstate_x + 2.0 * state_y * dstate_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    v1 = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    d1 = 0.5 * (d0 + 2.0 * state_z * dstate_z) / v1
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v0 = 6378.1363 / v1
    v2 = 0.00054131335 * (v0 * v0)
    v3 = state_z / v1
    v4 = 3.0 * (v3 * v3) - 1.0
    d3 = v2 * (6.0 * v3 * ((dstate_z - v3 * d1) / v1))
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d5 = 2.0 * state_vx * dstate_vx + 2.0 * state_vy * dstate_vy
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v6 = 398600.4418 / v1
    v2 = 1.0 - v2 * v4
    d0 = -(v6 * (d3 - v4 * (0.0010826267 * v0 * (v0 * d1 / v1))))
    v3 = (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5
    d0 = 0.5 * (d5 + 2.0 * state_vz * dstate_vz) - (d0 - v2 * (v6 * d1 / v1))
    return v3 - v6 * v2, d0

# value and tangent of energy in 52 operations, 76 before the passes

from math import sqrt


def energy(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    d1 = state_x * dstate_x + state_y * dstate_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(v0 + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v2 = 6378.1363 / r
    v3 = v2 * v2
    v4 = 0.00054131335 * v3
    v5 = state_z / r
    v6 = 3.0 * (v5 * v5) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v7 = 398600.4418 / r
    v8 = 1.0 - v4 * v6
    v9 = (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5
    d10 = (d1 + state_z * dstate_z) / r / r * (0.0010826267 * v3 * v6 - v8)
    d11 = v7 * (6.0 * v4 * v5 * ((dstate_z * (v0 / r) - v5 * d1) / r / r) - d10)
    d12 = state_vx * dstate_vx + state_vy * dstate_vy + state_vz * dstate_vz + d11
    return v9 - v7 * v8, d12

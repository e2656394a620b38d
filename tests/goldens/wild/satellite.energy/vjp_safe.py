# value and cotangents of energy in 55 operations, 68 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_vjp(state, cotangent):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(v0 + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 6378.1363 / r
    v2 = 0.00054131335 * (v1 * v1)
    v3 = state_z / r
    v4 = 3.0 * (v3 * v3) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v5 = 398600.4418 / r
    v6 = 1.0 - v2 * v4
    v7 = (state_vx * state_vx + state_vy * state_vy + state_vz * state_vz) * 0.5
    d8 = cotangent / r
    d9 = d8 / r
    d10 = v2 * v3 * d9
    d11 = (431.535480924476 * v1 * (v1 * v4 * d9) - v5 * (v6 * d8)) / r
    d12 = 2.0 * (1195801.3254 * (v3 / r) * d10 + 0.5 * d11)
    return (
        v7 - v5 * v6,
        (
            State(
                x=-(state_x * d12),
                y=-(state_y * d12),
                z=2391602.6508 * d10 * (v0 / r / r) - state_z * d11,
                vx=state_vx * cotangent,
                vy=state_vy * cotangent,
                vz=state_vz * cotangent,
            ),
        ),
    )

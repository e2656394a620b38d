# product with the Hessian of energy in 101 operations, 151 before the passes

from math import sqrt
from tests.wild.satellite import State


def energy_hvp(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(v0 + state_z * state_z)
    # satellite.py:46  oblateness = self.j2 / 2 * (self.radius / r) ** 2 * (3 * (stat...
    v1 = 6378.1363 / r
    v2 = v1 * v1
    v3 = 0.00054131335 * v2
    v4 = state_z / r
    v5 = 3.0 * (v4 * v4) - 1.0
    # satellite.py:47  return dot(state[3:], state[3:]) / 2 - self.mu / r * (1 - obla...
    v6 = 398600.4418 / r
    v7 = v4 / r
    d8 = state_x * dstate_x + state_y * dstate_y
    d9 = (d8 + state_z * dstate_z) / r / r
    v10 = v0 / r
    v11 = v10 / r
    d12 = d8 / r
    d13 = v7 * d12 - v11 * (dstate_z / r)
    v14 = v3 * v4
    d15 = v4 * d9
    v16 = 0.0010826267 * v2
    d17 = v3 * (d13 + d15) + (v16 + v3) * d15
    v18 = v6 / r
    v19 = 3.0 * v18
    d20 = 6.0 * d13
    d21 = v5 * d9
    v22 = v18 * v16
    v23 = (1.0 - v3 * v5) / r
    d24 = v6 * (2.0 * d9 * v23 - (v16 * d21 + v14 * d20) / r)
    v25 = (v5 * v22 - v6 * v23) / r
    d26 = ((v4 * d20 + 4.0 * d21) * v22 - d24) / r + d9 * v25
    d27 = ((v7 * d9 + d13 / r) * v14 + v7 * d17) * v19 + 0.5 * d26
    v28 = v7 * v14 * v19 + 0.5 * v25
    d29 = 6.0 * v18 * (v11 * d17 + (v11 * d9 - (2.0 * d12 - v10 * d9) / r) * v14)
    return State(
        x=2.0 * (state_x * d27 - dstate_x * v28),
        y=2.0 * (state_y * d27 - dstate_y * v28),
        z=state_z * d26 - d29 - dstate_z * v25,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

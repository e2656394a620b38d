# product with the Hessian of energy in 101 operations, 162 before the passes

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
    v7 = v0 / r
    v8 = v7 / r
    v9 = v4 / r
    d10 = state_x * dstate_x + state_y * dstate_y
    d11 = d10 / r
    d12 = v9 * d11 - v8 * (dstate_z / r)
    d13 = 6.0 * d12
    d14 = (d10 + state_z * dstate_z) / r / r
    d15 = v5 * d14
    v16 = v6 / r
    v17 = 0.0010826267 * v2
    v18 = v16 * v17
    v19 = (1.0 - v3 * v5) / r
    v20 = v3 * v4
    d21 = v6 * (2.0 * d14 * v19 - (v17 * d15 + v20 * d13) / r)
    d22 = (v4 * d13 + 4.0 * d15) * v18 - d21
    v23 = v5 * v18 - v6 * v19
    v24 = v23 / r
    d25 = v4 * d14
    d26 = v3 * (d12 + d25) + (v17 + v3) * d25
    v27 = 3.0 * v16
    d28 = 0.5 * (d22 / r + d14 * v24) + ((v9 * d14 + d12 / r) * v20 + v9 * d26) * v27
    v29 = v9 * v20 * v27 + 0.5 * v24
    d30 = 6.0 * v16 * (v8 * d26 + (v8 * d14 - (2.0 * d11 - v7 * d14) / r) * v20)
    return State(
        x=2.0 * (state_x * d28 - dstate_x * v29),
        y=2.0 * (state_y * d28 - dstate_y * v29),
        z=v4 * d22 - d30 + d12 * v23,
        vx=dstate_vx,
        vy=dstate_vy,
        vz=dstate_vz,
    )

# value and tangent of derivative in 75 operations, 88 before the passes

from math import sqrt
from tests.wild.satellite import State


def derivative(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    d1 = 2.0 * (state_x * dstate_x + state_y * dstate_y)
    d2 = d1 + 2.0 * state_z * dstate_z
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(v0 + state_z * state_z)
    # satellite.py:52  central = -self.mu / r**3
    v3 = r * r * r
    central = -398600.4418 / v3
    d4 = 1.5 * (d2 / v3 * r * central)
    # satellite.py:53  oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
    v5 = 6378.1363 / r
    oblateness = 0.00162394005 * (v5 * v5)
    d6 = 0.00162394005 * (v5 * (d2 / r / r * v5))
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v7 = state_z / r
    polar = 5.0 * (v7 * v7)
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v8 = central * state_x
    v9 = 1.0 - polar
    d10 = 10.0 * oblateness * v7 * ((0.5 * d1 * v7 - v0 / r * dstate_z) / r / r)
    d11 = d10 - v9 * d6
    v12 = 1.0 + oblateness * v9
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v13 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v14 = central * state_z
    v15 = 3.0 - polar
    v16 = 1.0 + oblateness * v15
    return (
        State(
            x=state_vx, y=state_vy, z=state_vz, vx=v8 * v12, vy=v13 * v12, vz=v14 * v16
        ),
        State(
            x=dstate_vx,
            y=dstate_vy,
            z=dstate_vz,
            vx=v8 * d11 - (state_x * d4 - dstate_x * central) * v12,
            vy=d11 * v13 - v12 * (state_y * d4 - dstate_y * central),
            vz=v14 * (d10 - v15 * d6) - (state_z * d4 - dstate_z * central) * v16,
        ),
    )

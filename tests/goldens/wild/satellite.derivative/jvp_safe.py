# value and tangent of derivative in 74 operations, 87 before the passes

from math import sqrt
from tests.wild.satellite import State


def derivative(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d0 = 2.0 * state_x * dstate_x + 2.0 * state_y * dstate_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    d1 = 0.5 * (d0 + 2.0 * state_z * dstate_z)
    dr = d1 / r
    # satellite.py:52  central = -self.mu / r**3
    v2 = r * r * r
    central = -398600.4418 / v2
    d3 = central * (3.0 * r * d1) / v2
    # satellite.py:53  oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
    v4 = 6378.1363 / r
    oblateness = 0.00162394005 * (v4 * v4)
    d5 = 0.0032478801 * v4 * (v4 * dr / r)
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v6 = state_z / r
    polar = 5.0 * (v6 * v6)
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v7 = central * state_x
    v8 = 1.0 - polar
    d9 = -(oblateness * (10.0 * v6 * ((dstate_z - v6 * dr) / r)))
    d10 = d9 - v8 * d5
    v11 = 1.0 + oblateness * v8
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v12 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v13 = central * state_z
    v14 = 3.0 - polar
    v15 = 1.0 + oblateness * v14
    return (
        State(
            x=state_vx, y=state_vy, z=state_vz, vx=v7 * v11, vy=v12 * v11, vz=v13 * v15
        ),
        State(
            x=dstate_vx,
            y=dstate_vy,
            z=dstate_vz,
            vx=v11 * (central * dstate_x - state_x * d3) + v7 * d10,
            vy=v11 * (central * dstate_y - state_y * d3) + v12 * d10,
            vz=v15 * (central * dstate_z - state_z * d3) + v13 * (d9 - v14 * d5),
        ),
    )

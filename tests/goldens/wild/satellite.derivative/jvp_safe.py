# value and tangent of derivative in 74 operations, 97 before the passes

from math import sqrt
from tests.wild.satellite import State


def derivative(state, dstate):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    dstate_x, dstate_y, dstate_z, dstate_vx, dstate_vy, dstate_vz = dstate
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    d0 = 2.0 * state_x * dstate_x + 2.0 * state_y * dstate_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    d0 = 0.5 * (d0 + 2.0 * state_z * dstate_z)
    dr = d0 / r
    # satellite.py:52  central = -self.mu / r**3
    v1 = r * r * r
    central = -398600.4418 / v1
    dcentral = central * (3.0 * r * d0) / v1
    # satellite.py:53  oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
    v0 = 6378.1363 / r
    oblateness = 0.00162394005 * (v0 * v0)
    doblateness = 0.0032478801 * v0 * (v0 * dr / r)
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v0 = state_z / r
    polar = 5.0 * (v0 * v0)
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v1 = central * state_x
    v2 = 1.0 - polar
    d0 = -(oblateness * (10.0 * v0 * ((dstate_z - v0 * dr) / r)))
    d3 = d0 - v2 * doblateness
    v2 = 1.0 + oblateness * v2
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v4 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v5 = central * state_z
    v6 = 3.0 - polar
    v7 = 1.0 + oblateness * v6
    d8 = v7 * (central * dstate_z - state_z * dcentral)
    return (
        State(x=state_vx, y=state_vy, z=state_vz, vx=v1 * v2, vy=v4 * v2, vz=v5 * v7),
        State(
            x=dstate_vx,
            y=dstate_vy,
            z=dstate_vz,
            vx=v2 * (central * dstate_x - state_x * dcentral) + v1 * d3,
            vy=v2 * (central * dstate_y - state_y * dcentral) + v4 * d3,
            vz=d8 + v5 * (d0 - v6 * doblateness),
        ),
    )

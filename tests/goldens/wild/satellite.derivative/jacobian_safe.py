# Jacobian of derivative in 81 operations, 112 before the passes

from math import sqrt
from tests.wild.satellite import State


def derivative_jacobian(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:52  central = -self.mu / r**3
    v0 = r * r
    v1 = v0 * r
    central = -398600.4418 / v1
    # satellite.py:53  oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
    v2 = 6378.1363 / r
    v2 = v2 * v2
    oblateness = 0.00162394005 * v2
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v3 = state_z / r
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v4 = central * state_x
    polar = 5.0 * (v3 * v3)
    v5 = 1.0 - polar
    v6 = 1.0 + oblateness * v5
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v7 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v8 = central * state_z
    v9 = 3.0 - polar
    v10 = 1.0 + oblateness * v9
    v0 = v0 / v1 * (3.0 * central)
    v11 = v6 * v0
    v2 = 0.0032478801 * v2
    v12 = 10.0 * (oblateness * v3)
    v13 = v3 * v12
    v5 = (v5 * v2 - v13) / r
    v14 = state_x * v11 + v4 * v5
    v15 = state_x / r
    v1 = 398600.4418 / v1
    v6 = v6 * v1
    v16 = state_y / r
    v12 = v12 / r
    v5 = state_y * v11 + v7 * v5
    d3 = v8 / r * (v9 * v2 - v13) + state_z * v10 * v0
    return State(
        x=State(x=0.0, y=0.0, z=0.0, vx=1.0, vy=0.0, vz=0.0),
        y=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=1.0, vz=0.0),
        z=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=0.0, vz=1.0),
        vx=State(
            x=-(v14 * v15 + v6),
            y=-(v14 * v16),
            z=-(v14 * v3 + v4 * v12),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vy=State(
            x=-(v5 * v15),
            y=-(v5 * v16 + v6),
            z=-(v5 * v3 + v7 * v12),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vz=State(
            x=-(d3 * v15),
            y=-(d3 * v16),
            z=-(v10 * v1 + v8 * v12 + d3 * v3),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
    )

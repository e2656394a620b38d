# Jacobian of derivative in 81 operations, 114 before the passes

from math import sqrt
from tests.wild.satellite import State


def derivative_jacobian(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:30  return math.sqrt(dot(a, a))
    v0 = sqrt(state_x * state_x + state_y * state_y + state_z * state_z)
    # satellite.py:52  central = -self.mu / r**3
    v1 = v0 * v0
    v2 = v1 * v0
    central = -398600.4418 / v2
    # satellite.py:53  oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
    v3 = 6378.1363 / v0
    v3 = v3 * v3
    oblateness = 0.00162394005 * v3
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v4 = state_z / v0
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v5 = central * state_x
    polar = 5.0 * (v4 * v4)
    v6 = 1.0 - polar
    v7 = 1.0 + oblateness * v6
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v8 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v9 = central * state_z
    v10 = 3.0 - polar
    v11 = 1.0 + oblateness * v10
    v1 = v1 / v2 * (3.0 * central)
    v12 = v7 * v1
    v3 = 0.0032478801 * v3
    v13 = 10.0 * (oblateness * v4)
    v14 = v4 * v13
    v6 = (v6 * v3 - v14) / v0
    v15 = state_x * v12 + v5 * v6
    v16 = state_x / v0
    v2 = 398600.4418 / v2
    v7 = v7 * v2
    v17 = state_y / v0
    v13 = v13 / v0
    v6 = state_y * v12 + v8 * v6
    d4 = v9 / v0 * (v10 * v3 - v14) + state_z * v11 * v1
    return State(
        x=State(x=0.0, y=0.0, z=0.0, vx=1.0, vy=0.0, vz=0.0),
        y=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=1.0, vz=0.0),
        z=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=0.0, vz=1.0),
        vx=State(
            x=-(v15 * v16 + v7),
            y=-(v15 * v17),
            z=-(v15 * v4 + v5 * v13),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vy=State(
            x=-(v6 * v16),
            y=-(v6 * v17 + v7),
            z=-(v6 * v4 + v8 * v13),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vz=State(
            x=-(d4 * v16),
            y=-(d4 * v17),
            z=-(v11 * v2 + v9 * v13 + d4 * v4),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
    )

# Jacobian of derivative in 81 operations, 97 before the passes

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
    oblateness = 0.00162394005 * (v2 * v2)
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v3 = state_z / r
    polar = 5.0 * (v3 * v3)
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v4 = central * state_x
    v5 = 1.0 - polar
    v6 = 1.0 + oblateness * v5
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v7 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v8 = central * state_z
    v9 = 3.0 - polar
    v10 = 1.0 + oblateness * v9
    d11 = 3.0 * (central * (v0 / v1))
    d12 = v6 * d11
    d13 = 0.0032478801 * (v2 * (v2 / r))
    d14 = v5 * d13
    d15 = v3 * (oblateness / r)
    d16 = v4 * d15
    d17 = 10.0 * v3
    d18 = state_x * d12 + v4 * d14 - d16 * d17
    v19 = state_x / r
    d20 = 398600.4418 * (v6 / v1)
    d21 = state_y / r
    d22 = v7 * d15
    d23 = d22 * d17 - state_y * d12 - v7 * d14
    d24 = v8 * d15
    d25 = d24 * d17 - v8 * v9 * d13 - state_z * v10 * d11
    return State(
        x=State(x=0.0, y=0.0, z=0.0, vx=1.0, vy=0.0, vz=0.0),
        y=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=1.0, vz=0.0),
        z=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=0.0, vz=1.0),
        vx=State(
            x=-(d18 * v19 + d20),
            y=-(d18 * d21),
            z=-10.0 * d16 - d18 * v3,
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vy=State(
            x=v19 * d23,
            y=d21 * d23 - d20,
            z=v3 * d23 - d22 * 10.0,
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vz=State(
            x=v19 * d25,
            y=d21 * d25,
            z=-398600.4418 * (v10 / v1) - 10.0 * d24 + v3 * d25,
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
    )

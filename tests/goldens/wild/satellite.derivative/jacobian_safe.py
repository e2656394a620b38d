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
    v3 = v2 * v2
    oblateness = 0.00162394005 * v3
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v4 = state_z / r
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
    d12 = v0 / v1 * (3.0 * central)
    d13 = v7 * d12
    d14 = 0.0032478801 * v3
    d15 = 10.0 * (oblateness * v4)
    d16 = v4 * d15
    d17 = (v6 * d14 - d16) / r
    d18 = state_x * d13 + v5 * d17
    d19 = state_x / r
    d20 = 398600.4418 / v1
    d21 = v7 * d20
    d22 = state_y / r
    d23 = d15 / r
    d24 = state_y * d13 + v8 * d17
    d25 = v9 / r * (v10 * d14 - d16) + state_z * v11 * d12
    return State(
        x=State(x=0.0, y=0.0, z=0.0, vx=1.0, vy=0.0, vz=0.0),
        y=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=1.0, vz=0.0),
        z=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=0.0, vz=1.0),
        vx=State(
            x=-(d18 * d19 + d21),
            y=-(d18 * d22),
            z=-(d18 * v4 + v5 * d23),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vy=State(
            x=-(d24 * d19),
            y=-(d24 * d22 + d21),
            z=-(d24 * v4 + v8 * d23),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vz=State(
            x=-(d25 * d19),
            y=-(d25 * d22),
            z=-(v11 * d20 + v9 * d23 + d25 * v4),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
    )

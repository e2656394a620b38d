# Jacobian of derivative in 84 operations, 112 before the passes

from math import sqrt
from tests.wild.satellite import State


def derivative_jacobian(state):
    state_x, state_y, state_z, state_vx, state_vy, state_vz = state
    # satellite.py:22  return sum(p * q for p, q in zip(a, b, strict=True))
    v0 = state_x * state_x + state_y * state_y
    # satellite.py:30  return math.sqrt(dot(a, a))
    r = sqrt(v0 + state_z * state_z)
    # satellite.py:52  central = -self.mu / r**3
    v1 = r * r
    v2 = v1 * r
    central = -398600.4418 / v2
    # satellite.py:53  oblateness = 1.5 * self.j2 * (self.radius / r) ** 2
    v3 = 6378.1363 / r
    oblateness = 0.00162394005 * (v3 * v3)
    # satellite.py:54  polar = 5 * (state.z / r) ** 2
    v4 = state_z / r
    polar = 5.0 * (v4 * v4)
    # satellite.py:59  vx=central * state.x * (1 + oblateness * (1 - polar)),
    v5 = central * state_x
    v6 = 1.0 - polar
    v7 = 1.0 + oblateness * v6
    # satellite.py:60  vy=central * state.y * (1 + oblateness * (1 - polar)),
    v8 = central * state_y
    # satellite.py:61  vz=central * state.z * (1 + oblateness * (3 - polar)),
    v9 = central * state_z
    v10 = 3.0 - polar
    v11 = 1.0 + oblateness * v10
    v12 = state_x / r
    d13 = oblateness * v4
    d14 = d13 * (10.0 * (v4 / r))
    d15 = 3.0 * (central * (v1 / v2))
    d16 = v7 * d15
    d17 = 0.0032478801 * (v3 * (v3 / r))
    d18 = v6 * d17
    d19 = state_x * d16 + v5 * d18
    d20 = v5 * d14 - d19
    d21 = 398600.4418 * (v7 / v2)
    v22 = state_y / r
    d23 = 10.0 * (d13 / r * (v0 / r / r))
    d24 = state_y * d16 + v8 * d18
    d25 = v8 * d14 - d24
    d26 = v9 * v10 * d17 + state_z * v11 * d15
    d27 = v9 * d14 - d26
    return State(
        x=State(x=0.0, y=0.0, z=0.0, vx=1.0, vy=0.0, vz=0.0),
        y=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=1.0, vz=0.0),
        z=State(x=0.0, y=0.0, z=0.0, vx=0.0, vy=0.0, vz=1.0),
        vx=State(
            x=v12 * d20 - d21,
            y=d20 * v22,
            z=-(d19 * v4 + v5 * d23),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vy=State(
            x=v12 * d25,
            y=v22 * d25 - d21,
            z=-(v4 * d24 + v8 * d23),
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
        vz=State(
            x=v12 * d27,
            y=v22 * d27,
            z=-398600.4418 * (v11 / v2) - v9 * d23 - v4 * d26,
            vx=0.0,
            vy=0.0,
            vz=0.0,
        ),
    )

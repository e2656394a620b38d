# value and tangent of gravity_gradient in 111 operations, 130 before the passes

import numpy as np


def gravity_gradient(q, acceleration, dq, dacceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    dw, dx, dy, dz = dq.tolist()
    dax, day, daz = dacceleration.tolist()
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    v0 = 2.0 * (x * z - w * y) - ax
    d0 = 2.0 * (z * dx + x * dz - (y * dw + w * dy)) - dax
    v1 = 2.0 * (w * x + y * z) - ay
    d1 = 2.0 * (x * dw + w * dx + (z * dy + y * dz)) - day
    v2 = 2.0 * x
    v3 = 2.0 * y
    v4 = 2.0 * (0.5 - x * x - y * y) - az
    d4 = 2.0 * (-(v2 * dx) - v3 * dy) - daz
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    v5 = -2.0 * y
    v6 = 2.0 * z
    d6 = 2.0 * dz
    v7 = -2.0 * w
    d8 = 2.0 * dx
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    v9 = 2.0 * w
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    v10 = -4.0 * x
    v11 = -4.0 * y
    # attitude.py:45  return jacobian.T @ f
    v12 = 0.0 * v4
    d13 = v0 * d6 + v6 * d0 + (v1 * (2.0 * dw) + v9 * d1)
    d14 = v0 * (-2.0 * dw) + v7 * d0 + (v1 * d6 + v6 * d1)
    return (
        np.array(
            [
                v5 * v0 + v2 * v1 + v12,
                v6 * v0 + v9 * v1 + v10 * v4,
                v7 * v0 + v6 * v1 + v11 * v4,
                v2 * v0 + v3 * v1 + v12,
            ]
        ),
        np.array(
            [
                v0 * (-2.0 * dy) + v5 * d0 + (v1 * d8 + v2 * d1),
                d13 + (v4 * (-4.0 * dx) + v10 * d4),
                d14 + (v4 * (-4.0 * dy) + v11 * d4),
                v0 * d8 + v2 * d0 + (v1 * (2.0 * dy) + v3 * d1),
            ]
        ),
    )

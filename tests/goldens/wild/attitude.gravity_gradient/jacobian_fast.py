# Jacobian of gravity_gradient in 47 operations, 132 before the passes

import numpy as np


def gravity_gradient_jacobian(q, acceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    v0 = y * y
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    v1 = x * x + v0
    v2 = 4.0 * v1
    v3 = x * w
    v4 = z * y
    v5 = 2.0 * (ay - 2.0 * (v3 + v4))
    v3 = 4.0 * (v3 - v4)
    v4 = v3 - v5
    v6 = x * z
    v7 = w * y
    v8 = 4.0 * (v6 + v7)
    v6 = 2.0 * (ax - 2.0 * (v6 - v7))
    v7 = v8 + v6
    v1 = 4.0 * (w * w - (1.0 - 2.0 * v1 - az) + z * z)
    v9 = 16.0 * x
    v10 = y * v9
    v6 = v8 - v6
    v3 = -(v5 + v3)
    d5 = -2.0 * x
    d8 = -2.0 * z
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    return (
        np.array(
            [
                [v2, v4, v7, 0.0],
                [v4, v1 + x * v9, v10, v6],
                [v7, v10, v1 + 16.0 * v0, v3],
                [0.0, v6, v3, v2],
            ]
        ),
        np.array(
            [
                [y * 2.0, d5, 0.0],
                [d8, -2.0 * w, 4.0 * x],
                [w * 2.0, d8, 4.0 * y],
                [d5, -2.0 * y, 0.0],
            ]
        ),
    )

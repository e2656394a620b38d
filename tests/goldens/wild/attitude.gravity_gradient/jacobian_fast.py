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
    v6 = 4.0 * (v3 - v4)
    v7 = v6 - v5
    v8 = x * z
    v9 = w * y
    v10 = 4.0 * (v8 + v9)
    v11 = 2.0 * (ax - 2.0 * (v8 - v9))
    v12 = v10 + v11
    v13 = 4.0 * (w * w - (1.0 - 2.0 * v1 - az) + z * z)
    v14 = 16.0 * x
    v15 = y * v14
    v16 = v10 - v11
    v17 = -(v5 + v6)
    d18 = -2.0 * x
    d19 = -2.0 * z
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    return (
        np.array(
            [
                [v2, v7, v12, 0.0],
                [v7, v13 + x * v14, v15, v16],
                [v12, v15, v13 + 16.0 * v0, v17],
                [0.0, v16, v17, v2],
            ]
        ),
        np.array(
            [
                [y * 2.0, d18, 0.0],
                [d19, -2.0 * w, 4.0 * x],
                [w * 2.0, d19, 4.0 * y],
                [d18, -2.0 * y, 0.0],
            ]
        ),
    )

# Jacobian of gravity_gradient in 47 operations, 122 before the passes

import numpy as np


def gravity_gradient_jacobian(q, acceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    v0 = y * y
    v1 = x * x + v0
    v2 = 4.0 * v1
    v3 = x * w
    v4 = z * y
    d5 = 2.0 * (ay - 2.0 * (v3 + v4))
    d6 = 4.0 * (v3 - v4)
    d7 = d6 - d5
    v8 = x * z
    v9 = w * y
    d10 = 4.0 * (v8 + v9)
    d11 = 2.0 * (ax - 2.0 * (v8 - v9))
    d12 = d10 + d11
    d13 = 4.0 * (w * w - (1.0 - 2.0 * v1 - az) + z * z)
    d14 = 16.0 * x
    d15 = y * d14
    d16 = d10 - d11
    d17 = -(d5 + d6)
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    v18 = -2.0 * x
    v19 = -2.0 * z
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    return (
        np.array(
            [
                [v2, d7, d12, 0.0],
                [d7, d13 + x * d14, d15, d16],
                [d12, d15, d13 + 16.0 * v0, d17],
                [0.0, d16, d17, v2],
            ]
        ),
        np.array(
            [
                [y * 2.0, v18, 0.0],
                [v19, -2.0 * w, 4.0 * x],
                [w * 2.0, v19, 4.0 * y],
                [v18, -2.0 * y, 0.0],
            ]
        ),
    )

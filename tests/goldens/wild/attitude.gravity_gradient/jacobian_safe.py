# Jacobian of gravity_gradient in 64 operations, 124 before the passes

import numpy as np


def gravity_gradient_jacobian(q, acceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    jacobian03 = 2.0 * x
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    jacobian13 = 2.0 * y
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    jacobian22 = -4.0 * y
    v0 = 4.0 * x
    v1 = x * v0
    d2 = 2.0 * (2.0 * (w * x + y * z) - ay)
    d3 = w * v0
    d4 = d2 + d3
    v5 = z * v0
    d6 = 2.0 * (2.0 * (x * z - w * y) - ax)
    d7 = v5 - d6
    d8 = 4.0 * y
    d9 = z * d8
    d10 = 8.0 * x
    d11 = 4.0 * (w * w - (2.0 * (0.5 - x * x - y * y) - az) + z * z)
    d12 = w * d8
    d13 = d6 + d12 + v5
    d14 = 8.0 * y
    d15 = d2 + d9 - d3
    d16 = -2.0 * x
    d17 = -2.0 * z
    return (
        np.array(
            [
                [
                    v1 - y * jacobian22,
                    z * jacobian22 + d4,
                    d7 - w * jacobian22,
                    x * (d8 - d8),
                ],
                [d4 - d9, jacobian03 * d10 + d11, jacobian13 * d10, d13],
                [d12 + d7, jacobian03 * d14, jacobian13 * d14 + d11, d15],
                [0.0, d13, d15, y * d8 + v1],
            ]
        ),
        np.array(
            [
                [jacobian13, d16, 0.0],
                [d17, -2.0 * w, v0],
                [2.0 * w, d17, d8],
                [d16, -2.0 * y, 0.0],
            ]
        ),
    )

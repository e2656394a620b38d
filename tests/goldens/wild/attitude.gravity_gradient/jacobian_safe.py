# Jacobian of gravity_gradient in 71 operations, 134 before the passes

import numpy as np


def gravity_gradient_jacobian(q, acceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    jacobian00 = -2.0 * y
    jacobian01 = 2.0 * z
    jacobian02 = -2.0 * w
    jacobian03 = 2.0 * x
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    jacobian11 = 2.0 * w
    jacobian13 = 2.0 * y
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    jacobian21 = -4.0 * x
    jacobian22 = -4.0 * y
    v0 = jacobian03 * jacobian03
    v1 = 2.0 * (2.0 * (w * x + y * z) - ay)
    v2 = v1 + jacobian03 * jacobian11 + jacobian00 * jacobian01
    v3 = jacobian01 * jacobian03
    v4 = 2.0 * (2.0 * (x * z - w * y) - ax)
    v5 = v3 - v4 + jacobian00 * jacobian02
    v6 = jacobian03 * (jacobian13 - jacobian13)
    v7 = 2.0 * jacobian03
    v8 = 4.0 * (2.0 * (0.5 - x * x - y * y) - az) - jacobian01 * jacobian01
    v9 = jacobian01 * (jacobian11 - jacobian11)
    v10 = 2.0 * jacobian13
    v11 = v4 + jacobian11 * jacobian13 + v3
    v12 = v1 + jacobian01 * jacobian13 + jacobian02 * jacobian03
    d13 = -2.0 * x
    d14 = -2.0 * z
    return (
        np.array(
            [
                [v0 + jacobian00 * jacobian00, v2, v5, v6],
                [
                    v2,
                    jacobian11 * jacobian11 - jacobian21 * v7 - v8,
                    v9 - jacobian21 * v10,
                    v11,
                ],
                [
                    v5,
                    v9 - jacobian22 * v7,
                    jacobian02 * jacobian02 - jacobian22 * v10 - v8,
                    v12,
                ],
                [v6, v11, v12, jacobian13 * jacobian13 + v0],
            ]
        ),
        np.array(
            [
                [jacobian13, d13, 0.0],
                [d14, jacobian02, 4.0 * x],
                [jacobian11, d14, 4.0 * y],
                [d13, jacobian00, 0.0],
            ]
        ),
    )

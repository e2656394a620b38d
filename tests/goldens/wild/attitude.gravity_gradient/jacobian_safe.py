# Jacobian of gravity_gradient in 71 operations, 134 before the passes

import numpy as np


def gravity_gradient_jacobian(q, acceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    v0 = -2.0 * y
    v1 = 2.0 * z
    v2 = -2.0 * w
    v3 = 2.0 * x
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    v4 = 2.0 * w
    v5 = 2.0 * y
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    v6 = -4.0 * x
    v7 = -4.0 * y
    v8 = v3 * v3
    v9 = 2.0 * (2.0 * (w * x + y * z) - ay)
    v10 = v9 + v3 * v4 + v0 * v1
    v11 = v1 * v3
    v12 = 2.0 * (2.0 * (x * z - w * y) - ax)
    v13 = v11 - v12 + v0 * v2
    v14 = v3 * (v5 - v5)
    v15 = 2.0 * v3
    v16 = 4.0 * (2.0 * (0.5 - x * x - y * y) - az) - v1 * v1
    v17 = v1 * (v4 - v4)
    v18 = 2.0 * v5
    v11 = v12 + v4 * v5 + v11
    v1 = v9 + v1 * v5 + v2 * v3
    d3 = -2.0 * x
    d9 = -2.0 * z
    return (
        np.array(
            [
                [v8 + v0 * v0, v10, v13, v14],
                [v10, v4 * v4 - v6 * v15 - v16, v17 - v6 * v18, v11],
                [v13, v17 - v7 * v15, v2 * v2 - v7 * v18 - v16, v1],
                [v14, v11, v1, v5 * v5 + v8],
            ]
        ),
        np.array([[v5, d3, 0.0], [d9, v2, 4.0 * x], [v4, d9, 4.0 * y], [d3, v0, 0.0]]),
    )

# value and cotangents of gravity_gradient in 104 operations, 124 before the passes

import numpy as np


def gravity_gradient_value_and_vjp(q, acceleration, cotangent):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    cotangent0, cotangent1, cotangent2, cotangent3 = cotangent.tolist()
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    v0 = 2.0 * (x * z - w * y) - ax
    v1 = 2.0 * (w * x + y * z) - ay
    v2 = 2.0 * (0.5 - x * x - y * y) - az
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    v3 = -2.0 * y
    v4 = 2.0 * z
    v5 = -2.0 * w
    v6 = 2.0 * x
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    v7 = 2.0 * w
    v8 = 2.0 * y
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    v9 = -4.0 * x
    v10 = -4.0 * y
    # attitude.py:45  return jacobian.T @ f
    v11 = 0.0 * v2
    d12 = v8 * cotangent3 + v4 * cotangent2 + v7 * cotangent1 + v6 * cotangent0
    d13 = v6 * cotangent3 + v5 * cotangent2 + v4 * cotangent1 + v3 * cotangent0
    d14 = v10 * cotangent2 + v9 * cotangent1
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    v15 = 4.0 * v2
    d16 = 2.0 * (v0 * cotangent3 + v1 * cotangent0 - v6 * d14 + w * d12 + z * d13)
    d17 = 2.0 * (v1 * cotangent3 - v0 * cotangent0 - v8 * d14 + z * d12 - w * d13)
    return (
        np.array(
            [
                v3 * v0 + v6 * v1 + v11,
                v4 * v0 + v7 * v1 + v9 * v2,
                v5 * v0 + v4 * v1 + v10 * v2,
                v6 * v0 + v8 * v1 + v11,
            ]
        ),
        (
            np.array(
                [
                    2.0 * (v1 * cotangent1 - v0 * cotangent2 + x * d12 - y * d13),
                    d16 - cotangent1 * v15,
                    d17 - cotangent2 * v15,
                    2.0 * (v1 * cotangent2 + v0 * cotangent1 + y * d12 + x * d13),
                ]
            ),
            np.array([-d13, -d12, -d14]),
        ),
    )

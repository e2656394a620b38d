# value and cotangents of gravity_gradient in 104 operations, 114 before the passes

import numpy as np


def gravity_gradient_vjp(q, acceleration, cotangent):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    cotangent0, cotangent1, cotangent2, cotangent3 = cotangent.tolist()
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    f0 = 2.0 * (x * z - w * y) - ax
    f1 = 2.0 * (w * x + y * z) - ay
    f2 = 2.0 * (0.5 - x * x - y * y) - az
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
    # attitude.py:45  return jacobian.T @ f
    v0 = 0.0 * f2
    d1 = jacobian13 * cotangent3 + jacobian01 * cotangent2 + jacobian11 * cotangent1
    d2 = d1 + jacobian03 * cotangent0
    d3 = jacobian03 * cotangent3 + jacobian02 * cotangent2 + jacobian01 * cotangent1
    d4 = d3 + jacobian00 * cotangent0
    d5 = jacobian22 * cotangent2 + jacobian21 * cotangent1
    d6 = f0 * cotangent3 + f1 * cotangent0 - jacobian03 * d5 + w * d2 + z * d4
    v7 = 4.0 * f2
    d8 = f1 * cotangent3 - f0 * cotangent0 - jacobian13 * d5 + z * d2 - w * d4
    return (
        np.array(
            [
                jacobian00 * f0 + jacobian03 * f1 + v0,
                jacobian01 * f0 + jacobian11 * f1 + jacobian21 * f2,
                jacobian02 * f0 + jacobian01 * f1 + jacobian22 * f2,
                jacobian03 * f0 + jacobian13 * f1 + v0,
            ]
        ),
        (
            np.array(
                [
                    2.0 * (f1 * cotangent1 - f0 * cotangent2 + x * d2 - y * d4),
                    2.0 * d6 - cotangent1 * v7,
                    2.0 * d8 - cotangent2 * v7,
                    2.0 * (f1 * cotangent2 + f0 * cotangent1 + y * d2 + x * d4),
                ]
            ),
            np.array([-d4, -d2, -d5]),
        ),
    )

# value and tangent of gravity_gradient in 111 operations, 130 before the passes

import numpy as np


def gravity_gradient(q, acceleration, dq, dacceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    dw, dx, dy, dz = dq.tolist()
    dax, day, daz = dacceleration.tolist()
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    f0 = 2.0 * (x * z - w * y) - ax
    df0 = 2.0 * (z * dx + x * dz - (y * dw + w * dy)) - dax
    f1 = 2.0 * (w * x + y * z) - ay
    df1 = 2.0 * (x * dw + w * dx + (z * dy + y * dz)) - day
    v0 = 2.0 * x
    v1 = 2.0 * y
    f2 = 2.0 * (0.5 - x * x - y * y) - az
    df2 = 2.0 * (-(v0 * dx) - v1 * dy) - daz
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    jacobian00 = -2.0 * y
    jacobian01 = 2.0 * z
    djacobian01 = 2.0 * dz
    jacobian02 = -2.0 * w
    djacobian03 = 2.0 * dx
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    jacobian11 = 2.0 * w
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    jacobian21 = -4.0 * x
    jacobian22 = -4.0 * y
    # attitude.py:45  return jacobian.T @ f
    v2 = 0.0 * f2
    d3 = f0 * djacobian01 + jacobian01 * df0 + (f1 * (2.0 * dw) + jacobian11 * df1)
    d4 = f0 * (-2.0 * dw) + jacobian02 * df0 + (f1 * djacobian01 + jacobian01 * df1)
    return (
        np.array(
            [
                jacobian00 * f0 + v0 * f1 + v2,
                jacobian01 * f0 + jacobian11 * f1 + jacobian21 * f2,
                jacobian02 * f0 + jacobian01 * f1 + jacobian22 * f2,
                v0 * f0 + v1 * f1 + v2,
            ]
        ),
        np.array(
            [
                f0 * (-2.0 * dy) + jacobian00 * df0 + (f1 * djacobian03 + v0 * df1),
                d3 + (f2 * (-4.0 * dx) + jacobian21 * df2),
                d4 + (f2 * (-4.0 * dy) + jacobian22 * df2),
                f0 * djacobian03 + v0 * df0 + (f1 * (2.0 * dy) + v1 * df1),
            ]
        ),
    )

# value and tangent of gravity_gradient in 104 operations, 120 before the passes

import numpy as np


def gravity_gradient(q, acceleration, dq, dacceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    dw, dx, dy, dz = dq.tolist()
    dax, day, daz = dacceleration.tolist()
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    djacobian03 = 2.0 * dx
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    djacobian13 = 2.0 * dy
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    f0 = 2.0 * (x * z - w * y) - ax
    f1 = 2.0 * (w * x + y * z) - ay
    v0 = 2.0 * x
    v1 = 2.0 * y
    f2 = 2.0 * (0.5 - x * x - y * y) - az
    d2 = v0 * djacobian03 + v1 * djacobian13 + daz
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    jacobian00 = -2.0 * y
    jacobian01 = 2.0 * z
    djacobian01 = 2.0 * dz
    jacobian02 = -2.0 * w
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    jacobian11 = 2.0 * w
    djacobian11 = 2.0 * dw
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    d3 = z * djacobian03 + x * djacobian01 - y * djacobian11 - w * djacobian13
    df0 = d3 - dax
    d4 = x * djacobian11 + w * djacobian03 + z * djacobian13 + y * djacobian01
    df1 = d4 - day
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    jacobian21 = -4.0 * x
    jacobian22 = -4.0 * y
    # attitude.py:45  return jacobian.T @ f
    v5 = 0.0 * f2
    v6 = 4.0 * f2
    d7 = df0 * jacobian01 + f0 * djacobian01 + df1 * jacobian11 + f1 * djacobian11
    d8 = df0 * jacobian02 - f0 * djacobian11 + df1 * jacobian01 + f1 * djacobian01
    return (
        np.array(
            [
                jacobian00 * f0 + v0 * f1 + v5,
                jacobian01 * f0 + jacobian11 * f1 + jacobian21 * f2,
                jacobian02 * f0 + jacobian01 * f1 + jacobian22 * f2,
                v0 * f0 + v1 * f1 + v5,
            ]
        ),
        np.array(
            [
                df0 * jacobian00 - f0 * djacobian13 + df1 * v0 + f1 * djacobian03,
                d7 - d2 * jacobian21 - dx * v6,
                d8 - d2 * jacobian22 - dy * v6,
                df0 * v0 + f0 * djacobian03 + df1 * v1 + f1 * djacobian13,
            ]
        ),
    )

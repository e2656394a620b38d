# value and tangent of gravity_gradient in 104 operations, 120 before the passes

import numpy as np


def gravity_gradient(q, acceleration, dq, dacceleration):
    w, x, y, z = q.tolist()
    ax, ay, az = acceleration.tolist()
    dw, dx, dy, dz = dq.tolist()
    dax, day, daz = dacceleration.tolist()
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    f0 = 2.0 * (x * z - w * y) - ax
    f1 = 2.0 * (w * x + y * z) - ay
    d0 = 2.0 * dz
    d1 = 2.0 * dw
    v2 = 2.0 * x
    v3 = 2.0 * y
    f2 = 2.0 * (0.5 - x * x - y * y) - az
    # attitude.py:40  [-2 * y, 2 * z, -2 * w, 2 * x],
    jacobian00 = -2.0 * y
    jacobian01 = 2.0 * z
    jacobian02 = -2.0 * w
    # attitude.py:41  [2 * x, 2 * w, 2 * z, 2 * y],
    jacobian11 = 2.0 * w
    # attitude.py:42  [0, -4 * x, -4 * y, 0],
    jacobian21 = -4.0 * x
    jacobian22 = -4.0 * y
    # attitude.py:45  return jacobian.T @ f
    v4 = 0.0 * f2
    d5 = 2.0 * dx
    d6 = 2.0 * dy
    # attitude.py:37  f = np.array([2 * (x * z - w * y) - ax, 2 * (w * x + y * z) - a...
    df0 = z * d5 + x * d0 - y * d1 - w * d6 - dax
    df1 = x * d1 + w * d5 + z * d6 + y * d0 - day
    d7 = v2 * d5 + v3 * d6 + daz
    # attitude.py:45  return jacobian.T @ f
    v8 = 4.0 * f2
    d9 = df0 * jacobian01 + f0 * d0 + df1 * jacobian11 + f1 * d1 - d7 * jacobian21
    d10 = df0 * jacobian02 - f0 * d1 + df1 * jacobian01 + f1 * d0 - d7 * jacobian22
    return (
        np.array(
            [
                jacobian00 * f0 + v2 * f1 + v4,
                jacobian01 * f0 + jacobian11 * f1 + jacobian21 * f2,
                jacobian02 * f0 + jacobian01 * f1 + jacobian22 * f2,
                v2 * f0 + v3 * f1 + v4,
            ]
        ),
        np.array(
            [
                df0 * jacobian00 - f0 * d6 + df1 * v2 + f1 * d5,
                d9 - dx * v8,
                d10 - dy * v8,
                df0 * v2 + f0 * d5 + df1 * v3 + f1 * d6,
            ]
        ),
    )

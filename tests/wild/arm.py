"""Forward kinematics of a robot arm, the UR5, from its Denavit-Hartenberg parameters.

J. Denavit and R. S. Hartenberg (1955), A kinematic notation for lower-pair mechanisms based on
matrices, Journal of Applied Mechanics 22, 215-221. Universal Robots' published parameters, m and
rad.
"""

import numpy as np

A = [0.0, -0.425, -0.39225, 0.0, 0.0, 0.0]
D = [0.089159, 0.0, 0.0, 0.10915, 0.09465, 0.0823]
ALPHA = [np.pi / 2, 0.0, 0.0, np.pi / 2, -np.pi / 2, 0.0]


def link(theta, d, a, alpha):
    """From one joint's frame to the next: Rot z θ, Trans z d, Trans x a, Rot x α."""
    ct, st = np.cos(theta), np.sin(theta)
    ca, sa = np.cos(alpha), np.sin(alpha)
    return np.array(
        [
            [ct, -st * ca, st * sa, a * ct],
            [st, ct * ca, -ct * sa, a * st],
            [0.0, sa, ca, d],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )


def forward_kinematics(q):
    """(position, rotation) of the tool in the frame of the base, for six joint angles."""
    T = np.eye(4)
    for theta, d, a, alpha in zip(q, D, A, ALPHA, strict=True):
        T = T @ link(theta, d, a, alpha)
    return T[:3, 3], T[:3, :3]

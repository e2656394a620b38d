"""Explicit Runge-Kutta steps from their Butcher tableaux, on lists.

E. Hairer, S. P. Nørsett and G. Wanner (1993), Solving Ordinary Differential Equations I, 2nd
edition, Springer: tables II.1.2 (Kutta's) and II.5.2 (Dormand and Prince's 5(4)), the step size of
equation (II.4.13) and the orbit of equation (II.0.1).
"""

import math

KUTTA = {
    "nodes": [0, 1 / 2, 1 / 2, 1],
    "matrix": [[], [1 / 2], [0, 1 / 2], [0, 0, 1]],
    "weights": [1 / 6, 2 / 6, 2 / 6, 1 / 6],
}

DORMAND_PRINCE = {
    "nodes": [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1],
    "matrix": [
        [],
        [1 / 5],
        [3 / 40, 9 / 40],
        [44 / 45, -56 / 15, 32 / 9],
        [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
        [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
        [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
    ],
    "weights": [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84, 0],
    "embedded": [
        *[5179 / 57600, 0, 7571 / 16695, 393 / 640],
        *[-92097 / 339200, 187 / 2100, 1 / 40],
    ],
}


def combined(y, h, weights, slopes):
    """y + h Σ weight slope, component by component."""
    return [
        yi + h * sum(weight * slope[i] for weight, slope in zip(weights, slopes, strict=False))
        for i, yi in enumerate(y)
    ]


def stages(f, t, y, h, tableau):
    """The slopes k1, k2, ... of one step."""
    slopes = []
    for node, row in zip(tableau["nodes"], tableau["matrix"], strict=True):
        slopes.append(f(t + node * h, combined(y, h, row, slopes)))
    return slopes


def lorenz(t, state, sigma=10.0, rho=28.0, beta=8 / 3):
    """E. N. Lorenz (1963), Deterministic nonperiodic flow, equations (25) to (27)."""
    x, y, z = state
    return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]


def lorenz_step(state, h):
    """One step of Kutta's method along Lorenz' attractor."""
    return combined(state, h, KUTTA["weights"], stages(lorenz, 0.0, state, h, KUTTA))


def arenstorf(t, y, mu=0.012277471):
    """The restricted three-body problem, earth and moon: d(x, y, x', y')/dt."""
    y1, y2, v1, v2 = y
    rest = 1 - mu
    d1 = ((y1 + mu) ** 2 + y2**2) ** 1.5
    d2 = ((y1 - rest) ** 2 + y2**2) ** 1.5
    return [
        v1,
        v2,
        y1 + 2 * v2 - rest * (y1 + mu) / d1 - mu * (y1 - rest) / d2,
        y2 - 2 * v1 - rest * y2 / d1 - mu * y2 / d2,
    ]


def error_norm(y, new, estimate, tolerance):
    """The root mean square of new - estimate in units of the tolerance: equation (II.4.11)."""
    total = 0.0
    for before, after, other in zip(y, new, estimate, strict=True):
        scale = tolerance * (1 + max(abs(before), abs(after)))
        total += ((after - other) / scale) ** 2
    return math.sqrt(total / len(y))


def arenstorf_step(y, h):
    """(state, length) of the first step of at most h that Dormand and Prince's method accepts."""
    error = math.inf
    new = y
    while error > 1:
        slopes = stages(arenstorf, 0.0, y, h, DORMAND_PRINCE)
        new = combined(y, h, DORMAND_PRINCE["weights"], slopes)
        estimate = combined(y, h, DORMAND_PRINCE["embedded"], slopes)
        error = error_norm(y, new, estimate, 1e-6)
        if error > 1:
            h *= max(0.2, 0.9 * error ** (-1 / 5))
    return new, h

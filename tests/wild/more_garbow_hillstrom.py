"""The test problems for unconstrained optimization of Moré, Garbow and Hillstrom, all 35.

J. J. Moré, B. S. Garbow and K. E. Hillstrom (1981), Testing unconstrained optimization software,
ACM Transactions on Mathematical Software 7(1), 17-41, section 3. Each function returns the
residuals, of which the sum of squares is to be made small; the number is that of the paper.
`PROBLEMS` has the standard starting points and what the paper knows of the minima.
"""

import math
from typing import NamedTuple

import numpy as np


def rosenbrock(x):
    """1."""
    x1, x2 = x
    return [10 * (x2 - x1**2), 1 - x1]


def freudenstein_roth(x):
    """2."""
    x1, x2 = x
    return [-13 + x1 + ((5 - x2) * x2 - 2) * x2, -29 + x1 + ((x2 + 1) * x2 - 14) * x2]


def powell_badly_scaled(x):
    """3."""
    x1, x2 = x
    return [1e4 * x1 * x2 - 1, math.exp(-x1) + math.exp(-x2) - 1.0001]


def brown_badly_scaled(x):
    """4."""
    x1, x2 = x
    return [x1 - 1e6, x2 - 2e-6, x1 * x2 - 2]


def beale(x):
    """5."""
    x1, x2 = x
    return [y - x1 * (1 - x2**i) for i, y in enumerate([1.5, 2.25, 2.625], start=1)]


def jennrich_sampson(x):
    """6, of ten residuals."""
    i = np.arange(1, 11)
    return 2 + 2 * i - (np.exp(i * x[0]) + np.exp(i * x[1]))


def helical_valley(x):
    """7."""
    x1, x2, x3 = x
    theta = math.atan(x2 / x1) / (2 * math.pi)
    if x1 < 0:
        theta += 0.5
    return [10 * (x3 - 10 * theta), 10 * (math.sqrt(x1**2 + x2**2) - 1), x3]


BARD_Y = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39]


def bard(x):
    """8."""
    x1, x2, x3 = x
    residuals = []
    for u, y in enumerate(BARD_Y, start=1):
        v = 16 - u
        w = min(u, v)
        residuals.append(y - (x1 + u / (v * x2 + w * x3)))
    return residuals


GAUSSIAN_Y = [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989]
GAUSSIAN_Y += GAUSSIAN_Y[-2::-1]


def gaussian(x):
    """9."""
    x1, x2, x3 = x
    t = (8 - np.arange(1, 16)) / 2
    return x1 * np.exp(-x2 * (t - x3) ** 2 / 2) - GAUSSIAN_Y


MEYER_Y = [
    *[34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744],
    *[8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872],
]


def meyer(x):
    """10, a thermistor's resistance."""
    x1, x2, x3 = x
    return [x1 * math.exp(x2 / (45 + 5 * i + x3)) - y for i, y in enumerate(MEYER_Y, start=1)]


def gulf(x):
    """11, Gulf research and development, of twenty residuals.

    The paper prints |y m i x2| for |y - x2|, with which the stated minimum is no minimum.
    """
    x1, x2, x3 = x
    t = np.arange(1, 21) / 100
    y = 25 + (-50 * np.log(t)) ** (2 / 3)
    return np.exp(-(np.abs(y - x2) ** x3) / x1) - t


def box_3d(x):
    """12, of ten residuals."""
    x1, x2, x3 = x
    residuals = []
    for i in range(1, 11):
        t = 0.1 * i
        decay = math.exp(-t) - math.exp(-10 * t)
        residuals.append(math.exp(-t * x1) - math.exp(-t * x2) - x3 * decay)
    return residuals


def powell_singular(x):
    """13."""
    x1, x2, x3, x4 = x
    return [
        x1 + 10 * x2,
        math.sqrt(5) * (x3 - x4),
        (x2 - 2 * x3) ** 2,
        math.sqrt(10) * (x1 - x4) ** 2,
    ]


def wood(x):
    """14."""
    x1, x2, x3, x4 = x
    return [
        10 * (x2 - x1**2),
        1 - x1,
        math.sqrt(90) * (x4 - x3**2),
        1 - x3,
        math.sqrt(10) * (x2 + x4 - 2),
        (x2 - x4) / math.sqrt(10),
    ]


KOWALIK_Y = np.array(
    [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246]
)
KOWALIK_U = np.array([4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625])


def kowalik_osborne(x):
    """15."""
    u = KOWALIK_U
    return KOWALIK_Y - x[0] * (u**2 + u * x[1]) / (u**2 + u * x[2] + x[3])


def brown_dennis(x):
    """16, of twenty residuals."""
    t = np.arange(1, 21) / 5
    line = x[0] + t * x[1] - np.exp(t)
    wave = x[2] + x[3] * np.sin(t) - np.cos(t)
    return line**2 + wave**2


OSBORNE_1_Y = [
    *[0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751],
    *[0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490],
    *[0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406],
]


def osborne_1(x):
    """17, the sum of two decays."""
    x1, x2, x3, x4, x5 = x
    residuals = []
    for i, y in enumerate(OSBORNE_1_Y):
        t = 10 * i
        residuals.append(y - (x1 + x2 * math.exp(-t * x4) + x3 * math.exp(-t * x5)))
    return residuals


def biggs_exp6(x):
    """18, of thirteen residuals."""
    x1, x2, x3, x4, x5, x6 = x
    t = 0.1 * np.arange(1, 14)
    y = np.exp(-t) - 5 * np.exp(-10 * t) + 3 * np.exp(-4 * t)
    return x3 * np.exp(-t * x1) - x4 * np.exp(-t * x2) + x6 * np.exp(-t * x5) - y


OSBORNE_2_Y = [
    *[1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608],
    *[0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661],
    *[0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428],
    *[0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559],
    *[0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054],
]


def osborne_2(x):
    """19, a decay and three peaks."""
    t = np.arange(65) / 10
    model = x[0] * np.exp(-t * x[4])
    for height, width, centre in zip(x[1:4], x[5:8], x[8:], strict=True):
        model = model + height * np.exp(-((t - centre) ** 2) * width)
    return OSBORNE_2_Y - model


def watson(x):
    """20."""
    residuals = []
    for i in range(1, 30):
        t = i / 29
        slope = sum(j * xj * t ** (j - 1) for j, xj in enumerate(x) if j > 0)
        value = sum(xj * t**j for j, xj in enumerate(x))
        residuals.append(slope - value**2 - 1)
    return [*residuals, x[0], x[1] - x[0] ** 2 - 1]


def extended_rosenbrock(x):
    """21."""
    residuals = []
    for odd, even in zip(x[::2], x[1::2], strict=True):
        residuals += [10 * (even - odd**2), 1 - odd]
    return residuals


def extended_powell(x):
    """22."""
    x1, x2, x3, x4 = x[0::4], x[1::4], x[2::4], x[3::4]
    blocks = [
        x1 + 10 * x2,
        np.sqrt(5) * (x3 - x4),
        (x2 - 2 * x3) ** 2,
        np.sqrt(10) * (x1 - x4) ** 2,
    ]
    return np.stack(blocks, axis=1).ravel()


def penalty_1(x):
    """23."""
    return np.append(np.sqrt(1e-5) * (x - 1), x @ x - 0.25)


def penalty_2(x):
    """24."""
    n = len(x)
    root = math.sqrt(1e-5)
    residuals = [x[0] - 0.2]
    for i in range(2, n + 1):
        y = math.exp(i / 10) + math.exp((i - 1) / 10)
        residuals.append(root * (math.exp(x[i - 1] / 10) + math.exp(x[i - 2] / 10) - y))
    for xi in x[1:]:
        residuals.append(root * (math.exp(xi / 10) - math.exp(-1 / 10)))
    total = 0.0
    for i, xi in enumerate(x):
        total += (n - i) * xi**2
    return [*residuals, total - 1]


def variably_dimensioned(x):
    """25."""
    weighted = np.arange(1, len(x) + 1) @ (x - 1)
    return np.concatenate([x - 1, [weighted, weighted**2]])


def trigonometric(x):
    """26."""
    n = len(x)
    i = np.arange(1, n + 1)
    return n - np.sum(np.cos(x)) + i * (1 - np.cos(x)) - np.sin(x)


def brown_almost_linear(x):
    """27."""
    total = sum(x)
    return [xi + total - (len(x) + 1) for xi in x[:-1]] + [math.prod(x) - 1]


def discrete_boundary_value(x):
    """28."""
    n = len(x)
    h = 1 / (n + 1)
    t = h * np.arange(1, n + 1)
    padded = np.concatenate([[0.0], x, [0.0]])
    return 2 * x - padded[:-2] - padded[2:] + h**2 * (x + t + 1) ** 3 / 2


def discrete_integral(x):
    """29."""
    n = len(x)
    h = 1 / (n + 1)
    t = h * np.arange(1, n + 1)
    cubes = (x + t + 1) ** 3
    below = np.cumsum(t * cubes)
    above = np.sum((1 - t) * cubes) - np.cumsum((1 - t) * cubes)
    return x + h * ((1 - t) * below + t * above) / 2


def broyden_tridiagonal(x):
    """30."""
    residuals = (3 - 2 * x) * x + 1
    residuals[1:] -= x[:-1]
    residuals[:-1] -= 2 * x[1:]
    return residuals


def broyden_banded(x):
    """31."""
    residuals = []
    for i, xi in enumerate(x):
        band = 0.0
        for j in range(max(0, i - 5), min(len(x), i + 2)):
            if j != i:
                band += x[j] * (1 + x[j])
        residuals.append(xi * (2 + 5 * xi**2) + 1 - band)
    return residuals


def linear_full_rank(x):
    """32, of ten residuals."""
    residuals = np.full(10, -2 * np.sum(x) / 10 - 1)
    residuals[: len(x)] += x
    return residuals


def linear_rank_1(x):
    """33, of ten residuals."""
    return np.outer(np.arange(1, 11), np.arange(1, len(x) + 1)) @ x - 1


def linear_rank_1_with_zeros(x):
    """34, of ten residuals: the columns and rows at the ends are zero."""
    inner = sum(j * xj for j, xj in enumerate(x[1:-1], start=2))
    return [-1.0] + [i * inner - 1 for i in range(1, 9)] + [-1.0]


def chebyquad(x):
    """35: Chebyshev polynomials, shifted to [0, 1]; their means at x less their integrals."""
    n = len(x)
    previous = np.ones(n)
    current = 2 * x - 1
    residuals = []
    for i in range(1, n + 1):
        integral = 0.0 if i % 2 else -1 / (i**2 - 1)
        residuals.append(np.mean(current) - integral)
        previous, current = current, 2 * (2 * x - 1) * current - previous
    return np.array(residuals)


class Problem(NamedTuple):
    """`minimum` is of the sum of squares, as the paper prints it, and is at `minimiser`."""

    function: object
    start: object
    minimum: float | None
    minimiser: object = None


def steps(n):
    """1/(n + 1), ..., n/(n + 1)."""
    return np.arange(1, n + 1) / (n + 1)


PROBLEMS = [
    Problem(rosenbrock, [-1.2, 1.0], 0.0, [1.0, 1.0]),
    Problem(freudenstein_roth, [0.5, -2.0], 0.0, [5.0, 4.0]),
    Problem(powell_badly_scaled, [0.0, 1.0], 0.0, [1.098e-5, 9.106]),
    Problem(brown_badly_scaled, [1.0, 1.0], 0.0, [1e6, 2e-6]),
    Problem(beale, [1.0, 1.0], 0.0, [3.0, 0.5]),
    Problem(jennrich_sampson, np.array([0.3, 0.4]), 124.362, np.array([0.2578, 0.2578])),
    Problem(helical_valley, [-1.0, 0.0, 0.0], 0.0, [1.0, 0.0, 0.0]),
    Problem(bard, [1.0, 1.0, 1.0], 8.21487e-3),
    Problem(gaussian, np.array([0.4, 1.0, 0.0]), 1.12793e-8),
    Problem(meyer, [0.02, 4000.0, 250.0], 87.9458),
    Problem(gulf, np.array([5.0, 2.5, 0.15]), 0.0, np.array([50.0, 25.0, 1.5])),
    Problem(box_3d, [0.0, 10.0, 20.0], 0.0, [1.0, 10.0, 1.0]),
    Problem(powell_singular, [3.0, -1.0, 0.0, 1.0], 0.0, [0.0] * 4),
    Problem(wood, [-3.0, -1.0, -3.0, -1.0], 0.0, [1.0] * 4),
    Problem(kowalik_osborne, np.array([0.25, 0.39, 0.415, 0.39]), 3.07505e-4),
    Problem(brown_dennis, np.array([25.0, 5.0, -5.0, -1.0]), 85822.2),
    Problem(osborne_1, [0.5, 1.5, -1.0, 0.01, 0.02], 5.46489e-5),
    Problem(biggs_exp6, np.array([1.0, 2, 1, 1, 1, 1]), 0.0, np.array([1.0, 10, 1, 5, 4, 3])),
    Problem(
        osborne_2, np.array([1.3, 0.65, 0.65, 0.7, 0.6, 3.0, 5.0, 7.0, 2.0, 4.5, 5.5]), 4.01377e-2
    ),
    Problem(watson, [0.0] * 6, 2.28767e-3),
    Problem(extended_rosenbrock, [-1.2, 1.0] * 3, 0.0, [1.0] * 6),
    Problem(extended_powell, np.array([3.0, -1.0, 0.0, 1.0] * 2), 0.0, np.zeros(8)),
    Problem(penalty_1, np.arange(1.0, 5.0), 2.24997e-5),
    Problem(penalty_2, [0.5] * 4, 9.37629e-6),
    Problem(variably_dimensioned, 1 - np.arange(1, 7) / 6, 0.0, np.ones(6)),
    Problem(trigonometric, np.full(5, 1 / 5), 0.0, np.zeros(5)),
    Problem(brown_almost_linear, [0.5] * 5, 0.0, [1.0] * 5),
    Problem(discrete_boundary_value, steps(8) * (steps(8) - 1), 0.0),
    Problem(discrete_integral, steps(8) * (steps(8) - 1), 0.0),
    Problem(broyden_tridiagonal, np.full(7, -1.0), 0.0),
    Problem(broyden_banded, [-1.0] * 8, 0.0),
    Problem(linear_full_rank, np.ones(6), 10.0 - 6.0, np.full(6, -1.0)),
    Problem(linear_rank_1, np.ones(5), 10 * 9 / (2 * 21)),
    Problem(linear_rank_1_with_zeros, [1.0] * 5, (10**2 + 3 * 10 - 6) / (2 * 17)),
    Problem(chebyquad, steps(8), 3.51687e-3),
]

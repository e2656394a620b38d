"""Every derivative of every function of `tests/wild`, at every level, against eager Duals.

First derivatives are those of Duals that run through the function, second ones those of Duals that
run through its Jacobian, and of differences of its tangents. `test_wild` holds tangents against
closed forms. Entries count in proportion to their arguments (dx = x), and an error in proportion to
the largest entry of its row and to the value, as rounding does.

What takes more than a second or two is marked slow, and smaller functions of the same make, or the
goldens, whose numbers are compared too, stand for it by default.
"""

import numpy as np
import pytest

import lazyad as la
from tests.by_duals import columns_of_duals, ends, entries, places
from tests.test_wild import (
    ACCELERATION,
    CASES,
    GYRO,
    TILTED,
    Case,
    case_id,
    differences,
    direction_at,
    leaves,
    matrices,
    parts,
)
from tests.wild import attitude, determinant, more_garbow_hillstrom, options

LEVELS = ["none", "strict", "safe", "fast"]
POINTS = 4  # are enough of a case: a matrix has its rows in 24 orders


# -- what stands for the functions whose derivatives take long


def madgwick_update(dt, beta):
    return attitude.madgwick_update(TILTED, GYRO, ACCELERATION, dt, beta)


def implied_volatility(price):
    """Three steps of `options.implied_volatility` instead of fifty."""
    volatility = 0.3
    for _ in range(3):
        error = options.call_price(42.0, 40.0, 0.1, volatility, 0.5) - price
        d1, _ = options.d1_d2(42.0, 40.0, 0.1, volatility, 0.5)
        step = error / (42.0 * options.norm_pdf(d1) * 0.5**0.5)
        volatility -= step
        if abs(step) < 1e-12:
            break
    return volatility


def eccentric_anomaly(mean_anomaly, eccentricity):
    """Three steps of `kepler_newton.eccentric_anomaly` instead of twenty."""
    anomaly = mean_anomaly + eccentricity / 2
    for _ in range(3):
        residual = anomaly - eccentricity * np.sin(anomaly) - mean_anomaly
        step = residual / (1 - eccentricity * np.cos(anomaly))
        anomaly -= step
        if abs(step) < 1e-12:
            break
    return anomaly


SMALLER = [
    Case(madgwick_update, [(0.01, 0.033)]),
    Case(implied_volatility, [(4.76,), (5.5,)]),
    Case(eccentric_anomaly, [(1.2, 0.3), (0.2, 0.9)]),
    Case(more_garbow_hillstrom.chebyquad, [(more_garbow_hillstrom.steps(4),)]),
    Case(determinant.det_lu, matrices(2)),
    Case(determinant.det_householder, matrices(2)),
]
SLOW_FIRST = """
    bard brown_dennis chebyquad det_householder det_lu drag_coefficient eccentric_anomaly elements
    forward_kinematics gulf implied_volatility log_likelihood lorenz_step madgwick_update net_force
    osborne_1 osborne_2 predict pressure residual_helmholtz true_anomaly update watson
""".split()
SLOW_SECOND = [
    *SLOW_FIRST,
    *"call_price derivative energy gaussian kowalik_osborne meyer normalised observe".split(),
    "put_price",
]


def marked(slow):
    """Each case, slow or not."""
    marks = {True: [pytest.mark.slow], False: []}
    found = [(case, marks[case.function.__name__ in slow]) for case in CASES]
    found += [(case, []) for case in SMALLER]
    return [
        pytest.param(case, marks=marks, id=case_id(case) + "-smaller" * (case in SMALLER))
        for case, marks in found
    ]


# -- the comparison


def scales_of(args):
    return np.array([abs(x) or 1.0 for x in leaves(args)])


def assert_rows(got, want, sizes, what, tolerance=1e-12):
    """Each row of derivatives within tolerance, relative to its largest entry and its size."""
    assert got.shape == want.shape, what
    wrong, largest = (abs(x).reshape(len(want), -1).max(axis=1) for x in (got - want, want))
    assert (wrong <= tolerance * (largest + sizes)).all(), f"{what}: {max(wrong)}"


def summed(function):
    """The sum of all that a function returns, which is one number."""

    def total(*args):
        return sum(ends(function(*args)))

    return total


@pytest.mark.parametrize("case", marked(SLOW_FIRST))
@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")
def test_first_derivatives(case):
    """jvp, grad (of the sum where there are several numbers) and jacobian."""
    function, points = case.function, case.points[:POINTS]
    plain = la.compile(function, optimize="none")
    wants = [columns_of_duals(plain, args) for args in points]
    one = parts(function(*points[0])) is None
    for level in LEVELS:
        compiled = la.compile(function, optimize=level)
        gradient = compiled.grad if one else la.grad(summed(function), optimize=level)
        for args, want in zip(points, wants, strict=True):
            value, by, direction = function(*args), scales_of(args), leaves(direction_at(args))
            sizes = np.abs(leaves(value))
            _, tangent = compiled.jvp(args, direction_at(args))
            spread = sizes + abs(want) @ np.abs(direction)
            assert_rows(np.array(leaves(tangent)), want @ direction, spread, f"jvp, {level}")
            jacobian = entries(value, compiled.jacobian(*args))
            assert_rows(jacobian * by, want * by, sizes, f"jacobian, {level}")
            got, total = np.array(leaves(gradient(*args))), want.sum(axis=0)
            spread = sum(sizes) + (abs(want) * by).sum()
            assert_rows((got * by)[None], (total * by)[None], spread, f"grad, {level}")


@pytest.mark.parametrize("case", marked(SLOW_SECOND))
@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")
def test_second_derivatives(case):
    """hessian, of functions of several numbers too."""
    function, args = case.function, case.points[0]
    value, by, direction = function(*args), scales_of(args), direction_at(args)
    plain = la.compile(function, optimize="none")
    jacobian, along = plain.jacobian(*args), np.array(leaves(direction))
    first = entries(value, jacobian)
    want = second(value, jacobian, columns_of_duals(plain.jacobian, args)) * np.outer(by, by)
    sizes = np.abs(leaves(value)) + abs(first * by).max(axis=1)

    def tangent(*args):
        return plain.jvp(args, direction)[1]

    curved = np.array(leaves(differences(tangent, args, direction)))
    found = (want / np.outer(by, by)) @ along @ along
    assert_rows(found, curved, sizes + abs(want).max(axis=(1, 2)), "differences", 1e-6)
    for level in LEVELS:
        hessian = la.hessian(function, optimize=level)(*args)
        got = second(value, jacobian, entries(jacobian, hessian)) * np.outer(by, by)
        assert_rows(got, want, sizes, f"hessian, {level}", 1e-11)


def second(value, jacobian, matrix):
    """Rows for the numbers of a Jacobian as one matrix for each number of the value."""
    return matrix[places(value, jacobian)]

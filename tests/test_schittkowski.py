"""Problems of Hock and Schittkowski (1981) and of Schittkowski (1987), from their formulas.

At "fast" sums are regrouped, and many of these are 0 where they matter: at a start point, and at
the solution. What cancels there may cost no more than 1e-12 of the largest term; the terms, and
their derivatives, are computed one by one at "strict".
"""

import math
from math import asin, sin, sqrt

import numpy as np
import pytest

import lazyad as la

A, B = asin(sqrt(1.0 / 4.2)), asin(sqrt(5.0 / 7.2))


def hs26(x1, x2, x3):
    yield (x1 - x2) ** 2, (x2 - x3) ** 4
    yield (1 + x2**2) * x1, x3**4, -3.0


def hs56(x1, x2, x3, x4, x5, x6, x7):
    yield (-x1 * x2 * x3,)
    yield x1, -4.2 * sin(x4) ** 2
    yield x2, -4.2 * sin(x5) ** 2
    yield x3, -4.2 * sin(x6) ** 2
    yield x1, 2 * x2, 2 * x3, -7.2 * sin(x7) ** 2


def s365(x1, x2, x3, x4, x5, x6, x7):
    p = sqrt(x2**2) + x3**2
    q = sqrt(x3**2) + (x2 - x1) ** 2
    yield (x4 - x6) ** 2, (x5 - x7) ** 2, -4.0
    yield (x3 * x4 - x2 * x5) / p, -1.0
    yield (x3 * x6 - x2 * x7) / p, -1.0
    yield (x1 * x3 + (x2 - x1) * x5 - x3 * x4) / q, -1.0
    yield (x1 * x3 + (x2 - x1) * x7 - x3 * x6) / q, -1.0


POINTS = [
    (hs26, (-2.6, 2.0, 2.0)),
    (hs26, (1.0, 1.0, 1.0)),
    (hs26, (1.0, 1.0 + 2e-16, 1.0 - 1e-9)),
    (hs56, (1.0, 1.0, 1.0, A, A, A, B)),
    (
        hs56,
        (2.4, 1.2, 1.2, asin(sqrt(4 / 7)), asin(sqrt(2 / 7)), asin(sqrt(2 / 7)), math.pi / 2),
    ),
    (s365, (3.0, 0.0, 2.0, -1.5, 1.5, 5.0, 0.0)),
    (s365, (4.8284, -0.3, 4.8284, 1.0, 2.4142, 2.4142, 1.0)),
]


def residuals(problem):
    return lambda x: [sum(terms) for terms in problem(*x)]


def merit(problem):
    """The residuals of the constraints under one roof."""
    return lambda x: sum(sum(terms) ** 2 for terms in problem(*x))


def terms(problem):
    return lambda x: [term for terms in problem(*x) for term in terms]


def derivatives(function, optimize):
    f = la.compile(function, optimize=optimize)
    jacobian = la.jacobian(function, optimize=optimize)
    hessian = la.jacobian(lambda x: la.jacobian(function)(x), optimize=optimize)
    return [lambda x, g=g: np.array(g(x), dtype=float) for g in (f, jacobian, hessian)]


@pytest.mark.parametrize("optimize", [pytest.param("safe", marks=pytest.mark.slow), "fast"])
@pytest.mark.parametrize(
    ("problem", "point"),
    [pytest.param(*one, marks=[pytest.mark.slow] * (one[0] is s365)) for one in POINTS],
)
def test_what_cancels_costs_nothing(problem, point, optimize):
    ends = np.cumsum([len(terms) for terms in problem(*point)])[:-1]
    for ours, alone in zip(
        derivatives(residuals(problem), optimize),
        derivatives(terms(problem), "strict"),
        strict=True,
    ):
        groups = np.split(alone(list(point)), ends)
        exact = [np.vectorize(lambda *g: math.fsum(g))(*group) for group in groups]
        most = [np.abs(group).max() for group in groups]
        for got, right, size in zip(ours(list(point)), exact, most, strict=True):
            assert np.abs(got - right).max() <= 1e-12 * size


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
@pytest.mark.parametrize(("problem", "point"), POINTS)
def test_slopes_are_those_of_differences(problem, point, optimize):
    f = merit(problem)
    slopes = la.grad(f, optimize=optimize)(list(point))
    for k, slope in enumerate(slopes):
        up, down = list(point), list(point)
        up[k], down[k] = up[k] + 1e-6, down[k] - 1e-6
        assert slope == pytest.approx((f(up) - f(down)) / 2e-6, rel=1e-5, abs=1e-5)


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
@pytest.mark.parametrize("make", [list, pytest.param(np.array, marks=pytest.mark.slow)])
def test_a_root_of_a_square_is_an_absolute_value(make, optimize):
    """S365 starts at x2 = 0, where sqrt(x2**2) has the slope that abs(x2) has."""
    f = residuals(s365)
    g = la.jacobian(f, optimize=optimize)
    at = [3.0, 0.0, 2.0, -1.5, 1.5, 5.0, 0.0]
    assert np.array(g(make(at)))[1] == pytest.approx([0, -1.5 / 4, 1.5 / 4, 0.5, 0, 0, 0])
    below, above = (la.grad(lambda x: sqrt(x * x), optimize=optimize)(x) for x in (-1e-200, 1e-200))
    assert (below, above) == (-1.0, 1.0)
    assert la.grad(lambda x: sqrt(x**2), optimize=optimize)(0.0) == 0.0
    assert la.grad(lambda x, y: sqrt((x - y) ** 2), optimize=optimize)(1.5, 1.5) == (0.0, 0.0)

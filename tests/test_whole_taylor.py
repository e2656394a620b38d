"""Taylor coefficients of whole arrays, through scans too, are derivatives of derivatives."""

import math

import numpy as np
import pytest
from scipy import linalg, special

import lazyad as la
from lazyad.values.structure import leaves
from tests.helpers_names.checks import three_parts

RNG = np.random.default_rng(2)
A, X = RNG.normal(size=(3, 3)) + 3.0 * np.eye(3), RNG.normal(size=3)
ORDER = 4


def scanned(a, x):
    return la.scan(lambda c, row: (np.tanh(0.3 * a @ c + row), c.sum()), x, a)


def nested(a, x):
    def step(c, row):
        inner, _ = la.scan(lambda d, one: (d * one + 0.1, None), c, np.cos(a))
        return np.sin(inner + row), None

    return la.scan(step, x, a, reverse=True)[0]


def decided(a, x):
    while x @ x > 0.1:
        x = 0.5 * x - 0.02 * (a @ x)
    return x


def in_place(a, x):
    out = np.zeros((3, 3))
    out[1:] = a[:2] * x
    out[0] = np.exp(x)
    return out @ x


FUNCTIONS = {
    "elements": lambda a, x: np.sin(x) * np.exp(x)[:, None] + a,
    "products": lambda a, x: (a @ x).sum() * np.cumsum(x) + np.einsum("ij,jk,k->i", a, a, x),
    "joined": lambda a, x: np.concatenate([a, 2.0 * x[None], np.ones((1, 3))]),
    "extremes": lambda a, x: a.max(axis=1) * x.min() + np.sort(x),
    "running": lambda a, x: np.prod(a, axis=0) + np.cumprod(x),
    "softmax": lambda a, x: special.softmax(a @ x) * special.logsumexp(a, axis=0),
    "solved": lambda a, x: np.linalg.solve(a, x) + np.linalg.inv(a)[0] * np.linalg.det(a),
    "factored": lambda a, x: np.linalg.cholesky(a @ a.T) @ x,
    "normalised": lambda a, x: (a - a.mean(0)) / a.std(0) + np.linalg.norm(x),
    "chosen": lambda a, x: np.where(a > 0.0, a**2, x * a),
    "places": lambda a, x: a[[0, 2, 2]] * x[np.array([1, 1, 0])] + np.roll(a, 1, 0),
    "spectrum": lambda a, x: np.abs(np.fft.rfft(a)) ** 2,
    **{one.__name__: one for one in (scanned, nested, decided, in_place)},
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_coefficients_are_derivatives(name):
    function = FUNCTIONS[name]
    directions = RNG.normal(size=(3, 3)), RNG.normal(size=3)
    found = la.compile(function, target="array").taylor(ORDER)(A, X, *directions)

    def moved(t):
        return function(A + t * directions[0], X + t * directions[1])

    def derived(before):
        return la.compile(lambda t: before.jvp((t,), (1.0,))[1], target="array")

    along = la.compile(moved, target="array")
    for k in range(ORDER + 1):
        value = along(0.0)
        pairs = [*zip(leaves(found[k]), leaves(value), strict=True)]
        for mine, wanted in pairs if type(value) is tuple else [(found[k], value)]:
            assert np.shape(mine) == np.shape(wanted)
            scale = 1.0 + np.abs(wanted).max()
            np.testing.assert_allclose(
                mine * math.factorial(k), wanted, rtol=1e-10, atol=1e-11 * scale
            )
        along = derived(along)


def test_a_scan_stays_one():
    source = la.compile(scanned, target="array").taylor(3).lower(A, X, A, X).source
    assert source.count("for ") == 1


def values(a):
    return np.linalg.eigh(a)[0]


def exponential(a):
    return linalg.expm(a)


def singular(a):
    return np.linalg.svd(a)[1]


@pytest.mark.parametrize("function", [values, exponential, singular])
def test_rows_without_series_are_refused(function):
    with pytest.raises(TypeError) as caught:
        la.compile(function, target="array").taylor(2)(A, A)
    three_parts(caught, "Taylor coefficients")

"""The functions of `math` at eight points a time: digits, and every special number."""

import math
import operator
import sys

import mpmath
import numpy as np
import pytest

import lazyad as la
from lazyad.graph import OPS

pytest.importorskip("llvmlite")

# Every special number, and what is about to overflow, to underflow, or to be an integer no more.
HARD = [0.0, math.inf, math.nan, 5e-324, 1e-320, 2.3e-308, 1e-300, 1e-17, 1 / 3, 0.5, 1.0, 1.5]
HARD += [math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0), 2.0, 3.0, 8.0, 22.0, 1e22, 1e300]
HARD += [709.782712893384, 709.7827128933841, 745.1332191019411, 745.1332191019412, 711.0, 1074.0]
HARD += [1023.999, 1024.0, 1075.5, 2.0**45, 2.0**53 - 1.0, 2.0**53 + 2.0, sys.float_info.max]
POINTS = 600


def spread(low, high):
    """Of both signs, as many of each power of ten."""
    return lambda rng: rng.choice([-1.0, 1.0], POINTS) * 10.0 ** rng.uniform(low, high, POINTS)


def between(low, high):
    return lambda rng: rng.uniform(low, high, POINTS)


def positive(low, high):
    return lambda rng: 10.0 ** rng.uniform(low, high, POINTS)


def around_one(rng):
    return 1.0 + spread(-16.0, -1.0)(rng)


def quarters(rng):
    """Whole numbers of right angles, as near as a float is to one."""
    return rng.integers(10**9, size=POINTS) * (math.pi / 2.0)


# Where it is tried; NumPy's name; mpmath's function.
ONE = {
    "exp": ([between(-745, 709), spread(-9, 2)], "exp", mpmath.exp),
    "exp2": ([between(-1074, 1023), spread(-9, 2)], "exp2", lambda x: mpmath.mpf(2) ** x),
    "expm1": ([between(-40, 709), spread(-300, 1)], "expm1", mpmath.expm1),
    "tanh": ([between(-25, 25), spread(-300, 0)], "tanh", mpmath.tanh),
    "sinh": ([between(-710, 710), spread(-300, 1.5)], "sinh", mpmath.sinh),
    "cosh": ([between(-710, 710), spread(-3, 1.5)], "cosh", mpmath.cosh),
    "log": ([positive(-320, 308), around_one], "log", mpmath.log),
    "log2": ([positive(-320, 308), around_one], "log2", lambda x: mpmath.log(x, 2)),
    "log10": ([positive(-320, 308), around_one], "log10", mpmath.log10),
    "log1p": ([positive(-300, 308), spread(-16, -0.01)], "log1p", mpmath.log1p),
    "cbrt": ([positive(-320, 308), between(0, 2)], "cbrt", mpmath.cbrt),
    "sin": ([spread(-8, 15), quarters], "sin", mpmath.sin),
    "cos": ([spread(-8, 15), quarters], "cos", mpmath.cos),
    "tan": ([spread(-8, 15), quarters], "tan", mpmath.tan),
    "atan": ([spread(-300, 300), spread(-1, 1)], "arctan", mpmath.atan),
    "asin": ([between(-1, 1), spread(-300, 0)], "arcsin", mpmath.asin),
    "acos": ([between(-1, 1), lambda rng: 1.0 - positive(-16, 0)(rng)], "arccos", mpmath.acos),
    "erf": ([between(-6.5, 6.5), spread(-300, 0)], "", mpmath.erf),
    "erfc": ([between(-6.5, 10), spread(-300, 0), between(0, 6)], "", mpmath.erfc),
    "bell": ([between(-25, 25), spread(-2, 1)], "", lambda x: mpmath.exp(-x * x)),
}
TWO = {
    "pow": (
        [
            (positive(-300, 300), between(-3, 3)),
            (between(0.5, 2), between(-900, 900)),
            (around_one, spread(0, 13)),
        ],
        "power",
        mpmath.power,
    ),
    "hypot": (
        [(spread(-320, 307), spread(-320, 307)), (spread(-1, 1),) * 2],
        "hypot",
        mpmath.hypot,
    ),
    "atan2": ([(spread(-100, 100),) * 2, (spread(-1, 1),) * 2], "arctan2", mpmath.atan2),
    "copysign": ([], "copysign", None),
}
OTHERS = {"erf": math.erf, "erfc": math.erfc, "bell": lambda x: math.exp(-x * x)}


def compiled(name):
    function = (
        operator.pow if name == "pow" else OPS[name] if name == "bell" else getattr(math, name)
    )
    if name in TWO:
        return la.compile(lambda x, y: function(x, y), target="native").batch
    return la.compile(lambda x: function(x), target="native").batch


@pytest.mark.parametrize("name", [*ONE, *TWO])
def test_two_units_in_the_last_place(name):
    rng, f = np.random.default_rng(4), compiled(name)
    draws, _, exact = (ONE | TWO)[name]
    with mpmath.workdps(50):
        for draw in draws:
            columns = [one(rng) for one in (draw if name in TWO else (draw,))]
            for got, *point in zip(
                f(*columns).tolist(), *[one.tolist() for one in columns], strict=True
            ):
                true = exact(*map(mpmath.mpf, point))
                if abs(true) < sys.float_info.max:
                    assert abs(got - true) <= 2.0 * math.ulp(float(true)), point


@pytest.mark.parametrize("name", [*ONE, *TWO])
def test_special_numbers(name):
    """As NumPy has them, also the sign of 0; also nans whose last bits say something, which are no
    place in a table."""
    numbers = np.array([sign * one for one in HARD for sign in (1.0, -1.0)])
    columns = [one.ravel() for one in np.meshgrid(*[numbers] * (1 + (name in TWO)))]
    f = compiled(name)
    got = f(*columns)
    numpy_name = (ONE | TWO)[name][1]
    with np.errstate(all="ignore"):
        function = getattr(np, numpy_name) if numpy_name else np.vectorize(OTHERS[name], otypes="d")
        expected = function(*columns)
        near = np.abs(got - expected) <= 2.0 * np.spacing(np.abs(expected))
    same = (got == expected) | near & (np.abs(got) < np.inf)
    same = same & (np.signbit(got) == np.signbit(expected)) | np.isnan(got) & np.isnan(expected)
    assert same.all(), [
        (*(one[at] for one in columns), got[at]) for at in np.flatnonzero(~same)[:5]
    ]
    nans = np.array([0x7FF8000000000000 + at * 0x123456789 for at in range(64)], "u8").view(float)
    assert np.isnan(f(*[nans] * (1 + (name in TWO)))[1:]).all()


def test_quotients_by_one_number():
    """Each is rounded as it is alone, also where its inverse is infinite or has less than full
    length, and where the numbers of a neighbour are."""
    f = la.compile(lambda x, y, z, d: (x / d, y / d, (z / d, 1.0 / d)), target="native")
    edges = [0.0, 1.0, 5e-324, 1e-310, 2.0**-1022, 2.0**-600, 3.0, 1e200, 2.0**1022, 1.7e308]
    edges += [math.inf, math.nan, *np.nextafter(2.0 ** np.arange(-3, 4), 0.0)]
    edges = np.array([*edges, *[-one for one in edges]])
    random = np.random.default_rng(0)
    mild = random.standard_normal((4, 100_000)) * 2.0 ** random.integers(-80, 80, (4, 100_000))
    wild = random.choice(edges, (4, 20_001))
    small = mild * 2.0 ** np.array([[-985], [-1000], [-1060], [0]])
    with np.errstate(all="ignore"):
        far = np.ldexp(mild, random.integers(-1080, 1020, mild.shape))
    for columns in (mild, wild, small, far, np.where(random.random(wild.shape) < 0.05, wild, 1.5)):
        x, y, z, d = np.ascontiguousarray(columns)
        found = f.batch(x, y, z, d)
        with np.errstate(all="ignore"):
            expected = x / d, y / d, z / d, 1.0 / d
        for one, other in zip([*found[:2], *found[2]], expected, strict=True):
            assert np.array_equal(one, other, equal_nan=True)
            signed = np.isfinite(one)
            assert np.array_equal(np.signbit(one)[signed], np.signbit(other)[signed])


def test_a_point_does_not_ask_its_neighbours():
    """Where a number of a block is far away, all of it is computed once more, to the same bits."""
    f = la.compile(
        lambda x, y: (math.sin(x), math.cos(x) / y, math.log(y), x / y, 1.0 / y), target="native"
    )
    x, y = np.random.default_rng(0).uniform(0.1, 9.0, (2, 64))
    alone = f.batch(x, y)
    x[::5], y[3::9] = 1e300, 1e-310
    same = (x < 10.0) & (y > 0.1)
    for one, other in zip(alone, f.batch(x, y), strict=True):
        assert np.array_equal(one[same], other[same])
    for name, at in (("sin", 0), ("log", 2)):
        of = (x, None, y)[at]
        got = f.batch(x, y)[at]
        want = [getattr(math, name)(one) for one in of]
        assert got == pytest.approx(want, rel=5e-16)

"""Singular points: NumPy's numbers give inf and nan, Python's raise with the user's line."""

import dataclasses
import decimal
import fractions
import functools
import io
import math
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from typing import NamedTuple

import mpmath
import numpy as np
import pytest

import lazyad as la
from lazyad.values import progress
from lazyad.values.origin import State, state
from tests.helpers_names.checks import three_parts

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
LEVELS = ["none", "strict", "safe", "fast"]


def same(found, expected):
    np.testing.assert_equal(np.asarray(found), np.asarray(expected))


# -- beyond floats

QUOTIENTS = [
    (lambda m, x: 1 / (1 + m.exp(x))),
    (lambda m, x: m.exp(-x) / (1 + m.exp(-x)) ** 2),
    (lambda m, x: x * m.exp(x) / (3 + m.exp(x))),
    (lambda m, x: (m.exp(x) - m.exp(-x)) / (m.exp(x) + m.exp(-x))),
    (lambda m, x: m.exp(x) / (m.exp(x) + m.exp(x / 2) + 7)),
    (lambda m, x: 1 / m.cosh(x) ** 2),
    (lambda m, x: x**3 / (m.exp(x) - 1)),
    (lambda m, x: x**2 * m.exp(x) / m.expm1(x) ** 2),
    (lambda m, x: m.cosh(x) / m.sinh(x)),
    (lambda m, x: m.exp(-m.exp(x))),
    (lambda m, x: 1 / m.sqrt(1 + m.exp(x))),
    (lambda m, x: x / (1 + 3 / m.power(x * x, x * x))),
    (lambda m, x: x * m.power(x * x, x * x) / (3 + m.power(x * x, x * x))),
]


@pytest.mark.parametrize("level", ["safe", pytest.param("fast", marks=pytest.mark.slow)])
@pytest.mark.parametrize("at", range(len(QUOTIENTS)))
def test_what_overflows_on_the_way_has_its_value_and_slopes(at, level):
    f = QUOTIENTS[at]
    compiled = la.compile(lambda x: f(np, x), optimize=level)
    for x in (-800.0, 800.0):
        with mpmath.workdps(40):
            true = mpmath.taylor(lambda x: f(mpmath, x), x, 2, h=mpmath.mpf(10) ** -9)
        found = [compiled(x), compiled.grad(x), 0.5 * compiled.hessian(x)]
        for got, wanted in list(zip(found, true, strict=True))[math.isinf(found[0]) :]:
            assert got == pytest.approx(float(wanted), rel=1e-8, abs=1e-150)


@pytest.mark.parametrize(
    ("function", "wanted"),
    [
        (lambda x: (np.exp(x) + x) - np.exp(x), 800.0),
        (lambda x: np.log(1.0 + np.exp(-x)) * np.exp(x), 1.0),
        (lambda x: np.exp(-x) * np.tanh(-x) * np.exp(x), -1.0),
        (lambda x: (np.exp(x * x) + x) - np.exp(x * x), math.nan),
        (lambda x: (1.0 - np.cos(np.exp(-x))) / np.exp(-2.0 * x), math.nan),
        (lambda x: np.arctan(np.exp(-x)) / np.exp(-x), math.nan),
        (lambda x: np.exp(x * x) * np.exp(-x * x - 1.0) * np.arctan(x) / np.exp(x * x), math.nan),
        (lambda x: np.where(np.exp(x) < np.exp(2.0 * x), np.exp(x) / np.exp(x), 0.0), 0.0),
        (lambda x: np.where(np.exp(x) < np.exp(2 * x), 0.0, np.exp(x) / np.exp(x)), math.nan),
    ],
)
def test_what_loses_all_of_its_digits_on_the_way_stays_nan(function, wanted):
    assert la.compile(function)(np.float64(800.0)) == pytest.approx(wanted, nan_ok=True)


def test_what_overflows_on_the_way_is_not_looked_at_again_if_strict_or_by_python():
    assert math.isnan(la.grad(lambda x: 1 / (1 + np.exp(x)), optimize="strict")(800.0))
    with pytest.raises(OverflowError):
        la.grad(lambda x: 1 / (1 + math.exp(x)))(800.0)
    assert math.isnan(la.compile(lambda x: np.exp(x) * 0 + np.log(-x))(800.0))
    assert la.compile(lambda x: x * x * x / np.exp(np.log(x * x)) / x)(1e-170) == pytest.approx(1.0)


# -- values

BY_NUMPY = {
    "exp": (lambda x: np.exp(x), 1000.0, math.inf),
    "log": (lambda x: np.log(x), 0.0, -math.inf),
    "log of a negative": (lambda x: np.log(x), -1.0, math.nan),
    "sqrt": (lambda x: np.sqrt(x), -1.0, math.nan),
    "arcsin": (lambda x: np.arcsin(x), 2.0, math.nan),
    "arctanh": (lambda x: np.arctanh(x), 1.0, math.inf),
    "sin of inf": (lambda x: np.sin(x), math.inf, math.nan),
    "power": (lambda x: np.power(x, 0.3), -2.0, math.nan),
    "divide": (lambda x: np.divide(1.0, x), 0.0, math.inf),
    "floor": (lambda x: np.floor(x), math.inf, math.inf),
    "remainder": (lambda x: np.remainder(1.0, x), 0.0, math.nan),
    "log1p": (lambda x: np.log1p(x), -1.0, -math.inf),
    "a constant of NumPy's": (lambda x: x / np.float64(0.0), 1.0, math.inf),
}
OPERATORS = {
    "1/x": (lambda x: 1 / x, 0.0, math.inf),
    "1/-0": (lambda x: 1 / x, -0.0, -math.inf),
    "0/0": (lambda x: x / (2.0 * x), 0.0, math.nan),
    "x**-1": (lambda x: x**-1, 0.0, math.inf),
    "x**-2.5": (lambda x: x**-2.5, 0.0, math.inf),
    "x**0.3": (lambda x: x**0.3, -2.0, math.nan),
    "abs(x**0.3)": (lambda x: abs(x**0.3), -2.0, math.nan),
    "(-2)**x": (lambda x: (-2.0) ** x, 0.5, math.nan),
    "x % 0": (lambda x: x % 0.0, 1.0, math.nan),
    "overflow": (lambda x: x**400, 10.0, math.inf),
    "of a result": (lambda x: 1 / (x * 2.0 - 2.0), 1.0, math.inf),
}


@pytest.mark.parametrize("name", BY_NUMPY)
def test_numpys_functions_give_inf_and_nan_also_of_floats(name):
    f, x, expected = BY_NUMPY[name]
    for level in LEVELS:
        compiled = la.compile(f, optimize=level)
        for given in (x, np.float64(x), np.array(x)):
            same(compiled(given), expected)
        same(compiled(np.array([x, 0.5, x]))[[0, 2]], [expected, expected])


@pytest.mark.parametrize("name", OPERATORS)
def test_operators_follow_the_numbers_they_are_given(name):
    f, x, expected = OPERATORS[name]
    for level in LEVELS[: 3 if name == "0/0" else 4]:  # where x/x is 1 at "fast"
        compiled = la.compile(f, optimize=level)
        for given in (np.float64(x), np.array(x), np.array([x])[0]):
            same(compiled(given), expected)
        same(compiled(np.array([x, 0.75]))[0], expected)
        same(
            la.compile(lambda xs, f=f: [f(v) for v in xs], optimize=level)(np.array([x]))[0],
            expected,
        )
        with pytest.raises((ArithmeticError, ValueError)) as error:
            compiled(x)
        names = getattr(error.value, "__notes__", [traceback.extract_tb(error.tb)[-1].filename])
        assert any("test_numpy_rules.py" in name for name in names)


def test_the_exception_is_pythons():
    for f, x in [(lambda x: x**-0.5, 0.0), (lambda x: 1 / x, 0.0), (lambda x: 10.0**x, 400.0)]:
        with pytest.raises(ArithmeticError) as expected:
            f(x)
        with pytest.raises(type(expected.value)) as error:
            la.compile(f)(x)
        assert str(error.value) == str(expected.value)


def test_no_complex_number_leaves_a_kernel():
    compiled = la.compile(lambda x, y: abs(x**y) + 1.0)
    with pytest.raises(ValueError, match="no real number") as error:
        compiled(-2.0, 0.5)
    assert "where: test_numpy_rules.py" in str(error.value)
    assert "instead: " in str(error.value)
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        compiled.kernel(-2.0, 0.5, 1.0, 1.0)
    with pytest.raises(ValueError, match="no real number"):
        compiled.grad(-2.0, 0.5)
    assert compiled(-2.0, 3.0) == 9.0
    third = la.compile(lambda x, n: (x * 0.0 - 8.0) ** (1 / n))
    assert math.isnan(third(np.float64(1.0), 3.0))
    heights = np.array([1.0, -2.0])  # of which one is taken where x says
    assert math.isnan(la.compile(lambda x: heights[int(x)] ** 0.3)(1.5))


def test_math_is_pythons_whatever_it_is_given():
    with pytest.raises(ValueError, match=r"math domain|expected a") as error:
        la.compile(lambda x: math.log(x[0]))(np.zeros(2))
    assert "math.log(x[0])" in error.value.__notes__[0]
    with pytest.raises(OverflowError):
        la.compile(lambda x: math.exp(x))(np.float64(1000.0))
    with pytest.raises(ZeroDivisionError):  # what math returns is a float
        la.compile(lambda x: 1 / math.sin(x))(np.float64(0.0))
    assert la.compile(lambda x: x / math.cos(0.0))(np.float64(2.0)) == 2.0


def test_what_comes_out_of_an_array_is_numpys():
    def f(a, b):
        v = np.array([a, b])
        c, _ = v
        return v[0] / v[1] + c

    for level in LEVELS:
        assert la.compile(f, optimize=level)(1.0, 0.0) == math.inf
        assert la.grad(f, optimize=level)(1.0, 0.0) == (math.inf, -math.inf)
    assert "return a / b + a" in la.compile(f).primal.source
    assert la.compile(lambda x: 1 / np.asarray(x)[()])(0.0) == math.inf


def test_numbers_in_containers_follow_their_own_rules():
    f = la.compile(lambda p: p["a"][0] / p["b"])
    assert f({"a": [1.0], "b": np.float64(0.0)}) == math.inf
    assert f({"a": [np.float64(1.0)], "b": 0.0}) == math.inf
    assert f({"a": [np.array(1.0)], "b": 0}) == math.inf
    with pytest.raises(ZeroDivisionError):
        f({"a": [1.0], "b": 0.0})
    with pytest.raises(ZeroDivisionError):
        f({"a": [fractions.Fraction(1)], "b": 0})


class Pair(NamedTuple):
    a: float
    b: float


@dataclasses.dataclass(frozen=True)
class Point:
    a: float
    b: float
    c: float = dataclasses.field(init=False, default=2.0)


def test_the_result_is_built_as_the_kernel_builds_it():
    def f(x):
        y = x / x
        return {"p": Pair(y, 1.0), "q": [Point(y, x), (x,)], "r": np.array([[y, x]])}

    found, expected = la.compile(f)(np.float64(0.0)), la.compile(f)(np.float64(1.0))
    assert type(found["p"]) is Pair
    assert math.isnan(found["p"].a)
    assert found["q"][0].b == 0.0
    assert found["q"][0].c == expected["q"][0].c == 2.0
    assert found["q"][1] == (0.0,)
    same(found["r"], [[math.nan, 0.0]])
    assert la.compile(lambda x: (x / x, np.zeros((0, 2)) * x))(np.float64(0))[1].shape == (0, 2)


# -- derivatives


@pytest.mark.parametrize("level", LEVELS)
def test_where_no_derivative_exists(level):
    x = np.array([0.0, 1.0, 4.0])
    for f in (lambda x: np.sum(np.sqrt(x)), lambda x: sum(math.sqrt(v) for v in x)):
        same(la.grad(f, optimize=level)(x), [math.inf, 0.5, 0.25])
        value, gradient = la.value_and_grad(f, optimize=level)(x)
        assert value == 3.0
        same(gradient, [math.inf, 0.5, 0.25])
        assert la.hessian(f, optimize=level)(x)[0, 0] == -math.inf
        compiled = la.compile(f, optimize=level)
        assert compiled.jvp((x,), (np.ones(3),)) == (3.0, math.inf)
        same(compiled.vjp((x,), 1.0)[1][0], [math.inf, 0.5, 0.25])
        assert compiled.hvp((x,), (np.ones(3),))[0] == -math.inf
    same(la.jacobian(lambda x: np.sqrt(x), optimize=level)(x).diagonal(), [math.inf, 0.5, 0.25])
    assert la.grad(lambda x: np.sqrt(x), optimize=level)(0.0) == math.inf
    assert la.grad(lambda x: 1 / x, optimize=level)(np.float64(0.0)) == -math.inf
    assert la.grad(lambda x: x**-1, optimize=level)(np.float64(0.0)) == -math.inf
    assert la.taylor(lambda x: np.log(x), 2, optimize=level)(0.0, 1.0)[1] == math.inf
    for derivative in (la.grad, la.hessian, la.value_and_grad):
        with pytest.raises(ZeroDivisionError) as error:
            derivative(lambda x: math.sqrt(x), optimize=level)(0.0)
        assert "math.sqrt(x)" in error.value.__notes__[0]


def test_one_zero_in_an_array_does_not_fail_the_call():
    x = np.array([2.0, 0.0, 3.0])
    for f in (lambda x: np.sum(x * np.sqrt(x)), lambda x: sum(v * math.sqrt(v) for v in x)):
        found = la.grad(f)(x)
        assert found[[0, 2]] == pytest.approx(1.5 * np.sqrt([2.0, 3.0]))
    same(la.compile(lambda x: 1 / x)(x), [0.5, math.inf, 1 / 3.0])


def test_branches_and_exceptions_of_the_users():
    def f(x):
        if x < 0:
            raise ValueError("negative")
        if x < 1:
            return 1 / x
        return np.log(x - 1)

    compiled = la.compile(f)
    assert compiled(np.float64(0.0)) == math.inf
    assert compiled(np.float64(1.0)) == compiled(1.0) == -math.inf
    assert compiled.grad(np.float64(0.0)) == -math.inf
    for x in (-1.0, np.float64(-1.0)):
        with pytest.raises(ValueError, match="negative"):
            compiled(x)
    with pytest.raises(ZeroDivisionError):
        compiled(0.0)
    both = la.compile(lambda x, y: (np.log(x), math.log(y)))
    assert both(0.0, 1.0) == (-math.inf, 0.0)
    with pytest.raises(ValueError, match=r"math domain|expected a") as error:
        both(0.0, 0.0)
    assert "math.log(y)" in error.value.__notes__[0]
    assert np.isnan(la.compile(lambda x: np.where(x > 0, np.log(x), x / x))(np.zeros(2))).all()


def test_compiled_functions_within_others_keep_their_rules():
    inner = la.compile(lambda x: math.sqrt(x) + np.log(x))
    outer = la.compile(lambda x: inner(x) * 1.0)
    assert outer(0.0) == outer(np.float64(0.0)) == -math.inf
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        outer(np.float64(-1.0))
    reciprocal = la.compile(lambda x: 1 / x)
    twice = la.compile(lambda x: reciprocal(x) + reciprocal.grad(2.0 * x) * 0.0)
    assert math.isnan(twice(np.float64(0.0)))
    with pytest.raises(ZeroDivisionError):
        twice(0.0)


def reciprocal_and_exp(x):
    return 1 / x + np.exp(1000 * x) + math.sqrt(abs(x))


def test_pickles_answer_alike():
    compiled = la.compile(reciprocal_and_exp)
    compiled(2.0)
    compiled(np.float64(2.0))
    again = pickle.loads(pickle.dumps(compiled))
    for x in (0.0, 2.0, np.float64(0.0), np.float64(2.0), np.array(0.0)):
        for call in (
            lambda f, x=x: f(x),
            lambda f, x=x: f.jvp((x,), (1.0,)),
            lambda f, x=x: f.grad(x),
        ):
            try:
                expected = call(compiled)
            except ZeroDivisionError:
                with pytest.raises(ZeroDivisionError):
                    call(again)
            else:
                same(call(again), expected)


def test_pickles_and_graphs_take_numbers_that_they_were_not_made_for():
    again = pickle.loads(pickle.dumps(la.compile(reciprocal_and_exp)))
    for x in (2.0, np.float64(2.0), np.array(2.0), np.float32(2.0), fractions.Fraction(2)):
        assert again(x) == reciprocal_and_exp(2.0)
        assert again.jvp((x,), (x,)) == again.jvp((2.0,), (2.0,))
        assert again.grad(x) == again.grad(2.0)
    again = pickle.loads(pickle.dumps(la.compile(reciprocal_and_exp, target="numpy")))
    same(again(np.array([2.0])), [reciprocal_and_exp(2.0)])
    x = la.Node.input("x")
    assert la.compile(la.Graph([x], 1.0 / x))(np.float64(2.0)) == 0.5


def test_a_line_search_steps_into_nan_and_back():
    optimize = pytest.importorskip("scipy.optimize")

    def barrier(x):
        return np.sum(x) - 0.1 * np.sum(np.log(x)) + 1 / np.sqrt(x[0])

    def slope(x):
        return 1 - 0.1 / x - np.array([0.5 / np.sqrt(x[0]) ** 3, 0.0])

    f = la.compile(barrier)
    begin = np.array([40.0, 0.01])
    with np.errstate(all="ignore"):
        expected = optimize.minimize(barrier, begin, jac=slope, method="SLSQP")
    found = optimize.minimize(f, begin, jac=f.grad, method="SLSQP")
    assert found.success
    assert (found.nit, found.nfev) == (expected.nit, expected.nfev)
    assert found.x == pytest.approx(expected.x)
    assert math.isnan(f(-begin))  # where some of the steps went
    assert np.isnan(f.grad(-begin)[0])


def test_errors_of_numpys_are_raised_by_no_kernel():
    def f(x):
        try:
            with np.errstate(divide="raise"):
                return np.log(x)
        except FloatingPointError:
            return -1.0

    with pytest.raises(TypeError) as error:
        la.compile(f)(2.0)
    three_parts(error, "'raise', which a kernel does not know", where="test_numpy_rules.py:")

    def g(x):
        with np.errstate(divide="ignore"):
            return np.log(x)

    assert la.compile(g)(0.0) == -math.inf


def test_floats_keep_their_trace():
    compiled = la.compile(lambda x: 1 / x)
    assert compiled(2.0) == 0.5
    plain = compiled.lowered
    assert compiled(np.float64(2.0)) == 0.5
    assert compiled.lowered is not plain  # NumPy's rules hold in its trace
    assert compiled(4) == 0.25
    assert compiled.lowered is plain
    assert compiled(np.float64(4.0)) == 0.25
    which, _, source = compiled.source.partition("\n")
    assert source == plain.source  # which nothing is checked in
    assert "for x: a number of NumPy's; <lambda> is compiled for 2 structures" in which


def test_threads_keep_their_rules_apart():
    compiled, found = la.compile(lambda x: 1 / x), {}

    def work(x):
        try:
            found[type(x)] = [compiled(x) for _ in range(50)][-1]
        except ZeroDivisionError:
            found[type(x)] = None

    threads = [threading.Thread(target=work, args=(x,)) for x in (0.0, np.float64(0.0))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {float: None, np.float64: math.inf}


# -- the numbers that enter a kernel


def difference(p, q):
    return abs(float(p) - float(q)) + 1.0 * p * q


NARROW = [np.uint8, np.int8, np.int32, np.uint64, np.float16, np.float32, np.longdouble]


@pytest.mark.parametrize("kind", [*NARROW, fractions.Fraction])
@pytest.mark.parametrize("target", ["python", "numpy"])
def test_numbers_enter_as_floats(kind, target):
    f = la.compile(difference, target=target)
    p, q = kind(1), kind(3)
    assert f(p, q) == f(1.0, q) == f(p, 3.0) == 5.0
    assert type(f(p, q)) in (float, np.float64)
    assert f.grad(p, q) == f.grad(1.0, q) == (2.0, 2.0)
    assert f.hessian(p, q) == ((0.0, 1.0), (1.0, 0.0))
    assert f.jvp((p, q), (kind(0), kind(2))) == f.jvp((1.0, 3.0), (0.0, kind(2))) == (5.0, 4.0)
    assert f.vjp((p, q), kind(100)) == (5.0, (200.0, 200.0))
    assert f.hvp((p, q), (kind(1), kind(0))) == (0.0, 1.0)
    nested = la.compile(lambda d: difference(d["a"][0], d["b"].b), target=target)
    assert nested({"a": [p], "b": Pair(p, q)}) == 5.0
    assert nested({"a": (p,), "b": Point(p, q)}) == 5.0
    assert nested.grad({"a": [p], "b": Pair(p, q)})["b"].b == 2.0


def test_numbers_enter_within_another_trace():
    inner = la.compile(lambda p: 1.0 * p * p)
    for value in (np.uint8(20), np.array([20, 1], np.uint8), fractions.Fraction(20)):
        assert la.compile(lambda x, value=value: x * np.sum(inner(value)))(1.0) in (400.0, 401.0)


@pytest.mark.parametrize("kind", NARROW)
def test_arrays_enter_as_float64(kind):
    x, y = np.array([1, 100], kind), np.array([3, 120], kind)
    expected = (1.0 * x.astype(float) - y) ** 3
    for target in ("python", "numpy"):
        f = la.compile(lambda x, y: (1.0 * x - y) ** 3, target=target)
        found = f(x, y)
        assert found.dtype == float
        same(found, expected)
        same(f.jvp((x, y), (x, y))[1], 3.0 * expected)
        same(f.vjp((x, y), x)[1][0], 3.0 * (1.0 * x.astype(float) - y) ** 2 * x.astype(float))
    assert la.grad(lambda x: np.sum(x * x))(x).dtype == float
    same(la.grad(lambda x: np.sum(np.square(x)))([*x]), 2.0 * x.astype(float))


def test_what_overflowed_in_a_narrow_dtype():
    assert la.compile(lambda x: (1.0 * x) ** 2, target="numpy")(np.int32([60000])) == 3.6e9
    assert la.compile(lambda x: x * x)(np.float32(1e30)) == float(np.float32(1e30)) ** 2
    same(
        la.compile(lambda x: x * x, target="numpy")(np.float32([1e30])),
        [float(np.float32(1e30)) ** 2],
    )
    same(
        la.compile(lambda m: 1.0 * m + 1.0 * m, target="numpy")(np.array([True, False])), [2.0, 0.0]
    )
    assert la.compile(lambda x: x[0] ** 30)(np.array([10, 1])) == 1e30
    assert la.compile(lambda n: n * n * n)(3**20) == 3**60  # Python's ints stay what they are


@pytest.mark.parametrize("target", ["python", "numpy"])
def test_what_is_no_number_is_refused(target):
    f = la.compile(lambda x: x * 2.0, target=target)
    for bad in (
        decimal.Decimal(1),
        np.array([None]),
    ):
        with pytest.raises(TypeError, match="instead: "):
            f(bad)
    with pytest.raises(OverflowError, match="instead: "):
        f(fractions.Fraction(10**400))
    half = np.array([fractions.Fraction(1, 2)])
    if target == "python":
        same(f(half), [1.0])


# -- the numpy target: one number at many points

OF_ELEMENTS = {
    "sum": lambda x: np.sum(x),
    "dot": lambda x: np.dot(x, x),
    "norm": lambda x: np.linalg.norm(x),
    "mean": lambda x: np.mean(x),
    "std": lambda x: np.std(x),
    "max": lambda x: np.max(x),
    "median": lambda x: np.median(x),
    "prod": lambda x: np.prod(x),
    "cumsum": lambda x: np.cumsum(x),
    "sort": lambda x: np.sort(x),
    "size": lambda x: np.size(x) * x,
    "reduce": lambda x: np.add.reduce(x),
    "outer": lambda x: np.multiply.outer(x, x),
    "matmul": lambda x: np.matmul(x, x),
    "@": lambda x: x @ x,
    "len": lambda x: len(x) * x,
    "index": lambda x: x[0],
    "slice": lambda x: x[1:] * 2.0,
    "iteration": lambda x: sum(x),
    "builtin max": lambda x: max(x),
    "unpacking": lambda x: math.hypot(*x),
    "concatenation": lambda x: np.concatenate([x, x]),
    "sum of an array": lambda x: np.sum(np.asarray(x)),
    "its method": lambda x: np.asarray(x).sum(),
    "inside": lambda x: np.exp(x) / np.sum(np.exp(x)),
}


@pytest.mark.parametrize("name", OF_ELEMENTS)
def test_the_numpy_target_has_no_elements(name):
    f = OF_ELEMENTS[name]
    for make in (la.compile, la.grad, la.jacobian):
        with pytest.raises((TypeError, ValueError, AttributeError)) as error:
            make(f, target="numpy")(np.array([1.0, 2.0, 3.0]))
        assert "where: test_numpy_rules.py" in str(error.value)
        assert "instead: the target 'python'" in str(error.value)


def test_softmax_in_the_numpy_target():
    special = pytest.importorskip("scipy.special")
    with pytest.raises(TypeError, match="one number at many points"):
        la.compile(lambda x: special.softmax(x), target="numpy")(np.arange(3.0))


def test_numbers_side_by_side_are_no_array_of_points():
    f = la.compile(
        lambda x, y: np.sum([x, y]) + np.linalg.norm([x, y]) + np.clip(x, 0.0, 1.0), target="numpy"
    )
    x, y = np.array([3.0, 0.0]), np.array([4.0, 1.0])
    same(f(x, y), [13.0, 2.0])
    same(la.compile(lambda x: np.mean([x, 3.0 * x]), target="numpy")(x), 2.0 * x)
    same(la.compile(lambda x: np.std([x, 3.0 * x]), target="numpy")(x), x)
    same(la.compile(lambda x: np.interp(x, [0.0, 4.0], [1.0, 5.0]), target="numpy")(x), x + 1.0)


def test_every_entry_has_all_the_points():
    x = np.arange(3.0)

    def compiled(f):
        return la.compile(f, target="numpy")

    same(la.grad(lambda x: 2 * x, target="numpy")(x), [2.0, 2.0, 2.0])
    same(compiled(lambda x: 5.0)(x), [5.0, 5.0, 5.0])
    value, slope = compiled(lambda x: x + 1.0).jvp((x,), (1.0,))
    same(slope, np.ones(3))
    (a, b), (c, d) = compiled(lambda x, y: x * x * y).hessian(x, 2.0)
    same([a, b, c, d], [np.full(3, 4.0), 2 * x, 2 * x, np.zeros(3)])
    found = compiled(lambda x, y: (x, 3.0, {"a": y}, Pair(y, 1.0))).jacobian(x, np.ones((2, 1)))
    shapes = {np.shape(leaf) for row in (found[0], found[1], found[2]["a"]) for leaf in row}
    assert shapes == {(2, 3)}
    value, (dx, dy) = compiled(lambda x, y: x + y).vjp((x, 1.0), 1.0)
    assert value.shape == dx.shape == dy.shape == (3,)
    dx[0] = 7.0  # an array of its own
    same(dy, np.ones(3))
    assert la.grad(lambda x: 2 * x, target="numpy")(1.0) == 2.0
    assert compiled(lambda x: 2.0)(np.zeros((0, 3))).shape == (0, 3)
    with pytest.raises(ValueError, match="instead: "):
        compiled(lambda x, y: x)(x, np.ones(2))


def test_singular_points_in_the_numpy_target():
    f = la.compile(lambda x: 1 / x, target="numpy")
    with np.errstate(all="ignore"):
        assert f(np.float64(0.0)) == math.inf
        same(f(np.array([0.0, 2.0])), [math.inf, 0.5])
        root = la.compile(lambda x: x**0.3, target="numpy")
        assert math.isnan(root(np.float64(-2.0)))
        assert not isinstance(root(-2.0), complex)
    with pytest.raises(ZeroDivisionError) as error:
        f(0.0)
    assert "1 / x" in error.value.__notes__[0]


# -- arrays in functions of one number, long compilations, and Ctrl-C


@pytest.mark.parametrize("size", [3, 200_000])
@pytest.mark.parametrize(
    "f", [lambda x: math.sin(x), lambda x: 1.0 + math.exp(2 * x), lambda x: float(x) * 2]
)
def test_an_array_in_a_function_of_one_number(size, f):
    seen = queue.SimpleQueue()

    def g(x):
        seen.put(x.shape)
        return f(x)

    with pytest.raises(TypeError) as error:
        la.compile(g)(np.ones(size))
    assert seen.get() == ((3,) if size == 3 else (2,))  # a few are enough to refuse them all
    assert seen.empty()
    assert "takes one number, and got an array" in str(error.value)
    assert "where: test_numpy_rules.py" in str(error.value)
    assert "target='numpy'" in str(error.value)
    assert str(type(error.value)("said otherwise")) == "said otherwise"  # as libraries do


@pytest.mark.parametrize("asked", [float, math.sin])
def test_a_clause_catches_that_an_array_is_not_one_number(asked):
    def first(value):
        try:
            return asked(value)
        except TypeError:  # as constructors tell a number from a sequence
            return value[0] * value[1]

    def f(x):
        return first(np.array([x, x**2])) + first(np.array([x])[0])

    compiled = la.compile(f)
    assert compiled(0.3) == f(0.3)
    slope = {float: 1.0, math.sin: math.cos(0.3)}[asked]
    assert compiled.grad(0.3) == pytest.approx(3 * 0.3**2 + slope, rel=1e-14)


def test_many_numbers_that_are_not_used():
    f = la.compile(lambda x: x[0] * x[-1])
    x = np.arange(20_001.0)
    assert f.lower(x).trace.operations.total() == 1


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_said_on_a_terminal_alone(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "INTERVAL", 0.01)

    def slow(x):
        time.sleep(0.1)
        return x * x

    for stream, said in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        assert la.compile(slow)(3.0) == 9.0
        assert ("lazyad: tracing" in stream.getvalue()) is said
        assert stream.getvalue().endswith("\r") is said  # the line is cleared
    names = [thread.name for thread in threading.enumerate()]
    assert "lazyad progress" not in names
    monkeypatch.setattr(sys, "stderr", None)
    assert la.compile(slow)(3.0) == 9.0


def test_what_is_quick_is_not_told(monkeypatch):
    monkeypatch.setattr(progress, "INTERVAL", 0.001)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert la.compile(lambda x: x * x)(3.0) == 9.0
    assert sys.stderr.getvalue() == ""


def clean():
    names = [name for name in vars(State) if not name.startswith("_")]
    return {name: getattr(state, name) for name in names} == {n: vars(State)[n] for n in names}


def test_interrupted_while_tracing():
    """By the user, or by what a signal's handler raises, whatever the function catches."""
    raises = [True]

    def interrupt():
        raise KeyboardInterrupt

    def handler(number, frame):
        raise TimeoutError("it takes too long")

    def f(x, y):
        z = np.where(x > y, np.sqrt(x), math.exp(y))
        if x > 1:
            z = z * y
            try:
                if raises[0]:
                    raises[0]()
            except Exception:
                z = z * 0.0
        return z

    before = signal.signal(signal.SIGINT, handler)
    timeout = functools.partial(signal.raise_signal, signal.SIGINT)
    try:
        for target in ("python", "numpy"):
            for raised, kind in ((interrupt, KeyboardInterrupt), (timeout, TimeoutError)):
                raises[0] = raised
                compiled = la.compile(f, target=target)
                for call in (compiled, compiled.grad, lambda *x, f=compiled: f.jvp(x, x)):
                    with pytest.raises(kind):
                        call(4.0, 2.0)
                    assert clean()
                raises[0] = None
                assert compiled(4.0, 2.0) == 4.0
                assert compiled.grad(4.0, 2.0) == (0.5, 2.0)
                assert compiled.jvp((4.0, 2.0), (1.0, 0.0)) == (4.0, 0.5)
    finally:
        signal.signal(signal.SIGINT, before)


def test_interrupted_in_a_pass(monkeypatch):
    raises = [True]

    def interrupted(graph):
        if raises[0]:
            raise KeyboardInterrupt
        return graph

    monkeypatch.setattr(sys, "stderr", Terminal())
    compiled = la.compile(lambda x: x * x, passes=(*la.passes.PIPELINE, interrupted))
    for call in (compiled, compiled.grad, lambda x: compiled.jvp((x,), (1.0,))):
        with pytest.raises(KeyboardInterrupt):
            call(3.0)
        assert clean()
        assert "lazyad progress" not in [thread.name for thread in threading.enumerate()]
    raises[0] = False
    assert compiled(3.0) == 9.0
    assert compiled.grad(3.0) == 6.0
    assert compiled.jvp((3.0,), (1.0,)) == (9.0, 6.0)


# -- conditions

FLAGS = np.array([1.0, -2.0, 3.0])


@pytest.mark.parametrize(
    "f",
    [
        lambda a: np.any(a > 0) + np.all(a > 0),
        lambda a: np.any(a > 0) + np.any(a < 0),
        lambda a: (a[0] > 0) + (a[1] > 0) + (a[2] > 0),
        lambda a: True + np.any(a > 0),
        lambda a: np.any(a > 0) + 1,
        lambda a: np.isfinite(a[0]) + np.isfinite(a[1]),
        lambda a: (np.any(a > 0) + np.any(a < 0)) * a,
        lambda a: np.any(a > 0) * np.any(a < 0) + np.any(a > 1),
        lambda a: np.dot(a > 0, a > 0),
        lambda a: np.convolve(a > 0, a > 0),
        lambda a: np.cumsum(a > 0) + np.cumprod(a < 9),
        lambda a: np.linalg.norm(a > 0),
        lambda a: sum(v > 0 for v in a),
        lambda a: (a[0] > 0) & np.isfinite(1.0),
        lambda a: np.isfinite(1.0) | (a[0] > 9),
        lambda a: (a[0] > 0) ^ np.any(FLAGS > 0),
        lambda a: np.isclose(a[0], 1),
        lambda a: np.isclose(1.0, a),
    ],
)
def test_bools_of_numpys_are_joined_and_counted_as_numpy_does(f):
    same(la.compile(f)(FLAGS), f(FLAGS))


def chosen_float(a):
    y = float(a[0]) if a[0] > a[1] else float(a[2])
    return isinstance(y, np.floating), type(y) is float


def grown(a):
    s = a[2]
    while s < 50.0:
        s = s * 1.1 if isinstance(s, np.floating) else s * 1.3
    return s


def matched(a):
    match np.any(a > 0):
        case True:
            return 1.0
    return 2.0


@pytest.mark.parametrize(
    "f",
    [
        lambda a: [
            isinstance(v, np.floating) for v in (a[0], a.sum(), np.sin(1.5) * a[0], abs(a[0]))
        ],
        lambda a: [
            isinstance(v, np.floating) for v in (float(a[0]), a.tolist()[0], a.sum().item())
        ],
        lambda a: [
            type(v) in (int, float) for v in (a[0], max(a), math.sqrt(a[0]), float(a[0]) * 2)
        ],
        lambda a: type(a[0]) is np.float64 and a[0].__class__ is np.float64,
        lambda a: [hasattr(v, "dtype") for v in (a[0], a[0] > 0, float(a[0]), a.item(0) > 0)],
        lambda a: [
            isinstance(v, np.bool_) for v in (a[0] > 0, np.all(a), float(a[0]) > 0, not a[0])
        ],
        lambda a: [isinstance(v, bool) for v in (a[0] > 0, np.all(a > 0).item(), a.item(0) > 0)],
        lambda a: 1.0 if np.all(a > 0) is False else 2.0,
        lambda a: 1.0 if (a[0] > 0) is not True else 2.0,
        lambda a: 1.0 if (not a[0] > 0) is False and (a.item(0) > 0) is True else 2.0,
        lambda a: sum(
            1.0 for v in (0.0 + a[0], a[0] ** 2, np.where(a[0] > 0, 1, a[0])) if hasattr(v, "T")
        ),
        chosen_float,
        grown,
        matched,
    ],
)
def test_numbers_of_numpys_are_of_its_classes(f):
    same(la.compile(lambda a: np.array(f(a)) * a[0])(FLAGS), np.array(f(FLAGS)) * FLAGS[0])
    with pytest.raises(ZeroDivisionError):
        la.compile(lambda x: 1 / float(x))(np.float64(0.0))


def test_bools_of_pythons_add_up():
    assert la.compile(lambda x: (x > 0) + (x > 1))(3.0) == 2.0
    assert la.compile(lambda x: (math.sin(x) > 0) + (math.cos(x) < 0))(np.float64(2.0)) == 2.0


def test_bools_of_numpys_are_not_subtracted():
    with pytest.raises(TypeError, match=r"(?s)__sub__ of conditions.*where:.*instead:"):
        la.compile(lambda a: np.any(a > 0) - np.all(a > 0))(FLAGS)


# -- many points

POINTS = [FLAGS, FLAGS[:, None], np.arange(6.0).reshape(2, 3)]


@pytest.mark.parametrize("x", POINTS)
@pytest.mark.parametrize(
    "f",
    [
        lambda x: np.array([x, 1.0]),
        lambda x: np.array([[x, 1.0], [2.0, x * x]]),
        lambda x: np.array([[[x, 1.0, 0.0], [2.0, 3.0, x]], [[4.0, 5.0, x], [x * x, x, 0.0]]]),
        lambda x: np.array([1.0, 2.0]),
        lambda x: np.array([x > 0, True]),
        lambda x: np.array([[x], [x]]),
    ],
)
def test_an_array_of_points_and_numbers(f, x):
    compiled = la.compile(f, target="numpy")
    rows = np.array([f(float(point)) for point in x.ravel()])
    want = np.moveaxis(rows, 0, -1).reshape(*rows.shape[1:], *x.shape)
    same(compiled(x), want)
    value, tangent = compiled.jvp((x,), (np.ones(x.shape),))
    same(value, want)
    assert tangent.shape == compiled.jacobian(x).shape == want.shape
    same(compiled(2.0), f(2.0))


def test_an_array_of_points_that_broadcast():
    f = la.compile(lambda x, y: np.array([x, y, x * y]), target="numpy")
    x, y = FLAGS, FLAGS[:, None]
    same(f(x, y), [x + 0 * y, y + 0 * x, x * y])
    same(f(x, 2.0), [x, [2.0] * 3, 2 * x])
    assert [part.shape for part in f.jacobian(x, y)] == [(3, 3, 3)] * 2


@pytest.mark.parametrize(
    "f",
    [
        lambda x: x.shape[0] * x,
        lambda x: x.ndim * x,
        lambda x: x.size * x,
        lambda x: x.reshape(-1),
        lambda x: x.ravel(),
        lambda x: x.flatten() * 2,
        lambda x: x.T,
        lambda x: x.take(0),
    ],
)
def test_what_depends_on_how_many_points_there_are(f):
    compiled = la.compile(f, target="numpy")
    with pytest.raises(TypeError, match=r"(?s)one number at many points.*where:.*instead:"):
        compiled(FLAGS)


def test_a_function_of_arrays_within_one_of_points():
    total = la.compile(lambda v: np.sum(v * v))
    square = la.compile(lambda v: v * v)
    assert (total(2.0), total(FLAGS), square(2.0)) == (4.0, 14.0, 4.0)
    for f in (total, la.grad(total), lambda x: total.jvp((x,), (1.0,))[1]):
        with pytest.raises(TypeError, match=r"(?s)np\.sum of an argument.*where:.*instead:"):
            la.compile(lambda x, f=f: f(x) + 1, target="numpy")(FLAGS)
    same(la.compile(lambda x: square(x) + 1, target="numpy")(FLAGS), FLAGS**2 + 1)
    same(la.compile(lambda x: la.grad(square)(x), target="numpy")(FLAGS), 2 * FLAGS)
    again = pickle.loads(pickle.dumps(square))
    same(la.compile(lambda x: again(x), target="numpy")(FLAGS), FLAGS**2)
    assert (total(2.0), total(FLAGS)) == (4.0, 14.0)


# -- matrices


@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
@pytest.mark.parametrize("target", ["python", "numpy"])
def test_a_matrix_is_no_argument(target):
    matrix = np.matrix([[1.0, 2.0], [3.0, 4.0]])
    f = la.compile(lambda m: m * m, target=target)
    f(np.asarray(matrix))
    for call in (
        lambda: f(matrix),
        lambda: f.grad(matrix),
        lambda: f.jvp((np.eye(2),), (matrix,)),
        lambda: la.compile(lambda p: p["m"] * 2, target=target)({"m": matrix}),
    ):
        with pytest.raises(TypeError, match=r"(?s)is a np\.matrix.*where:.*instead: np\.asarray"):
            call()


@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_a_matrix_of_the_functions_own():
    matrix = np.matrix([[1.0, 2.0], [3.0, 4.0]])
    column = np.array([[1.0], [2.0]])
    same(la.compile(lambda x: np.asarray(matrix * x))(column), [[5.0], [11.0]])
    with pytest.raises(TypeError, match=r"(?s)returns a matrix.*where:.*instead:"):
        la.compile(lambda x: matrix * x)(column)


@pytest.mark.parametrize("optimize", LEVELS)
def test_numpys_rules_hold_for_a_single_float_in_the_numpy_target(optimize):
    options = {"optimize": optimize, "target": "numpy"}
    same(la.grad(lambda x: np.log(x), **options)(0.0), math.inf)
    same(la.compile(lambda x: np.reciprocal(x), **options).jvp((0.0,), (1.0,))[0], math.inf)
    same(la.grad(lambda x: np.where(x > 0, x * np.log(x), 0.0), **options)(0.0), 0.0)
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        la.compile(lambda x: 1 / x + np.exp(x), **options)(0.0)


def test_constants_on_a_side_that_is_not_taken_do_not_raise_in_the_target_numpy():
    def f(x):
        return la.where(x > 1.0, x / 0.0 + 0.0**-x, x * x)

    assert la.compile(f, target="numpy").jacobian(np.array([0.5, -3.0])).tolist() == [1.0, -6.0]


def unique_numbers(x):
    v = np.array([[x, 2.0], [1.0, x], [x * x, 3.0]])
    u, first, inverse, counts = np.unique(v, True, True, True)
    again = np.unique_inverse(v).inverse_indices * [[1, 2], [3, 4], [5, 6]]
    return (
        (u[inverse] * np.arange(6.0).reshape(3, 2)).sum() + x * again.sum() + u @ counts + first[0]
    )


def unique_rows(x):
    rows = np.array([[x, 1.0, 2.0], [2.0, x * x, 2.0], [x, 1.0, 2.0], [0.5, 4.0, x]])
    u, first, inverse, counts = np.unique(rows, True, True, True, axis=0)
    columns = np.unique(rows.T, axis=1)
    return (u[inverse] @ np.arange(3.0)) @ [1.0, 2.0, 3.0, 4.0] + (x * first + columns[0]) @ counts


def test_nans_are_one_and_the_last_of_what_is_unique():
    f = la.compile(lambda x: np.unique(x)[[0, -1]])
    for given in ([1.0, math.nan, 0.5, math.nan], [math.nan, math.nan], [2.0, 1.0, math.nan]):
        assert f(np.array(given)) == pytest.approx(np.unique(given)[[0, -1]], nan_ok=True)


@pytest.mark.parametrize("f", [unique_numbers, unique_rows])
def test_what_is_unique(f):
    compiled = la.compile(f)
    for x in (2.5, 0.7):
        value, slope = compiled.value_and_grad(x)
        assert value == pytest.approx(f(x), rel=1e-14)
        assert slope == pytest.approx((f(x + 1e-6) - f(x - 1e-6)) / 2e-6, rel=1e-8)

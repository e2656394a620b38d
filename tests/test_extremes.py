"""Near the ends of the range of floats: where the derivative is finite, regrouping leaves it so.

What is written, as "strict" computes it, may overflow within: x / y / y does at y = 1e-300. What
"safe" makes of it never does where that does not. The derivatives are differences in mpmath.
"""

import itertools
import math
from types import SimpleNamespace

import mpmath
import pytest

import lazyad as la

REALS = SimpleNamespace(
    hypot=lambda a, b: mpmath.sqrt(a * a + b * b),
    **{name: getattr(mpmath, name) for name in ("atan2", "log", "sqrt", "exp", "atan")},
)
FUNCTIONS = {
    "hypot(x, x * x)": lambda m, x, y: m.hypot(x, x * x),
    "hypot(atan2(y, x), y + y)": lambda m, x, y: m.hypot(m.atan2(y, x), y + y),
    "log(abs(atan2(x, y)))": lambda m, x, y: m.log(abs(m.atan2(x, y))),
    "1 / (y * x)": lambda m, x, y: 1 / (y * x),
    "log(x) / (x * y)": lambda m, x, y: m.log(x) / (x * y),
    "x / (y * (x + 1))": lambda m, x, y: x / (y * (x + 1)),
    "x / hypot(x, y)": lambda m, x, y: x / m.hypot(x, y),
    "atan2(y, x) * y": lambda m, x, y: m.atan2(y, x) * y,
    "sqrt(x) / y": lambda m, x, y: m.sqrt(x) / y,
    "x * x / y": lambda m, x, y: x * x / y,
    "exp(-x) / y": lambda m, x, y: m.exp(-x) / y,
    "log(x / y)": lambda m, x, y: m.log(x / y),
    "hypot(x, y) / y": lambda m, x, y: m.hypot(x, y) / y,
}
SIZES = [1e-300, 1e-200, 1e-150, 1e-100, 1e-8, 1.0, 1e8, 1e100, 1e150, 1e200, 1e300]


def slopes(function, x, y):
    """The first derivatives of a function of reals."""
    with mpmath.workdps(100):
        x, y = mpmath.mpf(x), mpmath.mpf(y)
        h = mpmath.mpf(10) ** -30
        yield (function(REALS, x + h * x, y) - function(REALS, x - h * x, y)) / (2 * h * x)
        yield (function(REALS, x, y + h * y) - function(REALS, x, y - h * y)) / (2 * h * y)


def found(gradient, x, y):
    try:
        return gradient(x, y)
    except (ArithmeticError, ValueError):
        return math.nan, math.nan


@pytest.mark.parametrize("name", FUNCTIONS)
def test_safe_is_finite_where_strict_is(name):
    function = FUNCTIONS[name]
    safe, strict = (
        la.grad(lambda x, y: function(math, x, y), optimize=level) for level in ("safe", "strict")
    )
    compared = 0
    for x, y in itertools.product(SIZES, SIZES):
        try:
            value = function(math, x, y)
        except (ArithmeticError, ValueError):
            continue
        if not (math.isfinite(value) and value):
            continue
        rows = zip(slopes(function, x, y), found(safe, x, y), found(strict, x, y), strict=True)
        for right, got, as_written in rows:
            if 1e-280 < abs(right) < 1e280 and abs(as_written / right - 1) < 1e-12:
                assert abs(got / right - 1) < 1e-9, (x, y)
                compared += 1
    assert compared > 20


def test_the_points_that_were_lost():
    assert la.grad(lambda x: math.hypot(x, x * x))(1e150) == pytest.approx(2e150, rel=1e-15)
    assert la.hessian(lambda x, y: 1 / (y * x))(1e-100, 1e150)[0][0] == pytest.approx(2e150)
    x = y = 1e-155
    slope = la.grad(lambda x, y: math.hypot(math.atan2(y, x), y + y))(x, y)
    assert slope == pytest.approx((-5e154, 5e154), rel=1e-12)
    second = la.hessian(lambda x, y: math.log(abs(math.atan2(x, y))))(1e-100, 1e100)[0][0]
    assert second == pytest.approx(-1e200, rel=1e-12)
    slope = la.grad(lambda x, y: x / (y / x))(1.0, 1e200)
    assert slope == pytest.approx((2e-200, 0.0), rel=1e-15, abs=0.0)
    (second, _), _ = la.hessian(lambda x, y: x / (y / x))(1e-8, 1e150)
    assert second == pytest.approx(2e-150, rel=1e-12, abs=0.0)

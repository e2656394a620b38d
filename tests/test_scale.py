"""Large graphs: `pytest -m slow` for the largest."""

import math

import pytest

import lazyad as la


def chain(length):
    def f(x, y):
        for _ in range(length // 2):
            x = la.sin(x) * y
        return x

    return f


def long_sum(terms):
    def f(x, y):
        total = 0.0
        for k in range(terms):
            total = total + x * (y + k)
        return total

    return f


def check(function):
    compiled = la.compile(function)
    value, tangent = compiled.jvp((0.5, 1.0), (1.0, 0.0))
    dual = function(la.Dual(0.5, 1.0), 1.0)
    assert math.isclose(value, dual.real, rel_tol=1e-12)
    assert math.isclose(tangent, dual.dual, rel_tol=1e-9)


@pytest.mark.parametrize("function", [chain(20_000), long_sum(10_000)], ids=["chain", "sum"])
def test_large(function):
    check(function)


@pytest.mark.slow
@pytest.mark.parametrize("function", [chain(1_000_000), long_sum(100_000)], ids=["chain", "sum"])
def test_largest(function):
    check(function)

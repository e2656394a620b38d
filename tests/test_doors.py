"""The quick way from a call to its kernel: it is for calls like the last one, and for no others."""

import gc
import math
import sys
import weakref

import numpy as np
import pytest

import lazyad as la
from lazyad.run import specialized
from lazyad.values.libraries import is_installed
from tests.helpers_names.checks import three_parts

native = pytest.param("native", marks=pytest.mark.skipif(not is_installed("llvmlite"), reason=""))
targets = pytest.mark.parametrize("target", ["python", native])
GAIN = 2.0


def amplified(x, y):
    return math.sin(x) * y * GAIN


def is_quick(compiled):
    return compiled.__call__ != compiled._called


@targets
def test_other_calls_are_what_they_were(target):
    f = la.compile(amplified, target=target)
    expected = amplified(1.0, 2.0)
    assert f(1.0, 2.0) == expected
    assert is_quick(f)
    for _ in range(2):
        assert f(1.0, y=2.0) == f(y=2.0, x=1.0) == f(1, 2) == f(1.0, np.float64(2.0)) == expected
        with pytest.raises(TypeError, match="missing a required argument: 'y'") as error:
            f(1.0)
        three_parts(error, where="test_doors.py:")
        with pytest.raises(TypeError, match="too many positional") as error:
            f(1.0, 2.0, 3.0)
        three_parts(error, where="test_doors.py:")
        with pytest.raises(TypeError, match="'z'") as error:
            f(1.0, 2.0, z=3.0)
        three_parts(error, "amplified(x, y)", where="test_doors.py:")
        with pytest.raises(TypeError, match="x"):
            f(1.0, 2.0, x=3.0)
        with pytest.raises(ValueError, match=r"math domain|expected a"):
            f(math.inf, 1.0)
        assert math.isnan(f(math.nan, 1.0))
        assert f(1.0, 2.0) == expected
        assert is_quick(f)


@targets
def test_what_was_read_may_change(target, monkeypatch):
    gain = 3.0

    def enclosed(x):
        return x * gain * GAIN

    f, g = la.compile(amplified, target=target), la.compile(enclosed, target=target)
    for value in (2.0, 5.0, 2.0):
        monkeypatch.setitem(globals(), "GAIN", value)
        for _ in range(3):
            assert f(1.0, 2.0) == amplified(1.0, 2.0)
            assert g(2.0) == enclosed(2.0)
            assert g.grad(2.0) == gain * value
        assert is_quick(f)
        assert is_quick(g)
        assert is_quick(g.grad)
        gain += 1.0
    enclosed.__code__ = (lambda x: (x + gain) * GAIN).__code__
    assert g(2.0) == enclosed(2.0)


ROWS = [1.0, 2.0, 3.0]


def summed(x):
    return sum([row * x for row in ROWS]) + max(ROWS[0], x)


@targets
def test_lists_and_builtins_may_change(target, monkeypatch):
    f = la.compile(summed, target=target)
    for _ in range(3):
        assert f(2.0) == summed(2.0)
        assert is_quick(f)
        assert f(2.0) == summed(2.0)
        ROWS[1] += 1.0
        assert f(2.0) == summed(2.0)
        ROWS.append(4.0)
        assert f(2.0) == summed(2.0)
    assert f(2.0) == summed(2.0)
    monkeypatch.setitem(globals(), "max", min)
    assert f(2.0) == summed(2.0)
    monkeypatch.undo()
    assert f(2.0) == summed(2.0)


def product(x):
    return x[0] * x[1]


@targets
@pytest.mark.parametrize("make", [list, tuple, np.array], ids=["list", "tuple", "array"])
def test_rows_of_numbers(target, make):
    f = la.compile(product, target=target)
    for _ in range(3):
        assert f(make([2.0, 3.0])) == 6.0
        assert is_quick(f)
        assert f([2, 3]) == 6
        assert f(make([2.0, 3.0, 9.0])) == 6.0
        assert f(np.array([2, 3])) == 6.0
        assert f(np.array([2.0, 3.0], "f4")) == 6.0
        assert f(np.array([[2.0], [3.0]])).shape == (1,)
        assert f(np.array([2.0, 9.0, 3.0])[::2]) == 6.0
        assert isinstance(f([True, 3.0]), (int, float))
        assert f.jvp((make([2.0, 3.0]),), (make([1.0, 0.0]),)) == (6.0, 3.0)
        value, (slope,) = f.vjp((make([2.0, 3.0]),), 1.0)
        assert value == 6.0
        assert [*slope] == [3.0, 2.0]
        with pytest.raises((IndexError, TypeError)):
            f(make([2.0]))


@targets
def test_products(target):
    f = la.compile(amplified, target=target)
    slopes = f.grad(1.0, 2.0)
    for _ in range(3):
        assert f.jvp((1.0, 2.0), (1.0, 0.0)) == (f(1.0, 2.0), slopes[0])
        assert is_quick(f.jvp)
        assert f.jvp(tangents=(0.0, 1.0), primals=(1.0, 2.0))[1] == slopes[1]
        assert f.jvp((1.0, 2.0), ([1.0, 0.0], [0.0, 1.0]))[1] == [*slopes]
        assert f.jvp([1, 2], [1, 0]) == (f(1.0, 2.0), slopes[0])
        assert f.vjp((1.0, 2.0), 1.0) == (f(1.0, 2.0), slopes)
        assert is_quick(f.vjp)
        assert f.hvp((1.0, 2.0), (1.0, 0.0))[1] == pytest.approx(math.cos(1.0) * GAIN)
        with pytest.raises(TypeError, match="2 primals and 1 tangents"):
            f.jvp((1.0, 2.0), (1.0,))
        with pytest.raises(TypeError, match="jvp got 1 primals"):
            f.jvp((1.0,), (1.0, 0.0))


@targets
def test_products_of_parameters_that_keep_their_defaults(target):
    weights = (1.0, np.ones(2))
    f = la.compile(lambda x, y, n=3.0, w=weights: x * y**n * w[1].sum(), target=target)
    for _ in range(2):
        assert f.jvp((1.0, 2.0), (1.0, 0.5)) == (16.0, 28.0)
        assert f.jvp((1.0, 2.0, 2.0), (1.0, 0.5, 0.0)) == (8.0, 12.0)
        assert f.hvp((1.0, 2.0), (1.0, 0.0))[:2] == (0.0, 24.0)
        with pytest.raises(TypeError, match="2 primals and 3 tangents"):
            f.jvp((1.0, 2.0), (1.0, 0.5, 0.0))


@targets
def test_many_numbers(target):
    f = la.compile(lambda *x: sum(x), target=target)
    g = la.compile(eval(f"lambda {', '.join(f'x{k}' for k in range(80))}: x0 + x79"), target=target)
    numbers = [float(k) for k in range(80)]
    for _ in range(2):
        assert f(*numbers) == sum(numbers)
        assert g(*numbers) == 79.0
        assert g(*numbers[:-1], 3) == 3.0
        assert g(*numbers[:-1], x79=5.0) == 5.0
    assert is_quick(g)
    with pytest.raises(TypeError, match="missing"):
        g(*numbers[:-1])


def test_keywords_take_the_quick_way(monkeypatch):
    def power(base, /, exponent=2.0, scale=1.0):
        return scale * base**exponent

    f = la.compile(power)
    assert f(3.0, 2.0, 1.0) == 9.0
    assert is_quick(f)
    assert f(3.0) == f(3, scale=1) == f(3.0, exponent=2) == 9.0
    monkeypatch.setattr(f, "found", None)  # which all other ways ask
    assert f(3.0, scale=2.0, exponent=3.0) == 54.0


def named(h0, type, given, v0):
    missing = h0 * type
    rest = math.sin(missing) + missing * missing
    x0 = rest + given * v0
    return x0 * x0 + rest, GAIN * x0


@targets
def test_names_that_a_door_has_too(target, monkeypatch):
    f = la.compile(named, target=target)
    for gain in (2.0, 3.0):
        monkeypatch.setitem(globals(), "GAIN", gain)
        for _ in range(3):
            assert f(1.0, 2.0, 3.0, 4.0) == named(1.0, 2.0, 3.0, 4.0)
            assert f.jvp((1.0, 2.0, 3.0, 4.0), (0.0, 0.0, 1.0, 0.0))[1][1] == gain * 4.0
            assert f(1.0, 2.0, given=3.0, v0=4.0) == named(1.0, 2.0, 3.0, 4.0)


@targets
def test_what_changes_its_parameters_and_raises(target):
    def f(x, y):
        for _ in range(300):
            x = x * 0.5 + y
        while x > 1.0:
            x = x - 1.0 / y
        return math.log(x) + y

    compiled = la.compile(f, target=target, optimize="strict")
    for x, y in [(1.0, 0.3), (1.0, 0.0), (-1.0, -0.5), (1.0, 0.3), (2, 0.25)]:
        for _ in range(2):
            try:
                assert compiled(x, y) == f(x, y)
            except (ArithmeticError, ValueError) as error:
                with pytest.raises(type(error)) as found:
                    compiled(x, y)
                assert "test_doors.py" in found.value.__notes__[0]


@targets
def test_signatures_whose_calls_are_bound(target):
    def total(*rows):
        return sum(rows[0]) if isinstance(rows[0], tuple) else 10.0 * sum(rows)

    f = la.compile(total, target=target)
    for _ in range(3):
        assert f(1.0, 2.0) == 30.0
        assert f((1.0, 2.0)) == 3.0
        assert f.jvp((1.0, 2.0), (1.0, 1.0)) == (30.0, 20.0)
        assert f.jvp(((1.0, 2.0),), ((1.0, 1.0),)) == (3.0, 2.0)
    g = la.compile(lambda x, *, y: x * y, target=target)
    for _ in range(3):
        assert g(2.0, y=3.0) == g.grad(3.0, y=2.0)[1] * g.grad(3.0, y=2.0)[0]
        with pytest.raises(TypeError, match="too many positional"):
            g(2.0, 3.0)
    h = la.compile(lambda x, y=2.0: x * y, target=target)
    for _ in range(3):
        assert h(2.0) == 4.0
        assert h(2.0, 3.0) == 6.0


@targets
def test_calls_in_other_traces(target):
    f = la.compile(amplified, target=target)
    f(1.0, 2.0)
    g = la.compile(lambda x: f(x, 3.0) + f(1.0, 2.0), target=target)
    assert g(0.5) == amplified(0.5, 3.0) + amplified(1.0, 2.0)
    assert g.grad(0.5) == pytest.approx(math.cos(0.5) * 3.0 * GAIN)
    assert f(la.Dual(1.0, 1.0), 2.0).dual == pytest.approx(math.cos(1.0) * 2.0 * GAIN)


@targets
def test_counts_and_life(target):
    f = la.compile(product, target=target)
    row = [1.25, 2.5]
    f(row)
    before = sys.getrefcount(row), sys.getrefcount(row[0]), sys.getrefcount(f)
    for _ in range(10_000):
        f(row)
        f([3, 4.0])
    assert (sys.getrefcount(row), sys.getrefcount(row[0])) == before[:2]
    assert abs(sys.getrefcount(f) - before[2]) < 5
    gone = weakref.ref(f)
    del f
    gc.collect()
    assert gone() is None


def test_a_door_is_one_whatever_another_thread_forgets_meanwhile(monkeypatch):
    """It explores more ways when this one is about to return the door that it made."""
    forgotten = property(lambda one: specialized._MISSING, lambda one, made: None)
    monkeypatch.setattr(specialized.Specialized, "_door", forgotten, raising=False)
    f = la.compile(product)
    assert [f([2.0, 3.0]) for _ in range(3)] == [6.0] * 3


def test_methods_and_instances_are_called():
    class Motor:
        gain = 3.0

        @la.compile
        def power(self, x):
            return self.gain * x

    assert Motor().power(2.0) == 6.0
    assert callable(Motor.power)
    assert callable(la.compile(product).grad)

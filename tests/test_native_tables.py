"""Tables, and loops over lists, in machine code: to the last bit what Python makes of them."""

import bisect
import math

import numpy as np
import pytest

import lazyad as la
from lazyad.derivatives.reversal import Costs
from tests import test_backward_loops, test_lookup, test_sequences, test_tables
from tests.test_native import is_native, outcome, pair

pytest.importorskip("llvmlite", reason="the extra native is not installed")


def check(function, points, *whats, **options):
    python, native = pair(function, **options)
    for what in whats:
        ours, theirs = [getattr(one, what) if what else one for one in (native, python)]
        for point in points:
            assert outcome(ours, *point) == outcome(theirs, *point), (what, point)
        assert ours.llvm  # there is some
    return native


@pytest.mark.parametrize("function", test_sequences.KEPT, ids=lambda f: f.__name__)
def test_loops_over_lists(function):
    both = test_sequences.pid, test_sequences.kalman
    what = ["", "jacobian"] if function in both else [""]
    native = check(function, [(1.0, 2.0), (0.0, math.inf)], *what, loops="keep")
    assert is_native(native.primal.kernel)


LOOKED_UP = [*test_lookup.POINTS, -1.5, 55.0, 1e9, 1e300, math.inf, math.nan]


@pytest.mark.parametrize("function", test_lookup.FUNCTIONS, ids=lambda f: f.__name__)
def test_indices(function):
    check(function, [(x,) for x in LOOKED_UP], "", "grad")


def test_tables_of_numbers_that_are_computed():
    points = [*test_tables.POINTS, (1.0, 2.0, 4.0), (1.0, 2.0, -5.0), (1.0, 2.0, 2.0**63)]
    check(test_tables.taking, points, "", "grad")


@pytest.mark.parametrize(("function", "points"), test_backward_loops.OURS)
def test_rounds_that_are_run_backwards(function, points, monkeypatch):
    monkeypatch.setattr(Costs, "reversed", property(lambda self: True))
    native = check(function, points, "jacobian")
    grows = {test_backward_loops.decays, test_backward_loops.in_each_other}  # it says no number
    assert (KEEPS in native.jacobian.llvm) == (function in grows)


KEEPS = "call i1 @lazyad_keep("


def test_a_list_that_grows_is_freed(monkeypatch):
    monkeypatch.setattr(Costs, "reversed", property(lambda self: True))
    native = la.compile(test_backward_loops.decays, target="native")
    point = 3.0, 0.999, 0.1, 0.2, 0.0  # thousands of rounds
    assert KEEPS in native.jacobian.llvm
    expected = native.jacobian(*point)
    before = _resident()
    for _ in range(200):
        assert native.jacobian(*point) == expected
    assert _resident() - before < 4e6


def _resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def test_infinite_numbers_of_a_table():
    row = [1.0, -math.inf, math.nan, 0.0, -0.0, math.inf] * 8

    def f(x, y):
        return row[int(x)] * y, y / row[int(x)], row[int(row[int(x)])]

    check(f, [(float(k), y) for k in range(-7, 7) for y in (2.0, 0.0, -1e300)], "", "jacobian")


def test_bisect_in_a_table_that_is_not_sorted():
    row = [3.0, 1.0, 2.0, 2.0, 5.0, 4.0, 9.0] * 5

    def f(x):
        return row[bisect.bisect(row, x) - 1], row[bisect.bisect_left(row, x) - 8] * x

    check(f, [(x,) for x in (0.0, 1.0, 2.0, 3.5, 9.0, 10.0, -1.0)], "")


def test_tables_of_arrays():
    xs, ys = np.linspace(0.0, 3.0, 50), np.sin(np.linspace(0.0, 3.0, 50))

    def f(x):
        return np.interp(x, xs, ys) * x

    check(f, [(x,) for x in (-1.0, 0.0, 0.3, 1.7, 2.999, 3.0, 4.0)], "", "grad")


def test_the_end_of_a_loop_is_an_index():
    limits = [0.5 * k * k for k in range(50)]

    def f(x):
        at = 0
        for k in range(50):
            at = k
            if limits[k] > x:
                break
        return limits[at] - x, at * 2.0, limits[at - 1] * at

    check(f, [(x,) for x in (0.1, 3.0, 1e3, 1e9)], "", "jacobian")


def test_long_lists_and_pieces():
    def f(x, y):
        level, levels = x, []
        for k in range(3000):
            level = level * 0.999 + y * math.sin(k * 0.1)
            levels.append(level)
        total = 0.0
        for one in reversed(levels):
            total = total * 0.5 + one
        for k in range(299):  # a piece of its own
            total = total + la.sin(total * y) * levels[k * 7]
        return total, levels[0], levels[-1]

    check(f, [(0.3, 0.7), (1e300, 1e300)], "")


@pytest.mark.parametrize("kind", ["nearest", "previous", "linear", "cubic", 9])
def test_interpolators(kind):
    interpolate = pytest.importorskip("scipy.interpolate")
    knots, values = np.arange(12.0), np.sin(np.arange(12.0) ** 2)
    if kind == 9:  # whose powers are a loop
        spline = interpolate.make_interp_spline(knots, values, k=kind)
    else:
        spline = interpolate.interp1d(knots, values, kind)
    points = [(x, 0.7) for x in (0.3, 4.0, 4.5, 10.9)]
    native = check(lambda x, y: spline(x) * y, points, "", "grad")
    assert "@table" in native.primal.llvm
    assert "@python1" not in native.primal.llvm  # nothing of Python's is called

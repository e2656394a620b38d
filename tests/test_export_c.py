"""Exported C, compiled by the machine's own compiler, gives Python's results to the last bit."""

import ctypes
import itertools
import math
import random
import shutil
import subprocess
import sys
from bisect import bisect_right

import pytest
from scipy import special

import lazyad as la
from lazyad.values.structure import leaves, structure_of
from tests.helpers_names.dives import Body, Drag, TooDeep
from tests.test_backward_loops import FOUR, backwards, leaves_early, paths_that_end_early
from tests.test_backward_tables import K, U, by_conditions, heat, left, of_copies
from tests.wild import drag, options

__all__ = ["backwards"]
COMPILER = shutil.which("cc")
needs_c = pytest.mark.skipif(COMPILER is None, reason="no C compiler (cc) on this machine")
FLAGS = "-std=c99 -Wall -Wextra -Werror -pedantic -Wno-unknown-pragmas -O2 -shared -fPIC".split()
_serial = itertools.count()


def build(path):
    """The functions of a file in C."""
    library = path.with_name(f"{path.stem}{next(_serial)}.so")  # one name is loaded once
    subprocess.run([COMPILER, *FLAGS, path, "-o", library, "-lm"], check=True)
    return ctypes.CDLL(str(library))


def call(function, args, size):
    """(status, numbers) of a call."""
    given = []
    for arg in args:
        numbers = [float(one) for one in leaves(structure_of(arg))]
        alone = isinstance(arg, (int, float))
        given.append(ctypes.c_double(arg) if alone else (ctypes.c_double * len(numbers))(*numbers))
    out = (ctypes.c_double * max(size, 1))()
    return function(*given, out), [*out][:size]


def bits(numbers):
    return [float(one).hex() for one in numbers]


def numbers_in(value):
    if isinstance(value, bool):
        return [float(value)]
    if isinstance(value, (tuple, list)):
        return [one for part in value for one in numbers_in(part)]
    return [float(one) for one in leaves(structure_of(value))]


# What people write: branches that raise, loops that a number ends, tables, records.


# Other versions of Python than 3.11 correct its last bit in another way.
hypot = math.hypot if sys.version_info[:2] == (3, 11) else lambda *args: math.atan2(*args[:2])


def mixed(x, y, k):
    turn = x % y + x // y + hypot(x, y) + hypot(x, y, k) + min(x, y, k) * max(k, x)
    return turn + round(x) + math.floor(y) - math.ceil(k) + abs(x) ** 0.3 + math.degrees(k)


def kepler(mean, eccentricity):
    anomaly = mean
    for _ in range(50):
        step = (anomaly - eccentricity * math.sin(anomaly) - mean) / (
            1 - eccentricity * math.cos(anomaly)
        )
        anomaly = anomaly - step
        if abs(step) < 1e-14:
            break
    return anomaly


HEIGHTS = [math.sin(0.3 * k) for k in range(40)]
TIMES = [0.1 * k for k in range(40)]


def followed(gain, decay):
    level, levels = 0.0, []
    for time, height in zip(TIMES, HEIGHTS, strict=True):
        level += gain * (height - level) * math.exp(-decay * time)
        levels.append(level)
    return levels


def looked_up(x, y):
    at = min(max(bisect_right(TIMES, x) - 1, 0), 38)
    part = (x - TIMES[at]) / (TIMES[at + 1] - TIMES[at])
    return (HEIGHTS[at] * (1 - part) + HEIGHTS[at + 1] * part) * y


def summed(w):
    total = 0.0
    for k in range(60):
        total = total * 0.5 + w[k % 3] * math.exp(-0.1 * k)
    return total


def chosen(double, out, exp):
    if double < 0:
        raise ValueError("below zero")
    if double > out and not (exp == 1.0 or out < 0.5):
        return math.exp(exp) * la.erfinv(0.3 * math.tanh(out))
    return double * out if out > exp else math.log1p(double) - exp


def compared(x, y):
    return x < y, (x, [y]), {"a": x * y}


def swung(x, y):
    """A table that rounds assign, and ints in libm's functions."""
    for k in range(60):
        row = (x, y, 0.5 * k)
        x, y = row[int(abs(k - 30)) % 2] * 0.9, row[2] / (1.0 + x * x) * 0.01
    return x, y


def stirling(x, y):
    """What Python computes by itself, and what files carry of it."""
    found = math.lgamma(x) - math.gamma(y) + la.digamma(x * y)
    return found + special.lambertw(y, 0.0).real * special.polygamma(2, x + y)


def taken_apart(x, y):
    (part, whole), (mantissa, exponent) = math.modf(x), math.frexp(y * 1.5)
    return part * y + whole, mantissa * x, mantissa - exponent, math.ulp(x) + math.ulp(y) * x


CASES = [
    (taken_apart, [(7.3, -2.1), (-0.75, 1e-300), (1.7e308, 3.0), (0.0, 0.25)]),
    (mixed, [(7.3, 2.1, 0.4), (-7.3, 2.1, -0.4), (-7.5, -2.5, 1e-170)]),
    (kepler, [(1.2, 0.3), (2.8, 0.7)]),
    (followed, [(0.5, 0.1)]),
    (looked_up, [(0.55, 2.0), (-3.0, 1.0), (3.85, -1.0)]),
    (summed, [([0.5, 0.25, -2.0],)]),
    (chosen, [(0.5, 0.25, 1.0), (3.0, 0.75, 0.5), (3.0, 0.75, 1.0)]),
    (swung, [(0.5, 0.25)]),
    (stirling, [(0.3, 2.5), (-4.3, 3.0), (170.2, 0.01), (-50.5, 21.0)]),
    (compared, [(0.5, 0.25), (0.1, 0.25)]),
    (options.call_price, [(100.0, 95.0, 0.5, 0.03, 0.2)]),
    (drag.drag_coefficient, [(0.05,), (1.5,), (350.0,), (1e6,)]),
]


@needs_c
@pytest.mark.parametrize(("function", "points"), CASES, ids=[one.__name__ for one, _ in CASES])
def test_the_same_bits(tmp_path, function, points):
    compiled = la.compile(function, optimize="strict")
    compiled(*points[0])
    compiled.export(tmp_path / "out.c", ("value", "jacobian"), points=points)
    library, name = build(tmp_path / "out.c"), function.__name__
    moved = random.Random(0)
    for point in points:
        for near in (point, jittered(point, moved), jittered(point, moved)):
            for what, asked in ((name, compiled), (f"{name}_jacobian", compiled.jacobian)):
                expected = numbers_in(asked(*near))
                assert call(library[what], near, len(expected)) == (0, expected)
                assert bits(call(library[what], near, len(expected))[1]) == bits(expected)


ROWS = [
    *[(f, FOUR) for f in (leaves_early, paths_that_end_early)],
    *[(f, [(U, K)]) for f in (heat, of_copies, by_conditions, left)],
]


@needs_c
@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize(("function", "points"), ROWS, ids=[one.__name__ for one, _ in ROWS])
def test_what_rounds_keep(tmp_path, function, points):
    """Lists that may be shorter than rounds are many, that begin anew, or hold copies of a list."""
    compiled = la.compile(function, optimize="strict", loops="keep")
    compiled(*points[0])
    compiled.export(tmp_path / "out.c", "grad")
    gradient = build(tmp_path / "out.c")[f"{function.__name__}_grad"]
    for point in points:
        expected = numbers_in(compiled.grad(*point))
        assert call(gradient, point, len(expected)) == (0, expected)


def jittered(point, random):
    if isinstance(point, (tuple, list)):
        return type(point)(jittered(one, random) for one in point)
    return point * (1.0 + random.uniform(-0.01, 0.01))


@needs_c
def test_what_is_raised_is_returned(tmp_path):
    def dive(body, drag, start):
        if body.mass < 0:
            raise TooDeep('below "zero" */')
        if drag.linear > 1:
            raise ValueError
        return body.speed * math.exp(-drag.linear / body.mass) + drag.square * start

    compiled = la.compile(dive)
    good = Body(1.5, 2.5), Drag(0.75, 0.125), 1.0
    compiled(*good)
    compiled.export(tmp_path / "dive.c", ("value", "grad"))
    header = (tmp_path / "dive.h").read_text()
    assert "Returns 0; 1 for TooDeep('below \"zero\" * /'); 2 for ValueError." in header
    assert (
        "int dive(const double body[2], const double drag[2], double start, double out[1]);"
        in header
    )
    assert " * out: [0].mass, [0].speed, [1].linear, [1].square, [2]" in header
    library = build(tmp_path / "dive.c")
    assert call(library.dive, good, 1) == (0, [dive(*good)])
    assert call(library.dive, (Body(-1.0, 1.0), *good[1:]), 1)[0] == 1
    assert call(library.dive_grad, (good[0], Drag(2.0, 1.0), 1.0), 5)[0] == 2


@needs_c
def test_what_nobody_can_import_is_only_told(tmp_path):
    class Stuck(Exception):
        pass

    def f(x):
        if x < 0:
            raise Stuck("there")
        return x * x

    la.compile(f).export(tmp_path / "f.c", "value")
    library = build(tmp_path / "f.c")
    assert call(library.f, (3.0,), 1) == (0, [9.0])
    assert call(library.f, (-3.0,), 1)[0] == 1
    assert "1 for Exception('Stuck: there')" in (tmp_path / "f.h").read_text()


@needs_c
def test_an_index_out_of_range_is_told(tmp_path):
    def f(x):
        return HEIGHTS[int(x)] * x

    compiled = la.compile(f)
    compiled(3.0)
    compiled.export(tmp_path / "f.c", "value", points=[(3.0,)])
    library = build(tmp_path / "f.c")
    assert call(library.f, (7.5,), 1) == (0, [f(7.5)])
    assert call(library.f, (-2.0,), 1) == (0, [f(-2.0)])
    assert call(library.f, (40.0,), 1)[0] == -1
    assert "-1 where an index is out of range" in (tmp_path / "f.h").read_text()


@needs_c
def test_c_and_its_header_are_cpp(tmp_path):
    if shutil.which("c++") is None:
        pytest.skip("no C++ compiler (c++) on this machine")
    la.compile(kepler).export(tmp_path / "kepler.c", "value")
    (tmp_path / "main.cpp").write_text(
        '#include "kepler.h"\nint main() { double e; return kepler(1.2, 0.3, &e); }\n'
    )
    subprocess.run([COMPILER, "-c", "kepler.c"], check=True, cwd=tmp_path)
    subprocess.run(["c++", "main.cpp", "kepler.o", "-lm", "-o", "main"], check=True, cwd=tmp_path)
    assert subprocess.run(["./main"], check=False, cwd=tmp_path).returncode == 0


def test_what_has_no_form_in_c_is_refused(tmp_path):
    with pytest.raises(TypeError, match=r"no form in C: .*jv"):
        la.compile(lambda x: special.jv(1.0, x)).export(tmp_path / "f.c", "value")

    @la.op(partials=lambda out, x: (1.0,), outside=True)
    def measured(x):
        return x

    with pytest.raises(TypeError, match=r"no form in C: .*measured"):
        la.compile(lambda x: measured(x) * x).export(tmp_path / "f.c", "value")
    with pytest.raises(TypeError, match="computes arrays"):
        la.compile(lambda x: x * x, target="numpy").export(tmp_path / "f.c")
    assert not (tmp_path / "f.c").exists()

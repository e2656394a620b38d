"""Large graphs: `pytest -m slow` for the largest."""

import itertools
import linecache
import math
import re
import sys

import numpy as np
import pytest

import lazyad as la
from benchmarks import scaling
from lazyad.emit import sections
from lazyad.tracing import syntax


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


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(shape, marks=[pytest.mark.slow] * (shape not in ("rosenbrock", "newton")))
        for shape in scaling.LINEAR
    ],
)
def test_source_is_linear_in_operations(shape):
    """Letters per operation, at some 100 operations (where the head counts), at ten times that, and
    at several times that; and by the size of a loop, which is no longer for more rounds."""
    small, medium, large = scaling.LINEAR[shape][:3]
    sizes = small, medium, (medium + large) // 2
    first, second, third = (scaling.source_of(shape, size) for size in sizes)
    if shape == "newton":
        assert first.operations == third.operations
        assert third.letters < first.letters + 20
        return
    assert first.operations < second.operations < third.operations
    assert second.letters < 1.6 * first.letters / first.operations * second.operations
    assert third.letters < 1.3 * second.letters / second.operations * third.operations


def test_a_number_is_one_node_of_a_trace():
    """Each that stood apart was merged by every pass that merges, with all that is made of it."""

    def f(x):
        for _ in range(10):
            x = 2.0 * la.sin(x + 1) + 0.0 - x * -0.0
        return x

    found = [n.payload for n in la.compile(f).trace.nodes if n.op.name == "const"]
    assert sorted(map(repr, found)) == ["-0.0", "0.0", "1.0", "2.0"]


def test_a_program_in_sections_is_linear(monkeypatch):
    """Each section hands on what later ones read, and is as long as that."""
    monkeypatch.setattr(sections, "LONGEST", 50)
    lengths = []
    for size in (250, 500):
        x = [1.0 + k / size for k in range(size)]
        f = la.compile(scaling.products(size), loops="unroll")
        lengths.append(len(f.lower(x).source))
        assert 3 < f.source.count("\ndef ") < 10
        value, tangent = f.jvp((x,), (x,))
        right = value * math.fsum(one / math.tan(one) for one in x)
        assert math.isclose(tangent, right, rel_tol=1e-10)
        assert math.isclose(value, math.prod(map(math.sin, x)), rel_tol=1e-14)
    assert lengths[1] < 2.15 * lengths[0]


def calls(run):
    """How many functions it calls."""

    def note(*_):
        nonlocal seen
        seen += 1

    seen = 0
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return seen


def test_loops_after_each_other_are_traced_in_linear_time():
    """Each asked anew what all before it are."""

    def traced(count):
        def chained(x):
            total = 0.0
            for _ in [object() for _ in range(count)]:
                value = x + total
                for _ in range(200):
                    value = value * 0.5 + math.sin(value)
                total = total * 0.9 + value
            return total

        f = la.compile(chained)
        seen = calls(lambda: f.lower(0.3))
        assert len(f.lower(0.3).trace.nodes) < 12 * count + 12
        return seen

    traced(3)
    assert traced(60) < 2.2 * traced(30)


def test_a_table_is_not_looked_through_at_each_branch():
    """Each asked what every row of it holds."""

    def traced(count):
        table = [(0.1 * k, math.sin(k)) for k in range(count)]

        def steps(x):
            for k in range(30):
                x = x + table[k][1] if x > k else x - table[k][0] * 2.0
            return x

        f = la.compile(steps, loops="unroll")
        seen = calls(lambda: f.lower(0.3).trace)
        assert math.isclose(f(0.3), steps(0.3), rel_tol=1e-12)
        return seen

    traced(30)
    assert traced(3000) < traced(300) + 90 * 2700


def test_a_lattice_beside_a_loop_is_not_a_tree():
    """There are as many ways to what hangs together as there are paths in it."""

    def traced(count):
        def decays(x):
            rows = [[[1.0 * k] for _ in range(k + 1)] for k in range(count)]
            for upper, lower in itertools.pairwise(rows):
                for k, one in enumerate(upper):
                    one += [lower[k], lower[k + 1]]
            for _ in range(200):
                x = x * 0.5 + math.sin(x) * rows[2][0][0]
            return x

        f = la.compile(decays)
        seen = calls(lambda: f.lower(0.3).trace)
        assert math.isclose(f(0.3), decays(0.3), rel_tol=1e-12)
        return seen

    traced(3)
    assert traced(14) < 6 * traced(7)


def test_machine_code_of_an_op_is_written_as_that_of_the_first_like_it():
    """Each was looked up among the functions that there are, by what it is called."""
    pytest.importorskip("llvmlite")

    def written(count):
        def chain(x, y):
            for _ in range(count):
                x, y = y, la.sin(x) * y + 0.5
            return x, y

        primal = la.compile(chain, target="native", loops="unroll").lower(0.3, 0.7).primal
        assert primal.graph
        return calls(lambda: primal.llvm)

    written(3)
    # Beginnings and ends of functions, those of C's among them.
    assert written(400) - written(200) < 50 * 3 * 200


def test_choices_within_each_other_are_written_in_linear_time():
    """Each looked into those within it, to the innermost."""

    def written(count):
        def largest(x):
            for one in x[1:]:
                x[0] = la.max(0.9 * x[0], one)
            return x[0]

        lowered = la.compile(largest, loops="unroll").lower([1.0] * count)
        assert len(lowered.graph.nodes) > 10 * count
        return calls(lambda: lowered.source)

    written(3)
    assert written(60) < 2.5 * written(30)


def american_put(spot, strike, years, rate, volatility):
    steps = 6
    step = years / steps
    up = np.exp(volatility * np.sqrt(step))
    p = (np.exp(rate * step) - 1.0 / up) / (up - 1.0 / up)
    value = np.maximum(strike - spot * up ** np.arange(steps, -steps - 1, -2), 0.0)
    for k in range(steps - 1, -1, -1):
        value = np.exp(-rate * step) * (p * value[:-1] + (1.0 - p) * value[1:])
        value = np.maximum(value, strike - spot * up ** np.arange(k, -k - 1, -2))
    return value[0]


def test_what_fails_in_a_branch_anyway_is_computed_once_in_it():
    """The slope of the root may fail, and with it all that is made of it: each choice of an option
    tree wrote what it reads anew, some three times as much as there is."""
    compiled = la.compile(american_put)
    for program in (compiled, compiled.grad):
        lowered = program.lower(100.0, 98.0, 1.0, 0.04, 0.25)
        written = int(re.search(r" in (\d+) operations", lowered.source)[1])
        assert written < 1.2 * sum(not node.op.leaf for node in lowered.graph.nodes)
    value = compiled(100.0, 98.0, 1.0, 0.04, 0.25)
    assert value == pytest.approx(american_put(100.0, 98.0, 1.0, 0.04, 0.25), rel=1e-13)


def surface(volatility, spot, strike, rate, years):
    """Calls at each volatility and spot, without volatility too, within their bounds."""
    volatility, spot = volatility.reshape(-1, 1), spot.reshape(1, -1)
    total = volatility * np.sqrt(years)
    still = total <= 1e-100
    ahead = np.log(spot / strike) + rate * years
    moving = ahead / np.where(still, 1.0, total) + total / 2.0
    d1 = np.where(still, np.where(ahead > 0.0, 1.0, -1.0), moving)
    size = np.clip(np.abs(d1), 0.0, 40.0)
    density = np.exp(-0.5 * size * size)
    tail = np.where(size < 7.0, density / (1.0 + size), density / (size + 1.0 / (size + 2.0)))
    share = np.where(d1 > 0.0, 1.0 - tail, tail)
    later = strike * np.exp(-rate * years)
    return np.clip(spot * share - later * share**2, np.maximum(spot - later, 0.0), spot)


def test_what_may_fail_is_not_written_in_every_branch_that_wants_it():
    """Each cell asks in the branches of all others for what is divided there: 1,946 operations of
    732, and for larger grids ever more branches."""
    compiled = la.compile(surface)
    volatility, spot = np.array([0.1, 0.5]), np.array([80.0, 120.0])
    program = compiled.vjp
    args = (volatility, spot, 100.0, 0.05, 1.0)
    _, (of_volatility, *_) = program(args, np.ones((2, 2)))
    written, own = map(int, re.search(r" in (\d+) operations, (\d+)", program.source).groups())
    assert written < 1.2 * own
    _, tangent = compiled.jvp(args, (np.array([0.0, 1.0]), 0.0 * spot, 0.0, 0.0, 0.0))
    assert of_volatility[1] == pytest.approx(tangent.sum(), rel=1e-12)
    _, (of_volatility, *_) = program((0.0 * volatility, *args[1:]), np.ones((2, 2)))
    assert np.isfinite(of_volatility).all()  # where the kernel itself may divide by zero


GRID = np.array([0.0, 0.1, 0.3, 0.4, 0.7, 0.8, 1.0, 1.5, 1.6, 1.9, 2.0, 2.3, 2.5, 3.0])


def between_iterates(k, x):
    y = [k]
    for _ in range(13):
        y.append(np.sin(y[-1] * k))
    return np.interp(x, GRID, np.array(y))


def test_a_table_that_is_read_before_it_is_asked_where():
    """Many branches want what stands right of x, which nothing does at the end: an IndexError of
    the table, where the rules of the function's own numbers read none."""
    hessian = la.hessian(between_iterates)
    assert hessian(1.2, 1.7)[0][1] != 0.0
    for x in (3.0, 5.0):
        (of_k, mixed), row = hessian(1.2, x)
        end = la.hessian(lambda k: between_iterates(k, 3.0))(1.2)
        assert (of_k, mixed, row) == (pytest.approx(end, rel=1e-12), 0.0, (0.0, 0.0))


def test_a_loop_that_is_left_in_many_places_is_not_written_in_cubic_time():
    """Each return asked of all flags how often all earlier ones read them."""

    def written(count):
        returns = "".join([f"    if x > {k}.5 * y:\n      return {k} * x\n" for k in range(count)])
        text = f"def left(x, y):\n  for _ in range(200):\n{returns}    x = x + y\n  return x\n"
        name, scope = f"<left in {count} places>", {}
        linecache.cache[name] = len(text), None, text.splitlines(True), name
        exec(compile(text, name, "exec"), scope)
        lowered = la.compile(scope["left"]).lower(1.0, 1.0)
        assert lowered.graph
        seen = calls(lambda: lowered.source)
        lines = [line.split()[:1] for line in lowered.source.splitlines()]
        assert lines.count(["return"]) == count + 1
        return seen

    written(3)
    assert written(60) < 4.0 * written(30)


def test_a_choice_is_asked_what_it_comes_to_in_linear_time():
    """Each question looked through all choices in it."""

    def traced(count):
        def seen_before(x):
            seen, level = False, 0
            for k in [*range(count)]:
                if x > k:
                    seen, level = True, k
                x = x + (seen and 0.1) + level
            return x

        f = la.compile(seen_before, loops="unroll")
        seen = calls(lambda: f.lower(0.3).trace)
        assert f(0.3) == seen_before(0.3)
        return seen

    traced(3)
    assert traced(120) < 2.3 * traced(60)


def test_choices_after_each_other_are_derived_in_linear_time():
    """Each condition was asked which inputs it depends on, through all choices before it."""

    def derived(count):
        lowered = la.compile(scaling.branching(count)).lower(0.3)
        assert lowered.trace.operations["where"] == count
        return calls(lambda: lowered.graph)

    derived(3)
    assert derived(120) < 2.3 * derived(60)


class Part:
    def __init__(self, size):
        self.size = size


def test_ways_that_nobody_takes_are_explored_as_far_as_their_work_goes():
    """Each branch looks at all that the function may change, however few Nodes it makes."""

    def explored(count):
        runs = []
        parts = [Part(0.1 * k) for k in range(count)]

        def kept(x):
            runs.append(x)
            total = x
            for part in parts[:20]:
                total = total - part.size if total > part.size else total + 1.0
            return sum([part.size for part in parts[:8] if x > part.size][:9]) + total

        f = la.compile(kept)
        assert [f(0.35), f(0.55)] == [kept(0.35), kept(0.55)]
        return f.lower(0.35).trace

    few, many = (str(explored(count)).count("NotImplementedError") for count in (20, 2000))
    assert few == 0 < many


def test_code_that_calls_what_its_module_imports_is_known_at_once(monkeypatch):
    """Step by step took longer than to compile it."""

    def instructions(code):
        raise AssertionError

    monkeypatch.setattr(syntax, "_steps", instructions)
    assert syntax.joining(calls_a_module) is not None


def calls_a_module(x):
    return math.sin(x) if x > 0.0 else math.cos(x)

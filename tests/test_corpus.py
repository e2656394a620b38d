"""The corpus crossed with every level and target, against the function itself and eager Duals."""

import functools

import black
import numpy as np
import pytest

import lazyad as la
from lazyad.codegen import emit
from lazyad.values.structure import leaves
from tests.corpus import CORPUS

LEVELS = ["none", "strict", "safe", "fast"]
CASES = [pytest.param(f, points, id=f.__name__) for f, points in CORPUS]


@functools.cache
def compiled(function, optimize="safe", target="python"):
    """The function compiled once, for all tests that ask it for numbers."""
    return la.compile(function, optimize=optimize, target=target)


def reference(function, point, direction):
    """Value and tangent leaves from eager Duals."""
    out = leaves(function(*[la.Dual(p, d) for p, d in zip(point, direction, strict=True)]))
    duals = [leaf if isinstance(leaf, la.Dual) else la.Dual(leaf, 0.0) for leaf in out]
    return [d.real for d in duals], [d.dual for d in duals]


def directions(n):
    return [[1.0 if i == k else 0.0 for i in range(n)] for k in range(n)] + [[0.3, -1.7, 0.9][:n]]


@pytest.mark.parametrize(("function", "points"), CASES)
@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize("target", ["python", "numpy"])
@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # numpy evaluates both sides of a choice
def test_value_and_tangent(function, points, optimize, target):
    f = compiled(function, optimize, target)
    exact = target == "python" and optimize in ("none", "strict")
    for point in points:
        plain = leaves(function(*point))
        assert leaves(f(*point)) == (plain if exact else pytest.approx(plain, rel=1e-12))
        for direction in directions(len(point)):
            value, tangent = f.jvp(point, direction)
            values, tangents = reference(function, point, direction)
            assert leaves(value) == (plain if exact else pytest.approx(values, rel=1e-12))
            assert leaves(tangent) == pytest.approx(tangents, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize(("function", "points"), CASES)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_numpy_kernel_is_elementwise(function, points):
    f = compiled(function, target="numpy")
    columns = [np.array(column) for column in zip(*points, strict=True)]
    seeds = [np.ones_like(column) for column in columns]
    value, tangent = f.jvp(columns, seeds)
    for row, point in enumerate(points):
        one = f.jvp(point, [1.0] * len(point))
        for ours, scalar in zip(leaves((value, tangent)), leaves(one), strict=True):
            picked = np.broadcast_to(ours, len(points))[row]
            assert picked == pytest.approx(scalar, rel=1e-12)


@pytest.mark.parametrize(("function", "points"), CASES)
@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize("target", ["python", "numpy"])
def test_source_is_a_fixed_point_of_black_and_runs_alone(function, points, optimize, target):
    f = compiled(function, optimize, target)
    for source in (f.source, f.primal.source):
        assert black.format_str(source, mode=black.Mode()) == source
        assert "lazyad" not in source.replace(__package__, "")
        imports = [line for line in source.splitlines() if line.startswith(("import", "from"))]
        if target == "python":
            assert all(line.startswith("from math import") for line in imports)
        scope = {}
        exec(builtins_compile(source), scope)
        assert callable(scope[function.__name__])


def builtins_compile(source):
    return compile(source, "emitted.py", "exec")


@pytest.mark.parametrize(("function", "points"), CASES)
@pytest.mark.parametrize("optimize", LEVELS)
def test_every_stage_is_valid_and_means_the_same(function, points, optimize):
    for name, graph in compiled(function, optimize).stages():
        graph.verify()
        if name in ("trace", "derive", "legalize"):  # ZERO is not yet gone
            continue
        for point in points:
            direction = [0.3, -1.7, 0.9][: len(point)]
            known = dict(zip(graph.inputs.values(), [*point, *direction], strict=True))
            got = la.evaluation.evaluate(leaves(graph.outputs), known)
            values, tangents = reference(function, point, direction)
            assert got == pytest.approx(values + tangents, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize(("function", "points"), CASES)
def test_a_second_run_of_each_pass_finds_nothing(function, points):
    for optimize in LEVELS:
        graph = compiled(function, optimize).graph
        for one in la.passes.LEVELS[optimize]:
            if one not in la.passes.BEFORE_DERIVATION:  # these do not run at the end
                assert one(graph) is graph
            once = one(la.push_forward(compiled(function).trace))
            assert one(once) is once


@pytest.mark.parametrize(("function", "points"), CASES)
def test_optimizing_never_costs_operations(function, points):
    counts = [compiled(function, o).graph.operations.total() for o in LEVELS]
    assert counts[0] >= counts[1] >= 0
    # A power is one operation and its products are several, so "safe" may count more than "strict".
    assert counts[3] <= counts[2]


def test_no_trace_of_tangents_that_nobody_seeds():
    f = la.compile(lambda x, y, z: x * la.exp(y) / z, wrt=("x",))
    assert list(f.graph.inputs) == ["x", "y", "z", "dx"]
    assert f.graph.operations == {"exp": 1, "mul": 2, "div": 2}
    assert "dy" not in f.source
    assert f.jvp((2.0, 0.0, 4.0), (1.0,)) == (0.5, 0.25)


def test_the_emitter_knows_nothing_of_optimization():
    graph = la.compile(lambda x: x * 2.0).graph
    from lazyad.emit.targets import find_target

    assert "x * 2.0" in emit(graph, find_target("python")).text

"""Graphs drawn by hypothesis: compiled kernels, eager Duals and mpmath agree."""

import itertools
import math
import operator

import black
import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lazyad as la
from lazyad.evaluation import evaluate
from tests.fuzz.graphs import graph
from tests.test_ops import MPMATH

BOTH = MPMATH | {"not_": operator.not_}


def graphs():
    """Those of the fuzzer, whose random numbers hypothesis chooses and makes simple."""
    return st.randoms(use_true_random=False).map(graph)


POINT = st.tuples(*[st.floats(-2, 2).map(lambda v: round(v, 3))] * 3)


def flat(pair):
    return la.graph.leaves(pair)


def tame(values):
    return all(math.isfinite(v) and abs(v) < 1e12 for v in values)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(graphs(), POINT, POINT)
def test_kernels_agree_with_duals(graph, point, direction):
    duals = dict(zip(graph.inputs.values(), map(la.Dual, point, direction), strict=True))
    try:
        expected = evaluate(flat(graph.outputs), duals)
    except (ArithmeticError, ValueError):
        return
    expected = [e if isinstance(e, la.Dual) else la.Dual(e, 0.0) for e in expected]
    values, tangents = [e.real for e in expected], [e.dual for e in expected]
    if not tame(values + tangents):
        return
    for optimize in ("none", "strict", "safe"):
        compiled = la.compile(graph, optimize=optimize)
        graph_value = flat(compiled(*point))
        value, tangent = map(flat, compiled.jvp(point, direction))
        scale = 1.0 + max(map(abs, values + tangents))
        if optimize != "safe":
            assert value == graph_value == values
        assert value == pytest.approx(values, rel=1e-9, abs=1e-9 * scale)
        assert tangent == pytest.approx(tangents, rel=1e-8, abs=1e-8 * scale)
        for name, stage in compiled.stages():
            assert stage.verify() is stage, name
    assert black.format_str(compiled.source, mode=black.Mode()) == compiled.source


@settings(max_examples=40, deadline=None, derandomize=True)
@given(graphs(), POINT)
def test_values_agree_with_mpmath(graph, point):
    compiled = la.compile(graph)
    try:
        values = flat(compiled(*point))
    except (ArithmeticError, ValueError):
        return
    with mpmath.mp.workdps(40):
        known = dict(zip(graph.inputs.values(), map(mpmath.mpf, point), strict=True))
        exact = [of_mpmath(leaf, known) for leaf in flat(graph.outputs)]
    for ours, reference in zip(values, exact, strict=True):
        if abs(reference) < 1e6:
            assert abs(ours - reference) <= 1e-6 * (1 + abs(reference))


def rounds_of_mpmath(loop, args):
    """What a loop comes to."""
    body, carried, rounds, over = loop.payload
    values, tables, read = args[:carried], args[carried : carried + over], args[carried + over :]
    kept, left = [], min((len(table) for table in tables), default=None)
    for number in itertools.count() if rounds is None else rounds:
        if left == 0:
            break
        rows = []
        if left is not None:
            left -= 1
            rows = [table[left] for table in tables]
        counted = [] if rounds is None else [mpmath.mpf(number)]
        start = dict(zip(flat(body.inputs), [*values, *counted, *rows, *read], strict=True))
        again, after, *records = body.outputs
        values = [of_mpmath(one, start) for one in after]
        if records and of_mpmath(records[0], start):
            kept.append([of_mpmath(one, start) for one in records[1]])
        if not of_mpmath(again, start):
            break
    records = body.outputs[3] if len(body.outputs) > 2 else ()
    return [*values, *[[row[at] for row in kept] for at in range(len(records))]]


def of_mpmath(root, known):
    """An independent evaluation, lazy like the kernel."""
    for node in la.graph.walk([root]):
        if node in known:
            continue
        if node.op.leaf:
            known[node] = mpmath.mpf(node.payload)
            continue
        if node.op.name == "loop":
            known[node] = rounds_of_mpmath(node, [known[arg] for arg in node.args])
            continue
        if node.op.name == "item":
            known[node] = known[node.args[0]][node.payload]
            continue
        try:
            known[node] = BOTH[node.op.name](*[known[arg] for arg in node.args])
        except (ZeroDivisionError, ValueError, TypeError):
            known[node] = mpmath.nan  # a branch that is not taken
        if isinstance(known[node], mpmath.mpc):
            known[node] = mpmath.nan
    return known[root]

"""Bodies in sections: the same values, whatever names and branches the cuts fall between."""

import math

import black
import pytest
from hypothesis import given, settings

import lazyad as la
from lazyad.emit import sections
from lazyad.emit.spelling import ATOM, Text
from lazyad.emit.statements import Assign, If, Return
from lazyad.graph import Node
from tests.test_random_graphs import POINT, flat, graphs


@pytest.fixture(params=[2, 5, 9])
def _short(request, monkeypatch):
    monkeypatch.setattr(sections, "LONGEST", request.param)


def check(function, *points):
    compiled = la.compile(function)
    for point in points:
        assert compiled(*point) == function(*point)
        tangents = [1.0] + [0.0] * (len(point) - 1)
        lifted = [la.Dual(p, t) for p, t in zip(point, tangents, strict=True)]
        expected = function(*lifted)
        assert compiled.jvp(point, tangents)[1] == pytest.approx(expected.dual, rel=1e-9)
    for source in (compiled.source, compiled.primal.source):
        assert black.format_str(source, mode=black.Mode()) == source
    return compiled


@pytest.mark.usefixtures("_short")
def test_a_branch_that_is_cut():
    def f(x, y):
        c = x > y
        s = la.sin(x) * la.cos(x)
        w = la.where(c, s * la.exp(s) + s, y)
        for _ in range(30):
            w = la.sin(w) * la.cos(w) + x * y
        return la.where(c, s * la.exp(w) + s * s * w, w)

    compiled = check(f, (0.3, 0.4), (0.5, 0.4))
    assert compiled.source.count("\ndef ") > 1


@pytest.mark.usefixtures("_short")
def test_names_that_look_like_uses():
    def f(x, y):
        e = la.sin(x) * la.cos(x)
        t = la.where(x > y, e * la.exp(e) + e * e, y)
        for _ in range(10):
            t = la.sin(t) * la.cos(t) + 1e-05
        return t

    check(f, (0.3, 0.4), (0.5, 0.4))
    keyed = la.compile(lambda x, y: {"t": f(x, y)})
    assert keyed(0.3, 0.4) == {"t": f(0.3, 0.4)}


@pytest.mark.usefixtures("_short")
def test_a_variable_named_like_a_part():
    def f(x):
        f_2 = x
        for _ in range(8):
            f_2 = la.sin(f_2) * la.cos(f_2)
            f_1 = f_2 * f_2 + f_2
            f_2 = f_1 * f_2 + f_1
        return f_2

    check(f, (0.3,))


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(graphs(), POINT, POINT)
def test_random_graphs_in_parts(graph, point, direction):
    whole, longest = la.compile(graph), sections.LONGEST
    try:
        expected = flat(whole.jvp(point, direction))
    except (ArithmeticError, ValueError):
        return
    try:
        sections.LONGEST = 3
        divided = la.compile(la.Graph(graph.inputs, graph.outputs, "divided"))
        got = flat(divided.jvp(point, direction))
        assert black.format_str(divided.source, mode=black.Mode()) == divided.source
    finally:
        sections.LONGEST = longest
    for a, b in zip(got, expected, strict=True):
        assert a == b or (math.isnan(a) and math.isnan(b))


def test_what_each_part_is_given():
    x = la.Node.input("x")
    text = Text("x", ATOM)
    values = [la.sin(x) for _ in range(sections.LONGEST)]
    variables = {node: f"v{at}" for at, node in enumerate(values)} | {x: "x"}
    inside = [Assign(variables[node], text, (node,), None) for node in values]
    y = values[0] + x
    body = [
        Assign("v0", text, (values[0],), None),
        If(text, inside[1:], None, (x,), None),
        Assign("y", text, (y,), None),
        *[Assign(f"y{at}", text, (x,), None) for at in range(9)],
        Return(text, (y,), None),
    ]
    found = sections.divide(body, ["x"], {**variables, y: "y"})
    assert [(part.given, len(part.body)) for part in found] == [(["x"], 2), (["v0", "x"], 11)]


def test_a_statement_about_a_variable_that_no_text_says(monkeypatch):
    """It is not handed on: there is none."""
    monkeypatch.setattr(sections, "LONGEST", 1)
    x = Node.input("x")
    gone, kept = x * 2.0, x * 3.0
    body = [
        Assign("v1", Text("x * 3.0", ATOM), (kept,), None),
        Assign("v2", Text("v1 + 1.0", ATOM), (gone, kept), None),
        Return(Text("v2", ATOM), (), None),
    ]
    found = sections.divide(body, ["x"], {gone: "v0", kept: "v1"})
    assert all("v0" not in section.given for section in found)


@pytest.mark.usefixtures("_short")
def test_lists_that_are_changed_in_place():
    def f(x, y):
        rows = [[x, 0.5, y], [x * y, 1.5, y], [2.0, x, x]]
        for k in range(12):
            p = int(abs(x) * k) % 3
            rows[0], rows[p] = rows[p], rows[0]
            rows[p][1] = rows[p][1] * 0.5 + y
        return [one for row in rows for one in row]

    found, step = la.jacobian(f)(1.37, 0.8), 1e-6
    for at, (dx, dy) in enumerate([(step, 0.0), (0.0, step)]):
        ends = zip(f(1.37 + dx, 0.8 + dy), f(1.37 - dx, 0.8 - dy), strict=True)
        slopes = [(above - below) / (2.0 * step) for above, below in ends]
        assert [row[at] for row in found] == pytest.approx(slopes, abs=1e-7)

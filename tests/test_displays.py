"""What a notebook shows: source, tables and pictures; and plain text elsewhere."""

import math
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

import lazyad as la
from lazyad.values.structure import leaves

formatters = pytest.importorskip("IPython.core.formatters")
np = pytest.importorskip("numpy")


def shown(thing):
    """What IPython sends to a notebook, by kind."""
    return formatters.DisplayFormatter().format(thing)[0]


@la.compile
def f(x, y):
    return math.sin(x) * y if x < y else x


def test_a_function_shows_its_source_once_it_was_called():
    fresh = la.compile(lambda x: x * x)
    assert "text/html" not in shown(fresh)
    assert not fresh.known  # it was not traced to be shown
    assert fresh(2.0) == 4.0
    html = shown(fresh)["text/html"]
    assert ">return</i> x * x, " in html
    assert f(1.0, 2.0)
    assert "&lt;" in shown(f)["text/html"]


def test_derivatives_show_theirs():
    assert f.grad(1.0, 2.0)
    assert "f_grad(x, y)" in shown(f.grad)["text/html"]


def test_what_has_no_derivative_is_shown_as_text():
    looked_up = la.op(partials=lambda out, x: (None,), outside=True)(lambda x: x + 1.0)
    compiled = la.compile(lambda x: looked_up(x))
    assert compiled(1.0) == 2.0
    assert [*shown(compiled)] == ["text/plain"]


def test_a_report_is_a_text_and_a_table():
    report = f.jacobian.report()
    found = shown(report)
    assert found["text/plain"] == report == str(report)
    assert found["text/html"].count("<tr>") == len(report.rows) + 1
    assert "order: " in found["text/html"]


def test_stages_are_listed_and_still_iterate():
    stages = f.stages()
    name, graph = next(stages)
    html = shown(stages)["text/html"]
    assert (name, html.count("<summary>")) == ("trace", 2 + ("economise" in html))
    assert "lt(x, y)" in html
    assert next(stages)[0] == "derive"
    assert [name, "derive", *[name for name, _ in stages]] == [name for name, _ in f.stages()]
    assert graph is f.trace


def test_a_dual():
    assert shown(la.Dual(2.0, -1.0))["text/html"].startswith("2 <span")
    assert shown(la.Dual(2.0, -1.0))["text/plain"] == "Dual(real=2.0, dual=-1.0)"


@pytest.mark.parametrize("n", [1, 5, 1000])
def test_a_sparsity_is_a_picture(n):
    pytest.importorskip("scipy")
    jacobian = la.jacobian(lambda x: np.append(x[1:] * x[:-1], x[:1]), sparse=True)
    pattern = jacobian.lower(np.ones(n)).sparsity
    picture = ET.fromstring(shown(pattern)["image/svg+xml"])
    assert float(picture.get("width")) == float(picture.get("height")) < 500
    path = picture[1].get("d")
    assert path.count("M") == len(pattern.rows) if n < 200 else path.count("M") < 700
    assert "M0 0h" in path


# ---------------------------------------------------------------------------------- pictures

needs_dot = pytest.mark.skipif(not shutil.which("dot"), reason="no dot: install graphviz")


def test_the_language_of_graphviz_has_an_edge_for_each_argument():
    for compiled in (f, f.grad, la.compile(lambda x: [x, 2.0, {'a"b': -x}])):
        graph = compiled.graph
        arguments = sum(len(node.args) for node in graph.nodes)
        assert graph.dot.count(" -> ") == arguments + len(leaves(graph.outputs))


@needs_dot
def test_a_graph_is_a_picture():
    html = shown(f.graph)["text/html"]
    assert html.startswith("<svg")
    assert html.count("<details>") == 1
    kept = la.compile(lambda x: halved(x))
    assert "loop: " in kept.graph.dot
    for graph in (f.hessian.graph, kept.graph, la.compile(lambda x: {'a"<b': -x}).graph):
        ET.fromstring(graph.drawn())
    assert f.graph.drawn("png").startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="instead: svg, png or pdf"):
        f.graph.drawn("nothing")


def halved(x):
    while x > 1.0:
        x = x / 2
    return x


def test_without_graphviz(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ImportError, match=r"(?s)Graphviz.*instead: .*install graphviz"):
        f.graph.drawn()
    assert shown(f.graph)["text/html"].startswith("<pre")


@needs_dot
def test_a_large_graph_is_not_drawn(monkeypatch):
    monkeypatch.setattr(subprocess, "run", None)
    large = la.compile(lambda x: [x * k for k in range(2, 400)], loops="unroll").graph
    html = shown(large)["text/html"]
    assert html.startswith("<details>")
    assert len(html.splitlines()) < 600

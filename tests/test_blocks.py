"""Blocks of points in NumPy: the bits of whole arrays, whatever memory is used again."""

import itertools
import random

import numpy as np
import pytest

import lazyad as la
from lazyad.codegen import emit, load
from lazyad.emit.blocks import in_blocks
from lazyad.emit.targets import find_target, legalize
from lazyad.graph import Graph, leaves
from lazyad.run import engines
from tests.corpus import CORPUS
from tests.fuzz.graphs import graph

NUMPY = find_target("numpy")


def flat(found):
    """The graph of a function's numbers, as the engine has it."""
    numbers, given = leaves(found.outputs), leaves(found.inputs)
    names = {f"x{at}": leaf for at, leaf in enumerate(given)}
    return legalize(Graph(names, tuple(numbers), found.name, found.nodes), NUMPY)


def check(found, monkeypatch):
    """Blocks of 16 points, for some patterns of arrays and numbers."""
    monkeypatch.setattr(engines, "BLOCK", 16)
    graph = flat(found)
    source = emit(graph, NUMPY)
    whole, engine = load(source, graph.name, "whole"), engines.by_numpy(found)
    count, rng = len(graph.inputs), np.random.default_rng(0)
    for pattern in itertools.islice(itertools.product([True, False], repeat=count), 4):
        if not any(pattern):
            continue
        columns = [rng.normal(size=50) if array else 1.25 for array in pattern]
        columns = [np.where(rng.random(50) < 0.1, 0.0, c) if np.ndim(c) else c for c in columns]
        rows = np.full((len(leaves(found.outputs)), 50), 7.0)
        with np.errstate(all="ignore"):
            expected = whole(*[c if np.ndim(c) else np.float64(c) for c in columns])
        engine(columns, [*rows], 0, 50)
        for row, one in zip(rows, expected, strict=True):
            assert np.array_equal(row, np.broadcast_to(one, 50).astype(float), equal_nan=True)
    return in_blocks(source.text, graph.name, [True] * count, len(leaves(found.outputs)))


@pytest.mark.parametrize("seed", range(60))
def test_random_graphs(seed, monkeypatch):
    found = graph(random.Random(seed))
    check(found, monkeypatch)
    check(
        la.compile(found).value_and_jacobian.lower(*[0.5] * len(found.inputs)).primal.graph,
        monkeypatch,
    )


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row[0].__name__)
def test_corpus(row, monkeypatch):
    function, points = row[:2]
    f = la.compile(function)
    for one in (f, f.value_and_jacobian):
        found = one.lower(*points[0]).primal.graph
        try:
            flat(found)
        except TypeError:
            return  # it has a loop
        check(found, monkeypatch)


def test_more_variables_than_names(monkeypatch):
    """Beyond 250 variables a name is used again, for another array."""

    def long(x, y):
        values = [x, y]
        for at in range(400):
            values.append(values[-1] * values[at] + values[-2])
        return values[-1], values[200]

    found = la.compile(long).lower(0.5, 0.25).primal.graph
    blocks = check(found, monkeypatch)
    assert blocks is not None
    assert blocks.buffers < 260


def test_buffers_are_used_again():
    def chain(x):
        for _ in range(40):
            x = np.sin(x) * 0.5 + 1.0
        return x

    graph = flat(la.compile(chain).lower(0.5).primal.graph)
    blocks = in_blocks(emit(graph, NUMPY).text, graph.name, [True], 1)
    assert blocks is not None
    assert blocks.buffers == 1


def test_choices_fill_buffers_too():
    def chosen(x):
        return np.where(x > 0.0, np.exp(x) * x + 1.0, np.sin(x))

    graph = flat(la.compile(chosen).lower(0.5).primal.graph)
    blocks = in_blocks(emit(graph, NUMPY).text, graph.name, [True], 1)
    assert blocks is not None
    assert blocks.buffers == 2

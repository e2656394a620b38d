"""Products with the Jacobian: along directions (forward mode), and with cotangents (reverse mode).

In: a Graph, and what moves. Out: a Graph of value and tangent, or the inputs that a product has. A
room of its own because these have names, and because a kernel is read: each tangent stands next to
its value.
"""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Callable, Iterable
from typing import Any

from lazyad.derivatives.algebra import made
from lazyad.derivatives.elimination import Linearized, accumulate
from lazyad.derivatives.loops import through_loops
from lazyad.derivatives.orders import forward
from lazyad.derivatives.partials import derived_origin, deriving, times_tangent
from lazyad.graph import CONST, INPUT, RAISE, ZERO, Graph, Node, const
from lazyad.ops import add, div, mul, neg, sub, where
from lazyad.regions import table_or_blank
from lazyad.values.origin import Origin
from lazyad.values.structure import free_name, leaves, map_leaves, map_paths, part_at, variable_name


def push_forward(graph: Graph, wrt: Iterable[str] | None = None) -> Graph:
    """The program of (value, tangent), with a parameter d<name> for each input in `wrt`.

    Forward mode: the tangent of each Node is the sum over its arguments of partial times tangent
    (Griewank & Walther, Evaluating Derivatives, 2008, chapter 3). `wrt` defaults to every input.
    What depends on no seeded input has the tangent ZERO; removing those is a pass's work. A single
    seed that many products would repeat multiplies the outputs' derivatives instead.

    >>> x = Node.input("x")
    >>> print(push_forward(Graph([x], x * x, "sq")))
    sq(x, dx):
      %0 = mul(x, x)
      %1 = mul(2.0, x)
      %2 = mul(%1, dx)
      return (%0, %2)
    """
    seeds, column = seeding(graph, wrt)
    graph, (column,) = through_loops(graph, [column], kernel=True)
    seed: Node | None = None
    if len(column) == 1 and _multiplied_often(graph, *column):
        (seed,) = column.values()
        column = dict.fromkeys(column, const(1.0))
    ends = list(dict.fromkeys(leaves(graph.outputs)))
    linear = Linearized(graph, [column], [{end: const(1.0)} for end in ends])
    rows, tangents = accumulate(linear, forward, set(graph.nodes), kernel=True)
    del linear  # and what it holds, before more is made
    pairs = zip(ends, rows, strict=True)
    found = {end: table_or_blank(row.get(0, ZERO), end) for end, row in pairs}
    if seed is not None:
        done: dict[Node, Node] = {}
        with deriving(graph) as now:
            for end, tangent in found.items():
                now.origin = derived_origin(end)
                found[end] = _seeded(tangent, seed, done)
    order = []
    for node in graph.nodes:
        order.append(node)
        if node in tangents and node not in column:
            order += tangents[node].values()
    outputs = (graph.outputs, map_leaves(found.__getitem__, graph.outputs))
    return Graph({**graph.inputs, **seeds}, outputs, graph.name, order, tuple(seeds))


def _seeded(derivative: Node, seed: Node, done: dict[Node, Node], levels: int = 256) -> Node:
    """derivative * seed, inside the choices that the derivative comes out of."""
    if derivative is ZERO or derivative.op is RAISE:
        return derivative
    if derivative not in done:
        if derivative.op is where and levels:
            condition, *sides = derivative.args
            chosen = [_seeded(side, seed, done, levels - 1) for side in sides]
            done[derivative] = where(condition, *chosen)
        elif derivative.op is div and derivative.args[0].op is CONST:
            done[derivative] = times_tangent(derivative, seed, None, (), False)
        else:
            done[derivative] = made(mul, derivative, seed)
    return done[derivative]


def beside(graph: Graph) -> Graph:
    """The graph with each tangent next to the value it belongs to, where its arguments allow."""
    values = {node.origin: at for at, node in enumerate(graph.nodes) if not _primal(node)}
    place: dict[Node, tuple[int, bool]] = {}
    for at, node in enumerate(graph.nodes):
        primal = _primal(node)
        if primal:
            needed = [place[arg][0] for arg in node.args]
            place[node] = max(values.get(primal, 0), *needed, 0), True
        else:
            place[node] = at, False
    order = sorted(graph.nodes, key=place.__getitem__)
    return Graph(graph.inputs, graph.outputs, graph.name, order, graph.seeds)


def _primal(node: Node) -> Origin | None:
    """Where the value comes from whose tangent the Node is, or is part of."""
    return node.origin and node.origin.primal


def _multiplied_often(graph: Graph, number: Node) -> bool:
    """Whether more ops multiply by the seed than there are outputs to multiply by it once."""
    free, one = (add, sub, neg, where), {number}
    readers = [node.op for node in graph.nodes if not one.isdisjoint(node.args)]
    often = [op for op in readers if not (op in free or op.condition)]
    return len(often) > len(set(leaves(graph.outputs)))


def seeding(graph: Graph, wrt: Iterable[str] | None) -> tuple[dict[str, Any], dict[Node, Node]]:
    """The inputs of `seed_inputs` for each path, or every input; which number each seeds."""
    wrt = tuple(graph.inputs if wrt is None else wrt)
    seeds = seed_inputs(graph, wrt)
    numbers = leaves([part_at(graph.inputs, path) for path in wrt])
    return seeds, dict(zip(numbers, leaves(seeds), strict=True))


def seed_inputs(
    graph: Graph, wrt: Iterable[str], shape: Callable[[Any], Any] = lambda part: part
) -> dict[str, Any]:
    """An input d<name> for each path, structured like what the path leads to, or like `shape` of
    it."""
    return {
        name: inputs_like(shape(part_at(graph.inputs, path)), name)
        for path, name in tangent_names(graph.inputs, wrt).items()
    }


def inputs_like(structure: Any, name: str) -> Any:
    """Inputs of their own for the Nodes of a structure."""
    return map_paths(lambda at, node: Node(INPUT, (), at, node.origin), structure, name)


def tangent_names(inputs: Iterable[str], wrt: Iterable[str]) -> dict[str, str]:
    """d<name> for each name in `wrt`, with underscores where an input or Python has that name
    already. A path gives the name that reads like it.

    >>> tangent_names(["x", "dx"], ["x", "dx"])
    {'x': 'dx_', 'dx': 'ddx'}
    >>> tangent_names(["params"], ["params.mass"])
    {'params.mass': 'dparams_mass'}
    >>> tangent_names(["el"], ["el"])
    {'el': 'del_'}
    """
    taken = {*inputs, *keyword.kwlist, *dir(builtins)}
    names = {}
    for name in wrt:
        tangent = free_name(f"d{variable_name(name)}", taken)
        taken.add(tangent)
        names[name] = tangent
    return names

"""A graph inside another function: its value on Nodes that are being traced, or on Duals.

In: a Graph, and values among which some are traced. Out: the value, as the function itself would
return it there. A room of its own because here no kernel runs: the graph becomes a part of another.
"""

from __future__ import annotations

import numbers
from collections.abc import Sequence
from typing import Any

from lazyad.derivatives import failures
from lazyad.dual import Dual
from lazyad.evaluation import evaluate
from lazyad.graph import INPUT, ZERO, Graph, Node
from lazyad.tracing.arguments import value_of
from lazyad.values.origin import by_numpy, origins, rules, state
from lazyad.values.structure import leaves, map_leaves, refilled, structure_of


def value_on(graph: Graph, args: Sequence[Any]) -> Any:
    """The graph's value for these arguments; what it closes over stays as it is."""
    known = dict(zip(leaves(graph.inputs), leaves(structure_of(list(args))), strict=True))
    if any(node.op is INPUT and node not in known for node in graph.nodes):
        own = set(known)
        for node in graph.nodes:
            if any(arg in own for arg in node.args):
                own.add(node)
            elif node not in own and (node.op is INPUT or any(arg in known for arg in node.args)):
                known[node] = node
    # In another function's trace, what raises is one of its branches: its handlers see it.
    decided: set[Node] = set()
    if state.session is not None:
        with origins():
            decided = {node for node in failures(graph.nodes) if node.op.lazy}
    values = evaluate(leaves(graph.outputs), known, decided, _by_its_rules)
    return value_of(refilled(graph.outputs, values))


def _by_its_rules(node: Node, args: Sequence[Any]) -> Any:
    """The op of a Node, by whose rules it was traced: math.sqrt stays Python's inside another."""
    with rules(by_numpy(node.origin)):
        return node.op(*args)


def with_zeros(values: Sequence[Any], count: int) -> list[Any]:
    """The values, of which the last `count` are tangents. One of 0 is none: it must not multiply a
    partial that is infinite."""
    if any(isinstance(number, Dual) for number in leaves(structure_of([*values]))):
        return [*values]
    start = len(values) - count
    tangents = [map_leaves(_structural, structure_of(tangent)) for tangent in values[start:]]
    return [*values[:start], *tangents]


def _structural(tangent: Any) -> Any:
    return ZERO if isinstance(tangent, numbers.Real) and tangent == 0 else tangent

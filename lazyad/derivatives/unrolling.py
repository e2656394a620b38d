"""Loops whose rounds are known, written out: where many tangents would go with the tables of a few.

In: a Graph, and the columns of a derivative. Out: the Graph without its loops, or None where that
is longer, or where the rounds depend on a number. A room of its own because it runs a loop on
Nodes: a gradient goes backwards through what that comes to, and not through tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lazyad.derivatives.elimination import Vector
from lazyad.derivatives.loops import union
from lazyad.derivatives.orders import weight
from lazyad.derivatives.reversal import ways_of
from lazyad.graph import BLANK, CALL, CONST, ITEM, LOOP, PUT, TABLE, TAKE, Graph, Node, lifted
from lazyad.regions import everything, run
from lazyad.values.structure import leaves, map_leaves

_ROWS = (list, tuple)
_MOST = 20_000  # Nodes, which take a gradient some seconds
_MOST_OF_ROWS = 200_000  # where otherwise each column would be in each row
_BACKWARDS = 4  # how many operations a gradient has for each


class _Unknown(Exception):
    """It cannot be written out, or not within the budget."""


def written_out(graph: Graph, columns: Sequence[Vector], rows: int, back: bool) -> Graph | None:
    """The graph without loops, if its derivative is shorter than loops with a tangent along each
    column, or, run `back`, an adjoint along each row: so many gradients, or what each column
    moves."""
    loops = [node for node in graph.nodes if node.op is LOOP]
    if not loops or any(node.op is CALL for node in everything(graph)):
        return None
    inputs = [{*column} for column in columns]
    moved = ways_of(graph, inputs)
    carried = 0
    for loop in loops:
        moving = [moved.get(arg, 0) for arg in loop.args]
        most = rows if back else len(columns)
        carried += min(most, union(moving).bit_count()) * weight(loop.payload.body)
        for arg, ways in zip(loop.args, moving, strict=True):
            carried += min(most, ways.bit_count()) * len(arg.args) if arg.op is TABLE else 0
    written = _Written(min(_MOST if rows == 1 else _MOST_OF_ROWS, carried))
    known: dict[Node, Any] = {one: one for one in leaves(graph.inputs)}
    try:
        written.follow(graph, known)
    except _Unknown:
        return None
    outputs = map_leaves(lambda leaf: lifted(known[leaf]), graph.outputs)
    found = graph.returning(outputs, written.nodes)
    forward = sum([ways.bit_count() for ways in ways_of(found, inputs).values()])
    backward = _BACKWARDS * max(1, rows) * len(found.nodes)
    return found if min(forward, backward) <= carried else None


class _Written:
    """The Nodes that are made so far: numbers stay numbers, and tables are lists of both."""

    def __init__(self, most: int) -> None:
        self.most, self.nodes = most, list[Node]()

    def follow(self, graph: Graph, known: dict[Node, Any]) -> None:
        """Add what each Node of the graph comes to."""
        for node in graph.nodes:
            if node not in known:
                known[node] = self._value(node, [known[arg] for arg in node.args])

    def _value(self, node: Node, args: Sequence[Any]) -> Any:
        if node.op is CONST:
            return node.payload
        if node.op.leaf:  # what raises, or the tangent of nothing, which is known by what it is
            self.nodes.append(node)
            return node
        if node.op is TABLE:
            return [*args]
        if node.op is BLANK:
            return [0.0] * len(args[0])
        if node.op is TAKE or node.op is PUT:
            return self._at(*args)
        if node.op is ITEM:
            return args[0][node.payload]
        if node.op is LOOP:
            return run(node, args, lambda _, known: self._round(node.payload.body, known))
        if node.op.apart:
            raise _Unknown
        if node.op.lazy:
            condition, *sides = args
            if not isinstance(condition, Node):
                return sides[not condition]
            long = max([len(side) for side in sides if isinstance(side, _ROWS)], default=None)
            if long is not None:  # the other one may be what raises
                rows = [side if isinstance(side, _ROWS) else [side] * long for side in sides]
                return [self._made(node, [condition, *pair]) for pair in zip(*rows, strict=True)]
        return self._made(node, args)

    def _at(self, numbers: Any, at: Any, *new: Any) -> Any:
        """What stands in a table; or the table, with another number there."""
        if isinstance(at, Node) or not -len(numbers) <= at < len(numbers):
            raise _Unknown
        if not new:
            return numbers[int(at)]
        changed = [*numbers]
        changed[int(at)] = new[0]
        return changed

    def _round(self, body: Graph, known: dict[Node, Any]) -> list[Any]:
        self.most -= 1  # for rounds of numbers alone make no Node
        self.follow(body, known)
        again, _, *records = body.outputs
        asked = (again, *leaves(records[:1]))
        if self.most < 0 or any(isinstance(known[one], Node) for one in asked):
            raise _Unknown
        return [known[one] for one in leaves(body.outputs)]

    def _made(self, node: Node, args: Sequence[Any]) -> Any:
        if not any(isinstance(arg, Node) for arg in args):
            try:
                return node.op(*args)
            except (ArithmeticError, ValueError):  # which the kernel is to raise
                pass
        new = Node(node.op, tuple(map(lifted, args)), node.payload, node.origin)
        self.nodes.append(new)
        if len(self.nodes) > self.most:
            raise _Unknown
        return new

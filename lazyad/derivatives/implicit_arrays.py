"""What equations make of their unknowns where arrays are kept whole: an array is an op with a
tangent.

In: a Graph of the residual, of numbers that are unknown and arrays that are given. Out: the `Op` of
(x, *p), whose value is x, and whose tangent is that of the implicit function. A room of its own
because its derivative is a system of whole arrays, and sweeps forward as those of programs do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from lazyad import ops
from lazyad.arrays.constants import eye, full
from lazyad.arrays.forms import shape_of
from lazyad.arrays.matrices import SLOGDET, items, solve
from lazyad.arrays.reductions import ALL
from lazyad.arrays.rows import ArrayRow
from lazyad.arrays.slices import array_of, elements
from lazyad.arrays.views import reshape, swapped
from lazyad.derivatives.implicit import Equations
from lazyad.derivatives.whole import tangents
from lazyad.evaluation import evaluate
from lazyad.graph import RAISE, ZERO, Graph, Node, Op, walk
from lazyad.regions import made
from lazyad.values.structure import leaves


def implicit(residual: Graph, unknowns: int, said: Sequence[str] = (), starts: int = 0) -> Op:
    """The op of (x, *p) that is x, an array of the unknowns, where residual(*x, *p) = 0; what is
    `said`, and the `starts`, are as in `lazyad.derivatives.implicit`."""
    inputs = leaves(residual.inputs)

    def tangent(node: Node, _: Any, *moved: Node) -> Node:
        read = node.args[1:]
        known = dict(zip(inputs, [*elements(node), *read], strict=not starts))
        r = array_of(evaluate(leaves(residual.outputs), known), (unknowns,))
        seeds = {arg: one for arg, one in zip(read, moved, strict=True) if one is not ZERO}
        nodes = walk([r], {node, *read})
        rows = _rows(nodes, node, r)
        if starts:
            failure = Node(RAISE, (), (ValueError, said[0]))
            still = ops.where(_isolated(rows, node, r), full((unknowns,), 0.0, "float64"), failure)
            moves = [reshape(one, (*shape_of(one), 1)) * still for one in seeds.values()]
            return reduce(ops.add, moves)
        first, own = next(iter(seeds.items()))
        lead = shape_of(own)[: len(shape_of(own)) - len(shape_of(first))]
        change = tangents(nodes, seeds, lead).of(r)
        return change if change is ZERO else -_solved(_regular(rows, node, r, said), change)

    count = 1 + len(inputs) - unknowns + starts
    op = Op("solution", lambda *args: args, None, count, weight=0, fails=())
    op.apart, op.made_of = True, Equations(residual, 0, [op] * unknowns, said, starts)
    op.array = ArrayRow(
        lambda _, x, *given: x, None, tangent=tangent, define=lambda node: node.args[0]
    )
    return op


def _rows(nodes: Sequence[Node], x: Node, r: Node) -> Node:
    """The residual's Jacobian."""
    (size,) = shape_of(x)
    found = tangents(nodes, {x: eye(size, "float64")}, (size,)).of(r)
    return full((size, size), 0.0, "float64") if found is ZERO else swapped(found)


def _regular(rows: Node, x: Node, r: Node, said: Sequence[str]) -> Node:
    """The Jacobian, where it is regular and the residual is 0."""
    holds = []
    if len(said) > 1:
        step = ops.abs(_solved(rows, r))
        holds.append(made(ALL, (ops.le(step, 1e-3 * ops.abs(x) + 1e-3),), ((-1,), False)))
    if shape_of(x) == (1,):
        slope, bend = _slope_and_bend(rows, x)
        near = ops.abs(elements(r)[0] * bend) < 0.01 * slope * slope
        holds.append(ops.ne(slope, 0.0) if bend is ZERO else near)
    for holds_, text in zip(holds, [*said[1:], said[0]], strict=False):
        rows = ops.where(holds_, rows, Node(RAISE, (), (ValueError, text)))
    return rows


def _isolated(rows: Node, x: Node, r: Node) -> Node:
    """Whether other solutions are apart from it, as in `lazyad.derivatives.implicit`."""
    if shape_of(x) != (1,):
        return ops.ne(items(SLOGDET, rows)[0], 0.0)
    found = [one for one in (*_slope_and_bend(rows, x), *elements(r)) if one is not ZERO]
    return reduce(ops.or_, [ops.ne(one, 0.0) for one in found])


def _slope_and_bend(rows: Node, x: Node) -> tuple[Node, Node]:
    """The derivative of a residual of one unknown, and that of it."""
    (slope,) = elements(rows)
    return slope, tangents(walk([slope], {x}), {x: full((1,), 1.0, "float64")}).of(slope)


def _solved(rows: Node, right: Node) -> Node:
    """The x of rows @ x = right, which may have directions in front."""
    column = reshape(right, (*shape_of(right)[-1:], 1), 1)
    found = column / rows if shape_of(rows) == (1, 1) else solve(rows, column)
    return reshape(found, shape_of(found)[-2:-1], 2)

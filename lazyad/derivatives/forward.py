"""Forward mode in one sweep: a Graph in, a Graph of value and tangent out.

A room of its own beside elimination, because a kernel is read: each tangent stands next to its
value and is called like it, and is written as a person would, dividing and scaling once.
"""

from __future__ import annotations

import builtins
import keyword
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from lazyad.derivatives.partials import QUOTIENTS, derived, deriving, local_partials, plus
from lazyad.derivatives.powers import without_common
from lazyad.derivatives.single_points import continued
from lazyad.graph import (
    CONST,
    INPUT,
    LARGEST,
    RAISE,
    SMALLEST,
    ZERO,
    Graph,
    Node,
    const,
    exact_reciprocal,
    is_const,
)
from lazyad.ops import add, div, mul, neg, sub, where
from lazyad.values.structure import leaves, map_leaves, map_paths, part_at, variable_name


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
    wrt = tuple(graph.inputs if wrt is None else wrt)
    seeded = [part_at(graph.inputs, path) for path in wrt]
    seeds = seed_inputs(graph, wrt)
    uses = Counter(arg for node in graph.nodes for arg in node.args)
    uses.update(leaves(graph.outputs))
    tangents = dict(zip(leaves(seeded), leaves(seeds), strict=True))
    once = len(tangents) == 1 and _multiplied_often(graph, *tangents)
    if once:
        (seed,) = tangents.values()
        tangents = dict.fromkeys(tangents, const(1.0))
    order: list[Node] = []
    through = continued(graph)
    with deriving(graph) as now:
        for node in graph.nodes:
            order.append(node)
            if node in tangents:
                continue
            now.origin = derived(node)
            tangents[node] = _tangent(node, tangents, uses, through)
            order.append(tangents[node])
        if once:
            done: dict[Node, Node] = {}
            for end in set(leaves(graph.outputs)):
                now.origin = tangents[end].origin
                tangents[end] = _seeded(tangents[end], seed, done)
    outputs = (graph.outputs, map_leaves(tangents.__getitem__, graph.outputs))
    return Graph({**graph.inputs, **seeds}, outputs, graph.name, order, tuple(seeds))


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
        tangent = f"d{variable_name(name)}"
        while tangent in taken:
            tangent += "_"
        taken.add(tangent)
        names[name] = tangent
    return names


def _multiplied_often(graph: Graph, seeded: Node) -> bool:
    """Whether more ops multiply by the seed than there are outputs to multiply by it once."""
    users = [
        node
        for node in graph.nodes
        if seeded in set(node.args) and not (node.op in (add, sub, neg, where) or node.op.condition)
    ]
    return len(users) > len(set(leaves(graph.outputs)))


def _tangent(
    node: Node, tangents: dict[Node, Node], uses: Counter[Node], through: set[Node]
) -> Node:
    active = {arg for arg in node.args if tangents[arg] is not ZERO}
    if active and node.op is where and any(side.op is RAISE for side in node.args[1:]):
        sides = [side if side.op is RAISE else tangents[side] for side in node.args[1:]]
        return where(node.args[0], *sides)
    whole = {node, *node.args}
    total = ZERO
    for arg, partial in local_partials(node, active, (), through).items():
        total = plus(total, _times(partial, tangents[arg], whole, uses[arg] == 1))
    return total


def _seeded(derivative: Node, seed: Node, done: dict[Node, Node], levels: int = 256) -> Node:
    """derivative * seed, inside the choices that the derivative comes out of."""
    if derivative is ZERO or derivative.op is RAISE:
        return derivative
    if derivative not in done:
        if derivative.op is where and levels:
            condition, *sides = derivative.args
            chosen = [_seeded(side, seed, done, levels - 1) for side in sides]
            done[derivative] = where(condition, *chosen)
        else:
            done[derivative] = mul(derivative, seed)
    return done[derivative]


def _times(partial: Node, tangent: Node, whole: set[Node], alone: bool) -> Node:
    """partial * tangent. A choice or a quotient is entered, so that a branch not taken is never
    multiplied by zero and 1/y becomes a division of the tangent. The op's own result and arguments
    (`whole`) are not: they have a name already. What the one divides by cancels in the other. A
    constant joins the tangent's own constant where nobody else wants that tangent (`alone`)."""
    if partial is ZERO or tangent is ZERO:
        return ZERO
    if is_const(partial, 1.0):
        return tangent
    if is_const(tangent, 1.0):
        return partial
    if partial.op is CONST:
        return _scaled(partial.payload, tangent, alone)
    left = without_common(partial, tangent)
    if left:
        return _times(*left, whole, alone)
    if partial in whole:
        return mul(partial, tangent)
    if partial.op is neg:
        return neg(_times(partial.args[0], tangent, whole, alone))
    if partial.op is div and all(arg.op is CONST for arg in partial.args):
        inverse = exact_reciprocal(partial.args[1].payload)
        if inverse is not None:
            return _scaled(partial.args[0].payload * inverse, tangent, alone)
    if partial.op in QUOTIENTS:
        return partial.op(_times(partial.args[0], tangent, whole, alone), partial.args[1])
    if partial.op is where:
        condition, *sides = partial.args
        return where(condition, *[_times(side, tangent, whole, alone) for side in sides])
    return mul(partial, tangent)


def _scaled(factor: float, tangent: Node, alone: bool) -> Node:
    """factor * tangent; a partial that is the constant 0 is a structural zero."""
    if factor == 0.0:
        return ZERO
    if factor == -1.0:
        return neg(tangent)
    if alone and tangent.op is mul:
        first, second = tangent.args
        constant = first.args[0] if first.op is mul else first
        if constant.op is CONST and SMALLEST <= abs(factor * constant.payload) <= LARGEST:
            joined = const(factor * constant.payload)
            first = joined if first is constant else mul(joined, first.args[1])
            return mul(first, second)
    return mul(const(factor), tangent)

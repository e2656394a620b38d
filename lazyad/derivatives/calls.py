"""Derivatives through calls of routines: tangents are states beside the states.

In: the call of an integral or of differential equations, and the tangents of its arguments. Out:
the call that follows both, and the tangents of what it comes to. A room of its own because only
here do times move, too. What is `fixed`, such as a solver's result, moves with nothing; its
derivative is that of the implicit function (`lazyad.derivatives.implicit`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lazyad.calls import Call
from lazyad.derivatives.algebra import negated, or_zero, plus, product
from lazyad.derivatives.elimination import Linearized, accumulate
from lazyad.derivatives.orders import forward
from lazyad.derivatives.partials import derived_origin, deriving
from lazyad.evaluation import evaluate
from lazyad.graph import CALL, INPUT, ZERO, Graph, Node, const, lifted
from lazyad.regions import items
from lazyad.values.structure import free_name

Through = Callable[..., Any]  # `lazyad.derivatives.loops.through_loops`, which stands below


def pushed_call(
    node: Node, directions: Sequence[Mapping[int, Node]], through: Through
) -> tuple[Node, list[Node], list[dict[int, Node]]]:
    """The call whose states have their tangents beside them, along each direction, its old items,
    and along each direction the tangents of those that move: where a time moves by dt, the states
    there move by their slopes times dt, too (the Leibniz rule)."""
    what: Call = node.payload
    size, first, body = len(what.body.outputs), what.first, what.body
    inputs, args = what.inputs, node.args
    read = args[what.starts :]

    def slopes(t: Node, states: Sequence[Node]) -> list[Node]:
        known = dict(zip(inputs, [t, *states, *read], strict=True))
        return [*map(lifted, evaluate(what.body.outputs, known))]

    begun = slopes(args[0], args[first : what.starts]) if any(0 in d for d in directions) else []
    place: dict[tuple[int, int], int] = {}  # by direction and state, of the tangents in a row
    beside: list[Node] = []
    states: list[tuple[Node, Node]] = []
    also_read: list[tuple[Node, Node]] = []
    starts: list[dict[int, Node]] = []
    order: list[Node] = []
    for way, direction in enumerate(directions):
        moved = {at - first: one for at, one in direction.items() if at >= first}
        start = {at: one for at, one in moved.items() if at < what.states}
        for at in range(size) if 0 in direction else ():
            lost = negated(product(begun[at], direction[0]))
            start[at] = plus(start.get(at, ZERO), lost)
        starts.append(start)
        wanted = {*moved, *(start if what.states else ())}
        body, found, seeds, more = _slopes(body, wanted, what.states, through)
        order += more
        for at in range(size):
            tangent = found[body.outputs[at]]
            if at in seeds if what.states else tangent is not ZERO:
                place[way, at] = size + len(beside)
                beside.append(or_zero(tangent))
                states += [(seeds[at], start.get(at, ZERO))] if what.states else []
        also_read += [(seeds[at], moved[at]) for at in sorted(seeds) if at >= what.states]
    body = body.returning((*body.outputs, *beside), [*body.nodes, *order])
    new = widened_call(node, body, states, also_read, seeded=True)
    every, wide = items(new), size + len(beside)
    ends: list[dict[int, Node]] = [{} for _ in directions]
    for k in range(what.times):
        own = every[k * wide : (k + 1) * wide]
        moves = [direction.get(1 + k, ZERO) for direction in directions]
        timed = any(one is not ZERO for one in moves)
        there = slopes(args[1 + k], own[: what.states]) if timed else []
        for way, move in enumerate(moves):
            for at in range(size):
                tangent = own[place[way, at]] if (way, at) in place else ZERO
                if not what.states:
                    tangent = plus(tangent, starts[way].get(at, ZERO))
                if move is not ZERO:
                    tangent = plus(tangent, product(there[at], move))
                if tangent is not ZERO:
                    ends[way][k * size + at] = tangent
    return new, [one for at, one in enumerate(every) if at % wide < size], ends


def _slopes(
    body: Graph, wanted: set[int], states: int, through: Through
) -> tuple[Graph, dict[Node, Node], dict[int, Node], list[Node]]:
    """The body, the tangents of its slopes, the seeds of its inputs after the time by their place,
    and the Nodes in between."""
    inputs = [*body.inputs.values()][1:]
    seeds: dict[int, Node] = {}
    while True:
        for at in sorted(wanted - seeds.keys()):
            with deriving(body):
                seeds[at] = Node(INPUT, (), inputs[at].payload, derived_origin(inputs[at]))
        column = {inputs[at]: seed for at, seed in seeds.items()}
        inner, (known,) = through(body, [column], True)
        ends = tuple(dict.fromkeys(inner.outputs))
        linear = Linearized(inner.returning(ends), [known], [{end: const(1.0)} for end in ends])
        rows, edges = accumulate(linear, forward, set(inner.nodes), kernel=True)
        found = {end: row.get(0, ZERO) for end, row in zip(ends, rows, strict=True)}
        others = {v: t for v, of in edges.items() for t in of.values() if t is not ZERO}
        wanted = {at for at in range(states) if found[inner.outputs[at]] is not ZERO}
        if wanted <= seeds.keys():
            return inner, found, seeds, [*others.values()]


def widened_call(
    node: Node,
    body: Graph,
    states: Sequence[tuple[Node, Node]],
    read: Sequence[tuple[Node, Node]],
    *,
    seeded: bool = False,
) -> Node:
    """The call of that body with more states, each with where it begins, and with more that is
    read, and what that is; `seeded` if they are tangents."""
    what: Call = node.payload
    named, more = {**what.body.inputs}, [one for one, _ in (*states, *read)]
    for one in more:
        named[free_name(f"d{one.payload}" if seeded else str(one.payload), named)] = one
    names = {one: name for name, one in named.items()}
    inputs = [*what.inputs[: what.given], *[one for one, _ in states]]
    inputs += [*what.inputs[what.given :], *[one for one, _ in read]]
    args = [*node.args[: what.starts], *[or_zero(one) for _, one in states]]
    args += [*node.args[what.starts :], *[or_zero(one) for _, one in read]]
    seeds = tuple([names[one] for one in more]) if seeded else ()
    new = Graph({names[one]: one for one in inputs}, body.outputs, body.name, body.nodes, seeds)
    payload = what._replace(body=new, given=what.given + len(states))
    return Node(CALL, tuple(args), payload, node.origin)

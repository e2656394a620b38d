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
from lazyad.derivatives.algebra import negated, plus, product
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
    carried: list[tuple[int, int, Node, Node, Node]] = []  # of which direction and state
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
                seed = seeds[at] if what.states else ZERO
                begin = start.get(at, ZERO) if what.states else ZERO
                carried.append((way, at, seed, begin, tangent))
        also_read += [(seeds[at], moved[at]) for at in sorted(seeds) if at >= what.states]
    new = _beside(node, body, carried, also_read, order)
    every, wide = items(new), size + len(carried)
    ends: list[dict[int, Node]] = [{} for _ in directions]
    for k in range(what.times):
        values = every[k * wide : k * wide + size]
        moves = [direction.get(1 + k, ZERO) for direction in directions]
        there = (
            slopes(args[1 + k], values if what.states else ())
            if any(one is not ZERO for one in moves)
            else []
        )
        for way, move in enumerate(moves):
            for at in range(size):
                own = [c for c, one in enumerate(carried) if one[:2] == (way, at)]
                tangent = every[k * wide + size + own[0]] if own else ZERO
                if not what.states:
                    tangent = plus(tangent, starts[way].get(at, ZERO))
                if move is not ZERO:
                    tangent = plus(tangent, product(there[at], move))
                if tangent is not ZERO:
                    ends[way][k * size + at] = tangent
    own_items = [one for at, one in enumerate(every) if at % wide < size]
    return new, own_items, ends


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


def _beside(
    node: Node,
    body: Graph,
    carried: Sequence[tuple[int, int, Node, Node, Node]],
    also_read: Sequence[tuple[Node, Node]],
    order: Sequence[Node],
) -> Node:
    """The call with the tangents beside its states, and beside what is read."""
    what: Call = node.payload
    names, inputs = [*body.inputs], [*body.inputs.values()]
    value = dict(zip(names, inputs, strict=True))
    seeds = [seed for _, _, seed, _, _ in carried if seed is not ZERO]
    of: dict[str, Node] = {}
    for seed in [*seeds, *[one for one, _ in also_read]]:
        of[free_name(f"d{seed.payload}", {*value, *of})] = seed
    called = {seed: name for name, seed in of.items()}
    both = {name: value[name] for name in names[: what.given]}
    both |= {called[seed]: seed for seed in seeds}
    both |= {name: value[name] for name in names[what.given :]}
    both |= {called[seed]: seed for seed, _ in also_read}
    ends = [const(0.0) if end is ZERO else end for *_, end in carried]
    begins = [
        const(0.0) if begin is ZERO else begin
        for _, _, seed, begin, _ in carried
        if seed is not ZERO
    ]
    new = Graph(both, (*body.outputs, *ends), body.name, [*body.nodes, *order], tuple(of))
    args = (
        *node.args[: what.starts],
        *begins,
        *node.args[what.starts :],
        *[one for _, one in also_read],
    )
    payload = what._replace(body=new, given=what.given + len(seeds))
    return Node(CALL, args, payload, node.origin)

"""Derivatives through calls of routines: tangents are states beside the states.

In: the call of an integral or of differential equations, and the tangents of its arguments. Out:
the call that follows both, and the tangents of what it comes to. A room of its own because only
here do times move, too. What is `fixed`, such as a solver's result, moves with nothing; its
derivative is that of the implicit function (`lazyad.derivatives.implicit`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lazyad.arrays.constants import full
from lazyad.arrays.forms import known_form
from lazyad.arrays.rows import Shape
from lazyad.arrays.scans import round_input
from lazyad.arrays.slices import array_of, elements
from lazyad.calls import Call
from lazyad.derivatives.algebra import negated, or_zero, plus, product
from lazyad.derivatives.elimination import Linearized, accumulate
from lazyad.derivatives.orders import forward
from lazyad.derivatives.partials import derived_origin, deriving
from lazyad.evaluation import evaluate
from lazyad.graph import CALL, INPUT, ZERO, Graph, Node, const, lifted
from lazyad.regions import items
from lazyad.values.structure import Form, free_name, leaves

Expand = Callable[..., Any]  # as in `lazyad.derivatives.loops`, which stands below


def pushed_call(
    node: Node, directions: Sequence[Mapping[int, Node]], through: Callable[..., Any]
) -> tuple[Node, list[Node], list[dict[int, Node]]]:
    """`moved_call` of numbers; `through` is `through_loops`."""

    def expand(body: Graph, seeds: Mapping[Node, Sequence[Node]]) -> Any:
        inner, (known,) = through(body, [{x: one[1] for x, one in seeds.items()}], True)
        ends = tuple(dict.fromkeys(inner.outputs))
        linear = Linearized(inner.returning(ends), [known], [{end: const(1.0)} for end in ends])
        rows, edges = accumulate(linear, forward, set(inner.nodes), kernel=True)
        found = {end: row.get(0, ZERO) for end, row in zip(ends, rows, strict=True)}
        others = {v: t for v, of in edges.items() for t in of.values() if t is not ZERO}
        return inner, lambda end: [end, found[end]], [*inner.nodes, *others.values()]

    return moved_call(node, directions, expand)


def moved_call(
    node: Node, directions: Sequence[Mapping[int, Node]], expand: Expand, lead: Shape = ()
) -> tuple[Node, list[Node], list[dict[int, Node]]]:
    """The call whose states have their tangents beside them, along each direction, its old items,
    and along each direction the tangents of those that move: where a time moves by dt, the states
    there move by their slopes times dt, too (the Leibniz rule). The numbers of a tangent behind
    `lead` are states of their own."""
    what: Call = node.payload
    size, first, body = len(what.body.outputs), what.first, what.body
    args, slopes = node.args, _slopes_at(node)
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
        body, tangents, seeds, made = _slopes(body, wanted, what.states, expand, lead)
        order += made
        for at, tangent in enumerate(tangents):
            if at in seeds if what.states else tangent is not ZERO:
                place[way, at] = size + len(beside)
                beside += _numbers(tangent, lead)
            if at in seeds and what.states:
                states += zip(seeds[at], _numbers(start.get(at, ZERO), lead), strict=True)
        also_read += [(seeds[at][0], moved[at]) for at in sorted(seeds) if at >= what.states]
    new = widened_call(
        node, body.returning((*body.outputs, *beside), order), states, also_read, seeded=True
    )
    every, wide, many = items(new), size + len(beside), math.prod(lead)
    ends: list[dict[int, Node]] = [{} for _ in directions]
    for k in range(what.times):
        own = every[k * wide : (k + 1) * wide]
        moves = [direction.get(1 + k, ZERO) for direction in directions]
        timed = any(one is not ZERO for one in moves)
        there = slopes(args[1 + k], own[: what.states]) if timed else []
        for way, move in enumerate(moves):
            for at in range(size):
                begins = place.get((way, at), wide)
                tangent = _joined(own[begins : begins + many], lead)
                if not what.states:
                    tangent = plus(tangent, starts[way].get(at, ZERO))
                if move is not ZERO:
                    tangent = plus(tangent, product(there[at], move))
                if tangent is not ZERO:
                    ends[way][k * size + at] = tangent
    return new, [one for at, one in enumerate(every) if at % wide < size], ends


def _slopes_at(node: Node) -> Callable[[Node, Sequence[Node]], list[Node]]:
    """What the call's slopes are, outside of it, from a time and the states there."""
    what: Call = node.payload

    def slopes(t: Node, states: Sequence[Node]) -> list[Node]:
        given = [t, *states, *node.args[what.starts :]]
        known = dict(zip(what.inputs, given, strict=True))
        return [*map(lifted, evaluate(what.body.outputs, known))]

    return slopes


def _numbers(tangent: Node, lead: Shape) -> list[Node]:
    """Those of a number's tangent along all directions."""
    if not lead:
        return [or_zero(tangent)]
    return elements(full(lead, 0.0, "float64") if tangent is ZERO else tangent)


def _joined(numbers: Sequence[Node], lead: Shape) -> Node:
    """The tangent of these numbers, ZERO if there are none."""
    if not numbers:
        return ZERO
    return array_of(numbers, lead) if lead else numbers[0]


def _slopes(
    body: Graph, wanted: set[int], states: int, expand: Expand, lead: Shape
) -> tuple[Graph, list[Node], dict[int, list[Node]], list[Node]]:
    """The body, the tangents of its slopes, the seeds of its inputs after the time by their place,
    and all Nodes in order."""
    inputs = leaves(body.inputs)[1:]
    seeds: dict[int, list[Node]] = {}
    begin: dict[Node, list[Node]] = {}
    while True:
        for at in sorted(wanted - seeds.keys()):
            with deriving(body):
                seeds[at] = _seeds(inputs[at], lead, apart=at < states)
                seed = _joined(seeds[at], lead) if at < states else seeds[at][0]
            begin[inputs[at]] = [inputs[at], seed]
        inner, of, made = expand(body, begin)
        series = [of(one) for one in inner.outputs]
        wanted = {at for at in range(states) if series[at][1] is not ZERO}
        if wanted <= seeds.keys():
            inner = inner.returning(tuple([one[0] for one in series]), made)
            return inner, [one[1] for one in series], seeds, made


def _seeds(one: Node, lead: Shape, *, apart: bool) -> list[Node]:
    """The input that stands for the tangent of that one; `apart` one for each number of it."""
    name, origin, form = f"d{one.payload}", derived_origin(one), known_form(one)
    if form is None:
        return [Node(INPUT, (), name, origin)]
    if not apart:
        return [round_input(name, Form((*lead, *form.shape), form.kind), origin)]
    names = [f"{name}{k}" for k in range(math.prod(lead))] if lead else [name]
    return [round_input(own, Form(()), origin) for own in names]


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
        named[free_name(str(one.payload), named)] = one
    names = {one: name for name, one in named.items()}
    inputs = [*what.inputs[: what.given], *[one for one, _ in states]]
    inputs += [*what.inputs[what.given :], *[one for one, _ in read]]
    args = [*node.args[: what.starts], *[or_zero(one) for _, one in states]]
    args += [*node.args[what.starts :], *[or_zero(one) for _, one in read]]
    seeds = tuple([names[one] for one in more]) if seeded else ()
    new = Graph({names[one]: one for one in inputs}, body.outputs, body.name, body.nodes, seeds)
    payload = what._replace(body=new, given=what.given + len(states))
    return Node(CALL, tuple(args), payload, node.origin)

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
from lazyad.arrays.forms import form_of, shape_of
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
from lazyad.values.structure import Form, free_name

Through = Callable[..., Any]  # `lazyad.derivatives.loops.through_loops`, which stands below


def pushed_call(
    node: Node, directions: Sequence[Mapping[int, Node]], through: Through
) -> tuple[Node, list[Node], list[dict[int, Node]]]:
    """The call whose states have their tangents beside them, along each direction, its old items,
    and along each direction the tangents of those that move: where a time moves by dt, the states
    there move by their slopes times dt, too (the Leibniz rule)."""
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


def moved_call(
    node: Node, known: Mapping[Node, Any], lead: Shape, sweep: Through
) -> tuple[list[Node], dict[int, Node]]:
    """The same of a call that reads whole arrays, along `lead` directions, whose numbers are states
    of their own: its old items, and the tangents of those that move."""
    what: Call = node.payload
    size, first = len(what.body.outputs), what.first
    args, slopes = node.args, _slopes_at(node)
    moved = [known.get(arg, ZERO) for arg in args]
    begins = moved[first : what.starts] or [ZERO] * size
    if moved[0] is not ZERO:
        lost = [product(one, moved[0]) for one in slopes(args[0], args[first : what.starts])]
        begins = [plus(one, negated(more)) for one, more in zip(begins, lost, strict=True)]
    new, carried = _with_directions(node, begins, moved[what.starts :], lead, sweep)
    every, many = items(new), math.prod(lead)
    wide = size + len(carried) * many
    tangents: dict[int, Node] = {}
    for k in range(what.times):
        values, rest = every[k * wide :][:size], every[k * wide + size :]
        own = {at: array_of(rest[c * many :][:many], lead) for c, at in enumerate(carried)}
        if not what.states:
            own |= {at: plus(own.get(at, ZERO), one) for at, one in enumerate(begins)}
        if (move := moved[1 + k]) is not ZERO:
            there = slopes(args[1 + k], values if what.states else ())
            own |= {at: plus(own.get(at, ZERO), product(there[at], move)) for at in range(size)}
        tangents |= {k * size + at: one for at, one in own.items() if one is not ZERO}
    return [one for at, one in enumerate(every) if at % wide < size], tangents


def _slopes_at(node: Node) -> Callable[[Node, Sequence[Node]], list[Node]]:
    """What the call's slopes are, outside of it, from a time and the states there."""
    what: Call = node.payload

    def slopes(t: Node, states: Sequence[Node]) -> list[Node]:
        given = [t, *states, *node.args[what.starts :]]
        known = dict(zip(what.inputs, given, strict=True))
        return [*map(lifted, evaluate(what.body.outputs, known))]

    return slopes


def _with_directions(
    node: Node, begins: Sequence[Node], moved: Sequence[Node], lead: Shape, sweep: Through
) -> tuple[Node, list[int]]:
    """The call whose states have their tangents beside them, which begin so and move as what is
    read does; and which of the slopes have tangents."""
    what: Call = node.payload
    body, named = what.body, [*what.body.inputs.items()]
    taken = {*body.inputs}
    beside: dict[int, list[Node]] = {}  # the numbers of a state's tangent
    read: list[tuple[Node, Node]] = []
    seeds: dict[Node, Node] = {}
    for (name, one), move in zip(named[what.given :], moved, strict=True):
        if move is not ZERO:
            form = Form((*lead, *shape_of(one)), form_of(one).kind)
            (seeds[one],) = _inputs([f"d{name}"], form, one, taken)
            read.append((seeds[one], move))
    wanted = [at for at in range(what.states) if begins[at] is not ZERO]
    while True:
        for at in wanted:
            name, one = named[1 + at]
            names = [f"d{name}{k}" for k in range(math.prod(lead))] if lead else [f"d{name}"]
            beside[at] = _inputs(names, Form(()), one, taken)
            seeds[one] = array_of(beside[at], lead)
        found = sweep(body.nodes, seeds, lead)
        moving = [at for at, one in enumerate(body.outputs) if found.of(one) is not ZERO]
        wanted = [at for at in moving if what.states and at not in beside]
        if not wanted:
            break
    carried = sorted(beside) if what.states else moving
    states = [
        pair
        for at in sorted(beside)
        for pair in zip(beside[at], _numbers(begins[at], lead), strict=True)
    ]
    ends = [number for at in carried for number in _numbers(found.of(body.outputs[at]), lead)]
    outputs = (*[found.now.get(one, one) for one in body.outputs], *ends)
    order = [one for made in body.nodes for one in found.listed(made)]
    return widened_call(node, body.returning(outputs, order), states, read, seeded=True), carried


def _inputs(names: Sequence[str], form: Form, like: Node, taken: set[str]) -> list[Node]:
    """Inputs of tangents of that one, whose names are taken from now on."""
    found: list[Node] = []
    for name in names:
        called = free_name(name, taken)
        taken.add(called)
        found.append(round_input(called, form, derived_origin(like)))
    return found


def _numbers(tangent: Node, lead: Shape) -> list[Node]:
    """Those of a number's tangent along all directions."""
    return elements(full(lead, 0.0, "float64") if tangent is ZERO else tangent)


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
                name = f"d{inputs[at].payload}"
                seeds[at] = Node(INPUT, (), name, derived_origin(inputs[at]))
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

"""Calls of routines follow what is wanted: other states leave them, and what is read for those."""

from __future__ import annotations

from typing import Any

from lazyad.calls import Call
from lazyad.graph import CONST, ZERO_OP, Graph, Node, reached, rewrite


def slim_call(node: Node, wanted: set[int]) -> tuple[Node, list[Any]]:
    """The call with what is wanted of it, and where its results are now."""
    what: Call = node.payload
    inputs, outputs, size = what.inputs, what.body.outputs, len(what.body.outputs)
    time, states = bool(what.times), what.states
    needed = {at % size for at in wanted} if time else set(range(size))
    while True:
        alive = reached([outputs[at] for at in needed])
        more = {at for at in range(states) if inputs[time + at] in alive} if time else set()
        if more <= needed:
            break
        needed |= more
    kept = [at for at in range(size) if at in needed]
    read = [at for at in range(what.given, len(inputs)) if inputs[at] in alive]
    shift = what.starts - what.given
    known = {inputs[at]: node.args[at + shift] for at in read}
    known = {one: arg for one, arg in known.items() if arg.op in (CONST, ZERO_OP)}
    read = [at for at in read if inputs[at] not in known]
    places: list[Any] = [*range(what.items)]
    if len(kept) == size and len(read) == len(inputs) - what.given:
        return node, places
    own = [*range(time)] + [time + at for at in (kept if time else range(states)) if states]
    names = [*what.body.inputs]
    named = {names[at]: inputs[at] for at in [*own, *read]}
    seeds = tuple([name for name in what.body.seeds if name in named])
    results = tuple([outputs[at] for at in kept])
    body = Graph(named, results, what.body.name, what.body.nodes, seeds)
    body = rewrite(body, lambda one: known.get(one, one))
    args = (
        *node.args[: what.first],
        *[node.args[what.first + at - time] for at in own[time:]],
        *[node.args[at + shift] for at in read],
    )
    if time:
        rank = {at: place for place, at in enumerate(kept)}
        rows = range(what.times)
        places = [k * len(kept) + rank.get(at, 0) for k in rows for at in range(size)]
    return Node(node.op, args, what._replace(body=body, given=len(own)), node.origin), places

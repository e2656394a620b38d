"""Loops carry what is read, and calls follow it: what never changes or nobody reads leaves them."""

from __future__ import annotations

from typing import Any

from lazyad.graph import CONST, ITEM, LOOP, REGIONS, ZERO_OP, Graph, Node, reached, rewrite
from lazyad.regions import Call, Loop


def prune_loops(graph: Graph) -> Graph:
    """Carried values that nobody reads, or that never change, and what is read for nothing, leave
    their loops, and states that nobody reads their calls; constants that are read go into them.
    Exact, but that the steps of a routine follow from all of its states."""
    wanted: dict[Node, set[int]] = {}
    for node in graph.nodes:
        if node.op is ITEM:
            wanted.setdefault(node.args[0], set()).add(node.payload)
    before = iter(graph.nodes)
    places: dict[Node, list[Any]] = {}  # of a loop's items: their new places, or what they are

    def visit(node: Node) -> Node:
        old = next(before)
        if node.op in REGIONS:
            slim = _slim if node.op is LOOP else _slim_call
            node, places_of = slim(node, wanted[old])
            places[node] = places_of
        elif node.op is ITEM:
            place = places[node.args[0]][node.payload]
            if isinstance(place, Node):
                return place
            return node if place == node.payload else Node(ITEM, node.args, place, node.origin)
        return node

    return rewrite(graph, visit) if wanted else graph


def _slim(node: Node, wanted: set[int]) -> tuple[Node, list[Any]]:
    """The loop with what is wanted of it, and where its items are now."""
    what: Loop = node.payload
    inputs, (go, after) = what.inputs, what.body.outputs
    carried = range(what.carried)
    steady = {at for at in carried if after[at] is inputs[at]}
    needed = wanted - steady
    while True:
        alive = reached([go, *[after[at] for at in needed]])
        more = {at for at in carried if inputs[at] in alive and at not in steady}
        if more <= needed:
            break
        needed |= more
    kept = [at for at in carried if at in needed]
    read = [*steady, *range(what.given, len(inputs))]
    read = sorted(at for at in read if inputs[at] in alive)
    shift = what.rounds is not None  # the number of the round is no argument
    given = {at: node.args[at - (shift and at > what.carried)] for at in [*kept, *read]}
    known = {inputs[at]: given[at] for at in read if given[at].op in (CONST, ZERO_OP)}
    places = [kept.index(at) if at in needed else node.args[at] for at in carried]
    counted = [] if what.rounds is None else [what.carried]
    names = [*what.body.inputs]
    chosen = [*kept, *counted, *read]
    if len(chosen) == len(inputs) and not known:
        return node, places
    chosen = [at for at in chosen if inputs[at] not in known]
    named = {names[at]: inputs[at] for at in chosen}
    seeds = tuple([name for name in what.body.seeds if name in named])
    results = (go, tuple([after[at] for at in kept]))
    body = Graph(named, results, what.body.name, what.body.nodes, seeds)
    body = rewrite(body, lambda one: known.get(one, one))
    args = tuple([one for at, one in given.items() if inputs[at] not in known])
    return Node(LOOP, args, Loop(body, len(kept), what.rounds), node.origin), places


def _slim_call(node: Node, wanted: set[int]) -> tuple[Node, list[Any]]:
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
    places: list[Any] = [*range(what.results)]
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

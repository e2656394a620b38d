"""Loops carry what is read: values that never change, or that nobody reads, leave them."""

from __future__ import annotations

from typing import Any

from lazyad.graph import CONST, ITEM, LOOP, ZERO_OP, Graph, Node, reached, rewrite
from lazyad.regions import Loop


def prune_loops(graph: Graph) -> Graph:
    """Carried values that nobody reads, or that never change, and what is read for nothing, leave
    their loops; constants that are read go into them. Exact."""
    wanted: dict[Node, set[int]] = {}
    for node in graph.nodes:
        if node.op is ITEM:
            wanted.setdefault(node.args[0], set()).add(node.payload)
    before = iter(graph.nodes)
    places: dict[Node, list[Any]] = {}  # of a loop's items: their new places, or what they are

    def visit(node: Node) -> Node:
        old = next(before)
        if node.op is LOOP:
            node, places_of = _slim(node, wanted[old])
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

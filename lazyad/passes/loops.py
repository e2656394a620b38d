"""Loops carry what is read: values that never change, or that nobody reads, leave them; what each
round would compute alike is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from lazyad.graph import (
    CONST,
    INPUT,
    ITEM,
    LOOP,
    REGIONS,
    SCAN,
    ZERO_OP,
    Graph,
    Node,
    is_condition,
    is_same_const,
    reached,
    rewrite,
)
from lazyad.passes.calls import slim_call
from lazyad.passes.scans import slim_scan
from lazyad.regions import Loop
from lazyad.values.origin import state
from lazyad.values.structure import leaves, numbered_name


def prune_loops(graph: Graph) -> Graph:
    """Carried values that nobody reads, or that never change, and what is read for nothing, leave
    their loops and scans, and states that nobody reads their calls; constants that are read go into
    loops and calls, and what each round would compute alike out of loops, which read a value once.
    Exact, but that the steps of a routine follow from all of its states."""
    wanted: dict[Node, set[int]] = {}
    for node in graph.nodes if ITEM in graph.ops else ():
        if node.op is ITEM:
            wanted.setdefault(node.args[0], set()).add(node.payload)
    places: dict[Node, list[Any]] = {}  # of a loop's items: their new places, or what they are

    def visit(node: Node) -> Node:
        old = state.replaced
        if node.op in REGIONS:
            slim = {LOOP: _slim, SCAN: slim_scan}.get(node.op, slim_call)
            node, places_of = slim(node, wanted[old])
            node = _lifted(node) if node.op is LOOP else node
            places[node] = places_of
        elif node.op is ITEM and node.args[0] in places:
            place = places[node.args[0]][node.payload]
            if isinstance(place, Node):
                return place
            return node if place == node.payload else Node(ITEM, node.args, place, node.origin)
        return node

    return rewrite(graph, visit) if wanted else graph


def _slim(node: Node, wanted: set[int]) -> tuple[Node, list[Any]]:
    """The loop with what is wanted of it, and where its items are now."""
    what: Loop = node.payload
    inputs, (go, after, *_) = what.inputs, what.body.outputs
    carried, shift = range(what.carried), what.given - what.carried  # a number is no argument
    constant = [is_same_const(new, first) for new, first in zip(after, node.args, strict=False)]
    steady = {at for at in carried if after[at] is inputs[at] or constant[at]}
    records = [at for at in range(len(what.records)) if what.carried + at in wanted]
    kept = _kept(what, records)
    needed = (wanted - steady).intersection(carried)
    while True:
        alive = reached([go, *leaves(kept), *[after[at] for at in needed]])
        more = {at for at in carried if inputs[at] in alive and at not in steady}
        if more <= needed:
            break
        needed |= more
    stay = [at for at in carried if at in needed]
    last = what.given + what.over
    rows = [at for at in range(what.given, last) if inputs[at] in alive]
    if what.over and not rows and what.rounds is None:  # it goes on as long as they do
        rows = [what.given]
    read = sorted(at for at in (*steady, *range(last, len(inputs))) if inputs[at] in alive)
    given = {
        at: node.args[at - (shift if at > what.carried else 0)] for at in [*stay, *rows, *read]
    }
    fixed = {one: one for one in given.values() if one.op in (CONST, ZERO_OP)}
    once = {given[at]: inputs[at] for at in reversed(read)} | fixed
    known = {inputs[at]: once[given[at]] for at in read if once[given[at]] is not inputs[at]}
    places = [stay.index(at) if at in needed else node.args[at] for at in carried]
    places += [len(stay) + bisect_left(records, at) for at in range(len(what.records))]
    counted = [] if what.rounds is None else [what.carried]
    names = [*what.body.inputs]
    chosen = [*stay, *counted, *rows, *read]
    same = len(stay) == what.carried and len(records) == len(what.records)
    if same and len(chosen) == len(inputs) and not known:
        return node, places
    chosen = [at for at in chosen if inputs[at] not in known]
    named = {names[at]: inputs[at] for at in chosen}
    seeds = tuple([name for name in what.body.seeds if name in named])
    results = (go, tuple([after[at] for at in stay]), *kept)
    body = Graph(named, results, what.body.name, what.body.nodes, seeds)
    body = rewrite(body, lambda one: known.get(one, one))
    args = tuple([one for at, one in given.items() if inputs[at] not in known])
    payload = Loop(body, len(stay), what.rounds, len(rows))
    return Node(LOOP, args, payload, node.origin), places


def _lifted(node: Node) -> Node:
    """The loop that reads what is the same in each of its rounds and cannot fail, computed once."""
    what: Loop = node.payload
    body, last = what.body, what.given + what.over
    outer = dict(zip(what.inputs[last:], node.args[what.carried + what.over :], strict=True))
    lifted, read = {}, {*leaves(body.outputs)}
    for one in body.nodes if outer else ():
        op, args = one.op, one.args
        steady = op.total and not (op.lazy or op.apart or is_condition(one))
        if args and steady and all(arg in outer or arg.op is CONST for arg in args):
            # What is derived is part of the round still: its line is not told anew for it.
            origin = None if one.origin is None or one.origin.primal else one.origin
            outer[one] = Node(op, tuple([outer.get(arg, arg) for arg in args]), None, origin)
            lifted[one] = Node(INPUT, (), "steady", one.origin)
        else:
            read.update(args)
    known = {one: own for one, own in lifted.items() if one in read}
    if not known:
        return node
    inputs = {**body.inputs}
    for own in known.values():
        inputs[numbered_name("steady", inputs)] = own
    body = Graph(inputs, body.outputs, body.name, body.nodes, body.seeds)
    body = rewrite(body, lambda one: known.get(state.replaced, one))
    args = (*node.args, *[outer[one] for one in known])
    return Node(LOOP, args, what._replace(body=body), node.origin)


def _kept(what: Loop, records: Sequence[int]) -> tuple[Any, ...]:
    """Those of its records, and whether a round counts for them."""
    both = (what.counts, what.records) if records else ()
    return tuple([tuple([one[at] for at in records]) for one in both])

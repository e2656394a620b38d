"""Adjoints of tables: what a loop that runs backwards does to one where the loop took from a table,
or changed it.

In: a table's adjoint, which is a table, or ZERO where nothing depends on it. Out: that before what
was done to the table. A room of its own because tables are neither added nor multiplied: an adjoint
is changed at one place, where the table was taken from, or changed.

A choice of adjoints has ZERO on the side that leads past the table, and is entered: two that are on
opposite sides of one condition are one choice, and no sum. What is read of an adjoint is made
before that changes: so nobody reads it later, and it changes where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lazyad.derivatives.algebra import choice, plus, selects
from lazyad.graph import (
    BLANK,
    CONST,
    INPUT,
    ITEM,
    LOOP,
    PUT,
    TABLE,
    ZERO,
    Graph,
    Node,
    const,
    is_const,
)
from lazyad.ops import where
from lazyad.regions import Loop, blank, items, put, table, take

Lengths = Mapping[Node, int | None]  # of inputs that are tables; None where nobody knows


def root(node: Node, given: Lengths) -> Node:
    """What a table was before it was changed."""
    while node not in given:
        if node.op is PUT or node.op is BLANK:
            node = node.args[0]
        elif node.op.lazy:
            node = node.args[2] if node.args[1].op.leaf else node.args[1]
        elif node.op is ITEM and node.payload < node.args[0].payload.carried:
            node = node.args[0].args[node.payload]
        else:
            return node
    return node


def length(node: Node, given: Lengths) -> int | None:
    """How many numbers a table has."""
    first = root(node, given)
    if first.op is ITEM and first not in given and keeps_all(first.args[0].payload):
        return len(first.args[0].payload.rounds)
    return len(first.args) if first.op is TABLE else given.get(first)


def keeps_all(what: Loop) -> bool:
    """Whether a loop keeps something of each round, and it is known how many these are."""
    every = all(is_const(one, True) for one in (what.body.outputs[0], *what.counts))
    return what.rounds is not None and every


def taken(adjoint: Node, at: Node) -> Node:
    """The adjoint of the number at that place."""
    if adjoint is ZERO:
        return ZERO
    if adjoint.op is TABLE and at.op is CONST:
        return adjoint.args[int(at.payload)]
    if _has_gap(adjoint):
        condition, *sides = adjoint.args
        return choice(condition, *[taken(side, at) for side in sides])
    if _is_put_at(adjoint, at):
        value = adjoint.args[2]
        return ZERO if is_const(value, 0.0) else value
    return take(adjoint, at)


def cleared(adjoint: Node, at: Node) -> Node:
    """The adjoint of the table before another number was put at that place."""
    if adjoint is ZERO:
        return ZERO
    if _has_gap(adjoint):
        condition, *sides = adjoint.args
        return where(condition, *[cleared(side, at) for side in sides])
    return put(adjoint.args[0] if _is_put_at(adjoint, at) else adjoint, at, const(0.0))


def added(adjoint: Node, at: Node, weight: Node) -> Node:
    """The adjoint of a table whose number at that place has this weight besides."""
    if weight is ZERO:
        return adjoint
    if selects(weight):
        condition, *sides = weight.args
        return where(condition, *[added(adjoint, at, side) for side in sides])
    there = taken(adjoint, at)
    whole = adjoint.args[0] if _is_put_at(adjoint, at) else adjoint
    return put(whole, at, plus(there, weight))


def each_added(
    adjoint: Node, given: Iterable[tuple[Node, Node]], like: Node, long: int | None
) -> Node:
    """The adjoint with the weights of what was taken, those of one place together; that table is
    `like` the one that was taken from, and so long."""
    weights: dict[Node, Node] = {}
    for at, weight in given:
        place = next((one for one in weights if _is_same(one, at)), at)
        weights[place] = plus(weights.get(place, ZERO), weight, True)
    if adjoint is ZERO and long is not None and all(at.op is CONST for at in weights):
        numbers = {int(at.payload) % long: one for at, one in weights.items()}
        if not any(map(selects, numbers.values())):
            return table([numbers.get(at, 0.0) for at in range(long)])
    adjoint = filled(adjoint, like)
    for at in sorted(weights, key=lambda at: not _is_put_at(adjoint, at)):
        adjoint = added(adjoint, at, weights[at])
    return adjoint


def filled(adjoint: Node, like: Node) -> Node:
    """The adjoint as a table, as long as that one."""
    if adjoint is ZERO:
        return blank(like)
    if _has_gap(adjoint):
        condition, *sides = adjoint.args
        return where(condition, *[filled(side, like) for side in sides])
    return adjoint


def joined(one: Node, other: Node, long: int | None) -> Node:
    """The sum of two adjoints of a table that is so long."""
    if one is ZERO or other is ZERO:
        return other if one is ZERO else one
    if one.op is other.op is where and one.args[0] is other.args[0]:
        pairs = zip(one.args[1:], other.args[1:], strict=True)
        return where(one.args[0], *[joined(*pair, long) for pair in pairs])
    for first, second in ((one, other), (other, one)):
        if _has_gap(first):
            condition, *sides = first.args
            return where(condition, *[joined(side, second, long) for side in sides])
    assert long is not None
    return _sum(one, other, long)


def _sum(one: Node, other: Node, long: int) -> Node:
    """A loop that adds each number of one table to that of the other."""
    both, more, k = [Node(INPUT, (), name) for name in ("both", "more", "k")]
    after = put(both, k, take(both, k) + take(more, k))
    body = Graph({"both": both, "k": k, "more": more}, (const(True), (after,)), "round")
    return items(Node(LOOP, (one, other), Loop(body, 1, range(long))))[0]


def _has_gap(adjoint: Node) -> bool:
    """Whether it is a choice that has nothing on one side, or whose sides are such choices."""
    waiting, seen = [adjoint], {adjoint}
    while waiting:
        one = waiting.pop()
        sides = [side for side in (one.args[1:] if one.op is where else ()) if side not in seen]
        if any(side is ZERO for side in sides):
            return True
        waiting += sides
        seen.update(sides)
    return False


def _is_put_at(adjoint: Node, at: Node) -> bool:
    return adjoint.op is PUT and _is_same(adjoint.args[1], at)


def _is_same(one: Node, other: Node) -> bool:
    """Whether two places are one, whatever the numbers are."""
    return one is other or (one.op is other.op is CONST and one.payload == other.payload)

"""Loops and tables as Nodes: those whose value is a tuple.

In: the values that are carried from round to round, those that are only read, and the Graph of a
round; or numbers, and an index. Out: one Node of all that, and its items. A room of its own because
every other room looks into a loop through these few functions, and sees a Graph like any other.

A `table` is a tuple of numbers, and `take` one of them, as Python takes it: by a whole number,
which may be negative, or raise IndexError. `put` is the table with another number at such a place,
`blank` as many zeros, and a choice may be one of two tables. A loop may read a table, or carry it.

The body's inputs are the carried values, the number of the round where the loop counts, the rows of
the tables that it goes over, and what it reads; it returns whether another round follows, and the
carried values after this one. A loop runs at least one round: `while c: ...` chooses in its body.

A loop may also *record*: its body then returns numbers that are kept of each round that counts, and
for each whether this one does. What is kept of one such number is a *table*, an item after those of
the carried values. Another loop goes over tables, from the last row to the first.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from typing import Any

from lazyad.graph import (
    BLANK,
    CONST,
    INPUT,
    ITEM,
    LEFT,
    LOOP,
    OPS,
    PUT,
    RAISE,
    REGIONS,
    RIGHT,
    TABLE,
    TAKE,
    ZERO,
    Graph,
    Node,
    const,
    is_condition,
    lifted,
    rewrite,
    sides_of,
    walk,
)
from lazyad.values.origin import state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class Loop(NamedTuple):
    """The payload of a loop. `body.outputs` is (another round, the carried values after it), and of
    a loop that records (..., whether the round counts for each number of it, these numbers)."""

    body: Graph
    carried: int  # how many of the body's inputs, which come first
    rounds: range | None = None  # the numbers of the rounds, an input after those, where it counts
    over: int = 0  # how many tables it goes over: its first arguments after the carried ones

    @property
    def inputs(self) -> list[Node]:
        return leaves(self.body.inputs)

    @property
    def given(self) -> int:
        """Where the inputs begin that are only read, of which the rows of tables come first."""
        return self.carried + (self.rounds is not None)

    @property
    def items(self) -> int:
        """How many values it comes to, the tables of what is kept among them."""
        return self.carried + len(self.records)

    @property
    def records(self) -> tuple[Node, ...]:
        """What is kept of each round that counts."""
        return self.body.outputs[3] if len(self.body.outputs) > 2 else ()

    @property
    def counts(self) -> tuple[Node, ...]:
        """For each of that, whether a round does."""
        return self.body.outputs[2] if len(self.body.outputs) > 2 else ()


def items(loop: Node) -> list[Node]:
    """The values that a loop or a call comes to, each a Node, and then a loop's tables."""
    return [item(loop, at) for at in range(loop.payload.items)]


def smooth(node: Node) -> Sequence[Node]:
    """The arguments that a Node, which is no loop and no item, may have a derivative in."""
    if node.op is PUT:
        return node.args[::2]
    if node.op.apart:
        return node.args if node.op is TABLE else node.args[:1] if node.op is TAKE else ()
    partials = node.op.equation[2] if node.args else ()
    return [arg for arg, one in zip(node.args, partials, strict=True) if one is not ZERO]


def item(loop: Node, at: int) -> Node:
    return made(ITEM, (loop,), at)


def table(numbers: Sequence[Any]) -> Node:
    """A table of numbers or Nodes."""
    return made(TABLE, [lifted(one) for one in numbers], None)


def take(numbers: Node, at: Node) -> Node:
    """What stands at that place of a table."""
    return made(TAKE, (numbers, at), None)


def put(numbers: Node, at: Node, value: Node) -> Node:
    """The table with that number at that place."""
    return made(PUT, (numbers, at, value), None)


def blank(numbers: Node) -> Node:
    """A table of zeros, as long as that one; what raises does so."""
    if numbers.op is TABLE:
        return table([0.0] * len(numbers.args))
    if numbers.op is RAISE:
        return numbers
    if numbers.op.lazy and any(side.op is RAISE for side in numbers.args[1:]):
        return made(numbers.op, (numbers.args[0], *map(blank, numbers.args[1:])), None)
    return made(BLANK, (numbers,), None)


def table_or_blank(found: Node, like: Node) -> Node:
    """What goes along with that, of a table a table: zeros if nothing does, or only what raises."""
    return blank(like) if is_table(like) and not is_table(found) else found


def is_table(node: Node, given: Container[Node] = ()) -> bool:
    """Whether that is one, where those inputs are that are given: what the first side of a choice
    is that says it, as an error does not."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.op.lazy:
            waiting += node.args[:0:-1]
        elif node.op is ITEM and node.args[0].op is LOOP:
            loop = node.args[0]
            if node.payload >= loop.payload.carried:
                return True
            waiting.append(loop.args[node.payload])
        elif node.op in (TABLE, PUT, BLANK) or node in given:
            return True
        elif node.op not in (RAISE, CONST) and node is not ZERO:
            return False
    return False


def truths_in(loop: Node, given: Collection[Node] = ()) -> frozenset[Node]:
    """The inputs of a round that are True or False in each, where those around it are that are
    given."""
    what: Loop = loop.payload
    carried, first = what.inputs[: what.carried], what.carried + what.over
    inputs = [*carried, *what.inputs[what.given + what.over :]]
    args = [*loop.args[: what.carried], *loop.args[first:]]
    found = {own for own, arg in zip(inputs, args, strict=True) if is_condition(arg, given)}
    after, known = what.body.outputs[1], -1
    while len(found) != known:
        known = len(found)
        pairs = zip(carried, after, strict=True)
        found -= {own for own, new in pairs if own in found and not is_condition(new, found)}
    return frozenset(found)


def tables_in(loop: Node, given: Container[Node] = ()) -> set[Node]:
    """The inputs of a round that are tables, where those are around it that are given."""
    what: Loop = loop.payload
    last = what.carried + what.over
    inputs = [*what.inputs[: what.carried], *what.inputs[what.given :]]
    found = set()
    for at, (own, arg) in enumerate(zip(inputs, loop.args, strict=True)):
        row = what.carried <= at < last
        if _has_tables(arg, given) if row else is_table(arg, given):
            found.add(own)
    return found


def _has_tables(rows: Node, given: Container[Node]) -> bool:
    """Whether that is what a loop keeps of its rounds, and each of it a table."""
    if rows.op is not ITEM or rows.payload < rows.args[0].payload.carried:
        return False
    (loop,) = rows.args
    return is_table(
        loop.payload.records[rows.payload - loop.payload.carried], tables_in(loop, given)
    )


def found_in(numbers: Node, at: Node, side: str) -> Node:
    """Where a number would be put into a sorted table, left or right of those that equal it."""
    return made(LEFT if side == "left" else RIGHT, (numbers, at), None)


def made(op: Any, args: Sequence[Node], payload: Any) -> Node:
    """A Node of a region, in the trace that runs or in no trace."""
    if state.session is None:
        return Node(op, tuple(args), payload, state.origin)
    node: Node = state.session.make(op, [*args], args, payload)
    return node


def counts_rounds(node: Node) -> bool:
    """Whether it is how many rounds of a loop do something, as a float, or so many more."""
    if node.op in (OPS["add"], OPS["sub"]) and is_whole(node.args[1]):
        return counts_rounds(node.args[0])
    if node.op is not ITEM or node.args[0].op is not LOOP:
        return False
    (loop,), at = node.args, node.payload
    if at >= loop.payload.carried or not is_whole(loop.args[at]):
        return False
    own, after = loop.payload.inputs[at], sides_of(loop.payload.body.outputs[1][at])
    more = [one for one in after if not (one.op.lazy or one is own)]
    adds = [one.op is OPS["add"] and one.args[0] is own and is_whole(one.args[1]) for one in more]
    return all(adds)


def is_whole(node: Node) -> bool:
    """Whether it is a constant without a fraction."""
    return node.op is CONST and float(node.payload).is_integer()


def inside(change: Callable[[Graph], Graph]) -> Callable[[Graph], Graph]:
    """The change, made to a graph and first to the bodies of its regions, and of theirs."""

    def changed(graph: Graph) -> Graph:
        return change(in_bodies(changed, graph))

    return changed


def in_bodies(change: Callable[[Graph], Graph], graph: Graph) -> Graph:
    """The graph with the bodies of its loops and calls changed."""

    def visit(node: Node) -> Node:
        if node.op not in REGIONS:
            return node
        body = change(node.payload.body)
        if body is node.payload.body:
            return node
        return Node(node.op, node.args, node.payload._replace(body=body), node.origin)

    return rewrite(graph, visit) if graph.bodies else graph


def everything(graph: Graph) -> list[Node]:
    """The Nodes of a graph, and those of the bodies of its loops and calls."""
    return [*graph.nodes, *[node for body in graph.bodies for node in everything(body)]]


def enclosed(
    roots: Sequence[Node],
    inputs: Sequence[Node],
    stays: Callable[[Node], bool],
    since: Container[int] | None = None,
) -> tuple[list[Node], list[Node]]:
    """The Nodes that compute `roots` from `inputs`, and what they read from outside: constants are
    inside, and so is what depends on an input or `stays`. Nothing else depends on one than what was
    made `since`, by identity."""
    own = set(inputs)
    order: list[Node] = []
    outside: dict[Node, None] = {}
    for node in walk(roots) if since is None else _walk_since(roots, since):
        constant = node.op.leaf and node.op is not INPUT
        if constant or (
            not node.op.leaf and (stays(node) or any(_depends(arg, own) for arg in node.args))
        ):
            own.add(node)
            order.append(node)
    for node in order:
        outside.update(dict.fromkeys(arg for arg in node.args if arg not in own))
    outside.update(dict.fromkeys(root for root in roots if root not in own))
    return order, [*outside]


def _walk_since(roots: Sequence[Node], since: Container[int]) -> list[Node]:
    """What `roots` reach through what was made since, arguments first; what was made before ends a
    way, and is left out but for constants."""
    order: list[Node] = []
    done: set[Node] = set()
    stack = [*reversed(roots)]
    while stack:
        node = stack[-1]
        inside = id(node) in since
        waiting = [arg for arg in node.args if arg not in done] if inside else []
        if waiting and node not in done:
            stack += reversed(waiting)
            continue
        stack.pop()
        if node not in done:
            done.add(node)
            if inside or not node.args:
                order.append(node)
    return order


def _depends(node: Node, own: set[Node]) -> bool:
    return node in own and (node.op is INPUT or not node.op.leaf)


def run(
    loop: Node, args: Sequence[Any], evaluate: Callable[[Sequence[Node], Any], list[Any]]
) -> tuple[Any, ...]:
    """The values that the loop comes to, on numbers or Duals."""
    what: Loop = loop.payload
    go, after, *rows = what.body.outputs
    counts, records = rows or ((), ())
    pairs = zip(counts, records, strict=True)  # what is not kept may fail; no trace makes these
    own = [Node(OPS["where"], (when, row, const(0.0)), None, row.origin) for when, row in pairs]
    inputs, roots = what.inputs, [go, *after, *counts, *own]
    last = what.carried + what.over
    carried, read = list(args[: what.carried]), args[last:]
    kept: list[list[Any]] = [[] for _ in what.records]
    numbers: Iterable[tuple[int, ...]] = itertools.repeat(())
    if what.rounds is not None:
        numbers = zip(what.rounds)
    rows = zip(*[table[::-1] for table in args[what.carried : last]], strict=True)
    for number, row in zip(numbers, rows if what.over else itertools.repeat(()), strict=False):
        known = dict(zip(inputs, [*carried, *number, *row, *read], strict=True))
        again, *found = evaluate(roots, known)
        carried, more = found[: what.carried], found[what.carried :]
        for at, of_all in enumerate(kept):
            if more[at]:
                of_all.append(more[len(kept) + at])
        if not again:
            break
    return (*carried, *map(tuple, kept))

"""Loops and tables as Nodes: those whose value is a tuple.

In: the values that are carried from round to round, those that are only read, and the Graph of a
round; or numbers, and an index. Out: one Node of all that, and its items. A room of its own because
every other room looks into a loop through these few functions, and sees a Graph like any other.

A `table` is a tuple of numbers, and `take` one of them, as Python takes it: by a whole number,
which may be negative, or raise IndexError. A loop may read a table, too.

The body's inputs are the carried values, the number of the round where the loop counts, and what it
reads; it returns whether another round follows, and the carried values after this one. A loop
runs at least one round: `while c: ...` chooses in its body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from lazyad.graph import (
    INPUT,
    ITEM,
    LOOP,
    TABLE,
    TAKE,
    Graph,
    Node,
    lifted,
    rewrite,
    walk,
)
from lazyad.values.origin import state
from lazyad.values.structure import leaves


class Loop(NamedTuple):
    """The payload of a loop. `body.outputs` is (another round, the carried values after it)."""

    body: Graph
    carried: int  # how many of the body's inputs, which come first
    rounds: range | None = None  # the numbers of the rounds, an input after those, where it counts

    @property
    def inputs(self) -> list[Node]:
        return leaves(self.body.inputs)

    @property
    def given(self) -> int:
        """Where the inputs begin that are only read."""
        return self.carried + (self.rounds is not None)


def items(loop: Node) -> list[Node]:
    """The values that a loop comes to, each a Node."""
    return [item(loop, at) for at in range(loop.payload.carried)]


def item(loop: Node, at: int) -> Node:
    return made(ITEM, (loop,), at)


def table(numbers: Sequence[Any]) -> Node:
    """A table of numbers or Nodes."""
    return made(TABLE, [lifted(one) for one in numbers], None)


def take(numbers: Node, at: Node) -> Node:
    """What stands at that place of a table."""
    return made(TAKE, (numbers, at), None)


def made(op: Any, args: Sequence[Node], payload: Any) -> Node:
    """A Node of a region, in the trace that runs or in no trace."""
    if state.session is not None:
        return state.session.make(op, [*args], args, payload)  # type: ignore[no-any-return]
    return Node(op, tuple(args), payload, state.origin)


def inside(change: Callable[[Graph], Graph]) -> Callable[[Graph], Graph]:
    """The change, made to a graph and first to the bodies of its loops, and of theirs."""

    def changed(graph: Graph) -> Graph:
        return change(in_bodies(changed, graph))

    return changed


def in_bodies(change: Callable[[Graph], Graph], graph: Graph) -> Graph:
    """The graph with the bodies of its loops changed."""

    def visit(node: Node) -> Node:
        if node.op is not LOOP:
            return node
        body = change(node.payload.body)
        if body is node.payload.body:
            return node
        return Node(LOOP, node.args, node.payload._replace(body=body), node.origin)

    return rewrite(graph, visit) if LOOP in graph.ops else graph


def everything(graph: Graph) -> list[Node]:
    """The Nodes of a graph, and those of the bodies of its loops."""
    found = [*graph.nodes]
    for node in graph.nodes if LOOP in graph.ops else ():
        if node.op is LOOP:
            found += everything(node.payload.body)
    return found


def enclosed(
    roots: Sequence[Node], inputs: Sequence[Node], stays: Callable[[Node], bool]
) -> tuple[list[Node], list[Node]]:
    """The Nodes that compute `roots` from `inputs`, and what they read from outside: constants are
    inside, and so is what depends on an input or `stays`."""
    own = set(inputs)
    order: list[Node] = []
    outside: dict[Node, None] = {}
    for node in walk(roots):
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


def _depends(node: Node, own: set[Node]) -> bool:
    return node in own and (node.op is INPUT or not node.op.leaf)


def run(
    loop: Node, args: Sequence[Any], evaluate: Callable[[Sequence[Node], Any], list[Any]]
) -> tuple[Any, ...]:
    """The values that the loop comes to, on numbers or Duals."""
    what: Loop = loop.payload
    inputs, (go, after) = what.inputs, what.body.outputs
    carried, read = list(args[: what.carried]), args[what.carried :]
    for number in what.rounds if what.rounds is not None else iter(int, 1):
        counted = [] if what.rounds is None else [number]
        known = dict(zip(inputs, [*carried, *counted, *read], strict=True))
        again, *carried = evaluate([go, *after], known)
        if not again:
            break
    return tuple(carried)

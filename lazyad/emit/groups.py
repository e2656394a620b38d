"""Loops over blocks of rows: which operations stand in one.

In: the Nodes of a program in order, and which of them may be computed into memory that is given.
Out: an order in which those that go by rows stand together, and the groups of them. A room of its
own because it knows what a block of an array depends on, and nothing of memory.

A row is what stands at one place of an axis, which counts from the end: the one before the last, or
one of those in front, as of the matrices of a batch.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Sequence

from lazyad.arrays.contractions import EINSUM
from lazyad.arrays.forms import shape_of
from lazyad.arrays.reductions import MAX, MIN
from lazyad.arrays.sums import SUM
from lazyad.emit.bases import base, is_view, size_of_node
from lazyad.graph import ITEM, Node

LEAST = 1 << 17  # bytes of the largest array of a group that is worth a loop
WHOLE = 1 << 20  # bytes that what stands at one place of an axis in front may take
NEAR = 12  # so many places ahead an operation on rows may be taken, to stand beside others


class Group:
    """The Nodes that one loop computes, the axis that it goes along, and how many rows each of its
    blocks has."""

    __slots__ = ("axis", "nodes", "step")

    def __init__(self, nodes: list[Node], axis: int) -> None:
        self.nodes, self.axis, self.step = nodes, axis, 0

    @property
    def rows(self) -> int:
        return shape_of(self.nodes[0])[self.axis]


def is_by_rows(node: Node, axis: int = -2) -> bool:
    """Whether each row of it, along that axis, depends on the same rows alone."""
    if len(shape_of(node)) < -axis:
        return False
    if node.op.array is None:
        return node.op is not ITEM
    if node.op in (SUM, MAX, MIN):
        axes, kept = node.payload
        return kept and axis not in axes
    if node.op is not EINSUM or node.payload.count(",") != 1:
        return False
    left, right = node.payload.partition("->")[0].split(",")
    own = node.payload.partition("->")[2]
    matrices = len(left) == len(right) == 2
    return matrices and own == left[0] + right.replace(left[1], "") and left[1] in right


def by_block(node: Node, at: int, axis: int) -> bool:
    """Whether a block of the Node reads a block of that argument, and not all of it."""
    shape = shape_of(node.args[at])
    every = len(shape) < -axis or shape[axis] == 1
    return not (every or (node.op is EINSUM and at == 1 and axis == -2))


def _fits(node: Node, rows: int, axis: int, members: Collection[Node]) -> bool:
    if not is_by_rows(node, axis) or shape_of(node)[axis] != rows or rows == 1:
        return False
    for at, arg in enumerate(node.args):
        if by_block(node, at, axis):
            if shape_of(arg)[axis] != rows or (is_view(arg) and base(arg) in members):
                return False
        elif arg in members or base(arg) in members:
            return False
    return True


def groups_of(
    order: Sequence[Node], able: Collection[Node], copies: Collection[Node]
) -> list[Group]:
    """Runs of Nodes that one loop over blocks computes, along the axis that takes most of them;
    copies that need not be made stand in nobody's way."""
    found: list[Group] = []
    at = 0
    while at < len(order):
        runs = [_run(order, at, axis, able, copies) for axis in _axes(order[at], able)]
        if not runs:
            at += 1
            continue
        nodes, axis, at = max(runs, key=lambda run: len(run[0]))
        if len(nodes) > 1 and max(map(size_of_node, nodes)) > LEAST:
            found.append(Group(nodes, axis))
    return found


def _axes(node: Node, able: Collection[Node]) -> Iterator[int]:
    """Along which axes a loop may begin with the Node: the first ones first, whose matrices stay
    whole."""
    shape = shape_of(node) if node in able else ()
    for axis in range(-len(shape), -1):
        small = axis == -2 or size_of_node(node) // max(shape[axis], 1) <= WHOLE
        if small and _fits(node, shape[axis], axis, ()):
            yield axis


def _run(
    order: Sequence[Node], at: int, axis: int, able: Collection[Node], copies: Collection[Node]
) -> tuple[list[Node], int, int]:
    """The Nodes that a loop computes which begins at that place, the axis, and the place behind."""
    rows, nodes, end = shape_of(order[at])[axis], [order[at]], at + 1
    members = set(nodes)
    later: set[Node] = set()  # what is whole when the loop is over
    for place in range(at + 1, len(order)):
        node = order[place]
        if node in copies:
            if base(node.args[0]) in members:
                later.add(node)
        elif not is_view(node):
            fits = node in able and _fits(node, rows, axis, members)
            if not fits or not later.isdisjoint(map(base, node.args)):
                break
            nodes.append(node)
            members.add(node)
            end = place + 1
    return nodes, axis, end


def clustered(nodes: Sequence[Node], able: Collection[Node]) -> list[Node]:
    """The Nodes in an order in which those by rows stand together, as far as arguments allow and
    none is taken from far ahead."""
    place = {node: at for at, node in enumerate(nodes)}
    waits = {node: sum(arg in place for arg in set(node.args)) for node in nodes}
    users: dict[Node, list[Node]] = {}
    for node in nodes:
        for arg in set(node.args):
            users.setdefault(arg, []).append(node)
    others: list[int] = []
    by_rows: list[int] = []

    def ready(node: Node) -> None:
        heapq.heappush(by_rows if node in able and is_by_rows(node) else others, place[node])

    for node in nodes:
        if not waits[node]:
            ready(node)
    found = []
    while others or by_rows:
        soon = by_rows and (not others or by_rows[0] <= others[0] + NEAR)
        node = nodes[heapq.heappop(by_rows if soon else others)]
        found.append(node)
        for user in users.get(node, ()):
            waits[user] -= 1
            if not waits[user]:
                ready(user)
    return found

"""Where the arrays of a program live: lifetimes, buffers that are used again, and blocks of rows.

In: the Nodes of a program in order. Out: a `Plan`: which Nodes are computed into one piece of
memory, where in it, and which stand in a loop over blocks of rows. A room of its own because it
knows sizes and lifetimes, and no text.

An array may be computed into memory where another one was that nobody reads any more, or block by
block where each of its rows depends on the same rows of others alone (elementwise operations, sums
and maxima along the last axis, products with a matrix on the right). What only the block reads is
as large as a block. Small arrays, views and results are left to NumPy.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence

from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.views import PERMUTE, RESHAPE, inverse
from lazyad.emit.bases import base, in_order, is_view, size_of_node
from lazyad.emit.groups import Group, by_block, clustered, groups_of
from lazyad.emit.slots import Slot, placed
from lazyad.emit.stacks import products, stacked
from lazyad.graph import Node
from lazyad.ops import where
from lazyad.values.origin import describe
from lazyad.values.rows import NamedTuple

LEAST = 1 << 15  # bytes of an array whose memory is planned
BLOCK = 1 << 20  # bytes that the arrays of a block may take: a share of all memory between these
LARGEST = 1 << 22
FEWEST = 8  # rows of a block


class Plan(NamedTuple):
    """`order` are the Nodes as they are computed; `whole` the slots of arrays that live beside each
    other, `scratch` those of blocks; `groups` the loops over rows, each by its first Node. What is
    `laid` out for a Node needs no copy to become it."""

    order: list[Node]
    whole: dict[Node, Slot]
    scratch: dict[Node, Slot]
    groups: dict[Node, Group]
    size: int
    block: int
    last: dict[Node, int]
    laid: dict[Node, Node]
    stacks: dict[Node, Node]


class Carried(NamedTuple):
    """An array that a round is given, in a variable, and what is to be in it after the round."""

    given: Node
    after: Node
    variable: str


def plan(
    nodes: Sequence[Node],
    results: Collection[Node],
    planned: Iterable[Node],
    carried: Sequence[Carried] = (),
    held: Iterable[Node] = (),
) -> Plan | None:
    """The plan for these Nodes, of which some may be computed into memory that is given; None where
    no array is large enough. What is `held` is there to the end, and `carried` is what a round may
    write over."""
    able = {*planned}
    if not is_large(able):
        return None
    kept = set(map(base, results))
    able -= kept
    order = clustered([node for node in nodes if node.args or node.op.array], able)
    place = {node: at for at, node in enumerate(order)}
    readers: dict[Node, list[int]] = {}
    for at, node in enumerate(order):
        for arg in node.args:
            readers.setdefault(base(arg), []).append(at)
    last = {node: max(places) for node, places in readers.items()}
    last |= dict.fromkeys([*kept, *map(base, held)], len(order))
    laid = _laid_out(order, able, readers)
    groups = groups_of(order, able, set(laid.values()))
    group_of = {place[node]: group for group in groups for node in group.nodes}
    inside = {
        node
        for group in groups
        for node in group.nodes
        if last.get(node, len(order)) < len(order)
        and all(group_of.get(at) is group and not is_view(order[at]) for at in readers[node])
    }
    alone = {node for node in able if place[node] in group_of or size_of_node(node) >= LEAST}
    whole = _lifetimes(order, alone - inside, last, group_of, place, laid, carried)
    size = placed([*dict.fromkeys(whole.values())])
    room = min(max(BLOCK, size // 2), LARGEST)
    scratch, stacks, block = _blocks(groups, inside, last, place, room)
    firsts = {group.nodes[0]: group for group in groups}
    return Plan(order, whole, scratch, firsts, size, block, last, laid, stacks)


def is_large(nodes: Iterable[Node]) -> bool:
    """Whether the memory of any of them is worth a plan."""
    return max(map(size_of_node, nodes), default=0) >= LEAST


class Peak(NamedTuple):
    """How many bytes a call takes beside its arguments and results, and the line that takes
    most.
    """

    bytes: int
    where: str


def peak(found: Plan) -> Peak:
    """The memory of the plan, and the most that NumPy's own arrays take at a time; the line is that
    where most of all is alive."""
    count = len(found.order)
    own, every = [0] * (count + 1), [0] * (count + 1)
    for slot in dict.fromkeys(found.whole.values()):
        every[slot.first] += slot.size
        every[min(slot.last + 1, count)] -= slot.size
    for at, node in enumerate(found.order):
        mine = node in found.whole or node in found.scratch or is_view(node)
        if not mine and found.last.get(node, count) < count:
            for bytes_ in (own, every):
                bytes_[at] += size_of_node(node)
                bytes_[found.last[node] + 1] -= size_of_node(node)
    alive = [*itertools.accumulate(every)]
    where = describe(found.order[alive.index(max(alive))].origin)
    return Peak(found.size + found.block + max(itertools.accumulate(own)), where)


# ---------------------------------------------------------------------------------- lifetimes


def _laid_out(
    order: Sequence[Node], able: Collection[Node], readers: dict[Node, list[int]]
) -> dict[Node, Node]:
    """What is read by its copy with other axes alone, and that: it may be computed in the order in
    which the copy wants its elements."""
    found = {}
    for node in order:
        turned = node.args[0] if node.op is RESHAPE and node in able else node
        if turned.op is not PERMUTE or size_of_node(node) < LEAST:
            continue
        (own,) = turned.args
        alone = {order[at] for at in readers.get(own, ())} == {turned, node}
        if own in able and own.op is not RESHAPE and alone:
            found[own] = node
    return found


def _mirrors(arg: Node, own: Node, copy: Node) -> bool:
    """Whether a view sees an array as what is laid out for that copy is seen in it."""
    turned = copy.args[0]
    if arg.op is not PERMUTE or arg.args[0].op is not RESHAPE or arg.args[0].args != (own,):
        return False
    same = form_of(own) == form_of(copy) and shape_of(arg.args[0]) == shape_of(turned)
    return same and arg.payload == inverse(turned.payload)


def _lifetimes(  # noqa: PLR0917
    order: Sequence[Node],
    able: Collection[Node],
    last: dict[Node, int],
    group_of: dict[int, Group],
    place: dict[Node, int],
    laid: dict[Node, Node],
    carried: Sequence[Carried],
) -> dict[Node, Slot]:
    """A slot for each array: that of an argument which is read for the last time, if it is as large
    and the operation goes element by element; otherwise one of its own. What a loop over rows reads
    or writes is alive in all of it. What is carried on stands in its own array, or in none."""

    def begins(at: int) -> int:
        return place[group_of[at].nodes[0]] if at in group_of else at

    def ends(node: Node, at: int) -> int:
        end = last.get(node, at)
        return place[group_of[end].nodes[-1]] if end in group_of else end

    found: dict[Node, Slot] = {}
    slot: Slot | None
    source = {copy: own for own, copy in laid.items()}
    own: dict[Node, Slot] = {}
    for one in carried:
        slot = Slot(size_of_node(one.given), 0, ends(one.given, 0))
        slot.array = one.variable
        found[one.given] = own[one.after] = slot
    for at, node in enumerate(order):
        if node not in able:
            continue
        if node in source:
            slot = found[source[node]]
        elif at in group_of:
            slot = _row_by_row(node, at, group_of[at], found, place, laid.get(node))
        elif node in laid:
            slot = None
        else:
            slot = _given_up(node, at, found, last)
        end = laid.get(node, node)
        if slot is None or (end in own and slot.array and slot is not own[end]):
            slot = Slot(size_of_node(node), begins(at), at)
        found[node] = slot
        slot.last = max(slot.last, ends(node, at))
    return found


def _row_by_row(  # noqa: PLR0917
    node: Node,
    at: int,
    group: Group,
    found: dict[Node, Slot],
    place: dict[Node, int],
    copy: Node | None,
) -> Slot | None:
    """The slot of an array that this loop reads for the last time, each row before the same row of
    the Node, which may be laid out for a copy, is written there."""
    members, end = set(group.nodes), place[group.nodes[-1]]
    read: dict[Node, list[tuple[int, bool]]] = {}
    for one in group.nodes:
        for position, arg in enumerate(one.args):
            own = base(arg)
            direct = not is_view(arg) if copy is None else _mirrors(arg, own, copy)
            read.setdefault(own, []).append(
                (place[one], direct and by_block(one, position, group.axis))
            )
    for own, reads in read.items():
        slot = found.get(own)
        form = form_of(node if copy is None else copy)
        if slot is None or own in members or slot.last != end or form_of(own) != form:
            continue
        latest = max(place_ for place_, _ in reads)
        before = latest < at or (latest == at and node.op.array is None and node.op is not where)
        if before and all(direct for _, direct in reads):
            slot.last = end + 1  # nobody else may have it
            return slot
    return None


def _given_up(node: Node, at: int, found: dict[Node, Slot], last: dict[Node, int]) -> Slot | None:
    """The slot of an argument whose memory the result may be written into."""
    if node.op.array is not None:
        return None
    for arg in node.args[2:] if node.op is where else node.args:  # it is written first
        own = base(arg)
        alone = sum(base(other) is own for other in node.args) == sum(a is arg for a in node.args)
        same = form_of(arg) == form_of(node) and in_order(arg) and shape_of(own) == shape_of(node)
        if own in found and last[own] == at and alone and same:
            return found[own]
    return None


def _blocks(
    groups: Sequence[Group],
    inside: Collection[Node],
    last: dict[Node, int],
    place: dict[Node, int],
    room: int,
) -> tuple[dict[Node, Slot], dict[Node, Node], int]:
    """The slots of what lives in a block alone, the products that are one, and the memory of the
    largest block. It has as many rows as there is room for."""
    found: dict[Node, Slot] = {}
    stacks: dict[Node, Node] = {}
    most = 0
    for group in groups:
        rows = group.rows
        here: dict[Node, Slot] = {}
        pairs = products(group, inside)
        fresh = {node.args[0] for pair in pairs for node in pair}
        for node in group.nodes:
            if node not in inside:
                continue
            at = place[node]
            slot = _given_up(node, at, here, last) if node not in fresh else None
            if slot is None:
                slot = Slot(size_of_node(node) // rows, at, at)
            here[node] = slot
            slot.last = max(slot.last, last.get(node, at))
        stacks |= stacked(pairs, here)
        slots = [*dict.fromkeys(here.values())]
        widest = max(map(size_of_node, group.nodes)) // rows
        step = max(FEWEST if group.axis == -2 else 1, min(rows, room // max(widest, placed(slots))))
        while rows % step:
            step -= 1
        group.step = step
        for slot in slots:
            slot.size *= step
        most = max(most, placed(slots))
        found |= here
    return found, stacks, most

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

import heapq
import itertools
from collections.abc import Collection, Iterable, Sequence

from lazyad.arrays.contractions import EINSUM
from lazyad.arrays.forms import form_of, shape_of, size_of
from lazyad.arrays.reductions import MAX, MIN
from lazyad.arrays.sums import SUM
from lazyad.arrays.views import RESHAPE
from lazyad.graph import ITEM, Node
from lazyad.ops import where
from lazyad.values.origin import describe
from lazyad.values.rows import NamedTuple

LEAST = 1 << 15  # bytes of an array whose memory is planned
GROUP = 1 << 17  # bytes of the largest array of a block of rows that is worth a loop
BLOCK = 1 << 18  # bytes that one block of the widest array may take
ALIGNED = 64
FEWEST = 8  # rows of a block
NEAR = 12  # so many places ahead an operation on rows may be taken, to stand beside others


class Slot:
    """A piece of memory, the first and last places where it holds an array, and where it lies."""

    __slots__ = ("first", "last", "offset", "size")

    def __init__(self, size: int, first: int, last: int) -> None:
        self.size, self.first, self.last, self.offset = size, first, last, 0


class Plan(NamedTuple):
    """`order` are the Nodes as they are computed; `whole` the slots of arrays that live beside each
    other, `scratch` those of blocks; `groups` the Nodes of each loop over rows, by the first, and
    `steps` how many rows a block has."""

    order: list[Node]
    whole: dict[Node, Slot]
    scratch: dict[Node, Slot]
    groups: dict[Node, list[Node]]
    steps: dict[Node, int]
    size: int
    block: int
    last: dict[Node, int]


def plan(nodes: Sequence[Node], results: Collection[Node], planned: Iterable[Node]) -> Plan | None:
    """The plan for these Nodes, of which some may be computed into memory that is given; None where
    no array is large enough."""
    able = {*planned}
    if not is_large(able):
        return None
    kept = set(map(base, results))
    able -= kept
    order = _clustered([node for node in nodes if node.args or node.op.array], able)
    place = {node: at for at, node in enumerate(order)}
    readers: dict[Node, list[int]] = {}
    for at, node in enumerate(order):
        for arg in node.args:
            readers.setdefault(base(arg), []).append(at)
    last = {node: max(places) for node, places in readers.items()}
    last |= dict.fromkeys(kept, len(order))
    groups = _groups(order, able)
    group_of = {place[node]: group for group in groups for node in group}
    inside = {
        node
        for group in groups
        for node in group
        if node in able
        and set(readers.get(node, ())) <= {place[n] for n in group}
        and not any(is_view(order[at]) for at in readers.get(node, ()))
    }
    grouped = {node for group in groups for node in group}
    alone = {node for node in able if node in grouped or size_of_node(node) >= LEAST}
    whole = _lifetimes(order, alone - inside, last, group_of, place)
    scratch, steps, block = _blocks(groups, inside, last, place)
    size = _placed([*dict.fromkeys(whole.values())])
    firsts = {group[0]: group for group in groups}
    return Plan(order, whole, scratch, firsts, steps, size, block, last)


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


def size_of_node(node: Node) -> int:
    form = form_of(node)
    return size_of(form) if type(form) is not tuple else 0


def is_view(node: Node) -> bool:
    """Whether it takes no memory: a reshape of what is not laid out in order is a copy."""
    row = node.op.array
    return row is not None and row.view and not (node.op is RESHAPE and not in_order(node.args[0]))


def in_order(node: Node) -> bool:
    """Whether its elements are laid out in memory as its shape says."""
    while node.op is RESHAPE and is_view(node):
        node = node.args[0]
    return not is_view(node)


def base(node: Node) -> Node:
    """What a view is a view of."""
    while is_view(node):
        node = node.args[0]
    return node


# ---------------------------------------------------------------------------------- rows


def is_by_rows(node: Node) -> bool:
    """Whether each row of it, along the axis before the last, depends on the same rows alone."""
    if len(shape_of(node)) < 2:
        return False
    if node.op.array is None:
        return node.op is not ITEM
    if node.op in (SUM, MAX, MIN):
        return node.payload == ((-1,), True)  # type: ignore[no-any-return]
    if node.op is not EINSUM or node.payload.count(",") != 1:
        return False
    left, right = node.payload.partition("->")[0].split(",")
    own = node.payload.partition("->")[2]
    return (
        len(left) == len(right) == 2
        and own == left[0] + right.replace(left[1], "")
        and left[1] in right
    )


def by_block(node: Node, at: int) -> bool:
    """Whether a block of the Node reads a block of that argument, and not all of it."""
    shape = shape_of(node.args[at])
    return not (len(shape) < 2 or shape[-2] == 1 or (node.op is EINSUM and at == 1))


def _fits(node: Node, rows: int, group: Collection[Node]) -> bool:
    if shape_of(node)[-2] != rows or rows == 1:
        return False
    for at, arg in enumerate(node.args):
        if by_block(node, at):
            if shape_of(arg)[-2] != rows or (is_view(arg) and base(arg) in group):
                return False
        elif arg in group or base(arg) in group:
            return False
    return True


def _groups(order: Sequence[Node], able: Collection[Node]) -> list[list[Node]]:
    """Runs of Nodes that one loop over blocks of rows computes."""
    found: list[list[Node]] = []
    group: list[Node] = []
    members: set[Node] = set()
    for node in order:
        if is_view(node) and base(node) not in members:
            continue
        joins = node in able and is_by_rows(node)
        if group and joins and _fits(node, shape_of(group[0])[-2], members):
            group.append(node)
            members.add(node)
            continue
        found.append(group)
        joins = joins and _fits(node, shape_of(node)[-2], ())
        group, members = ([node], {node}) if joins else ([], set())
    found.append(group)
    return [one for one in found if len(one) > 1 and max(map(size_of_node, one)) > GROUP]


def _clustered(nodes: Sequence[Node], able: Collection[Node]) -> list[Node]:
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


# ---------------------------------------------------------------------------------- lifetimes


def _lifetimes(
    order: Sequence[Node],
    able: Collection[Node],
    last: dict[Node, int],
    group_of: dict[int, list[Node]],
    place: dict[Node, int],
) -> dict[Node, Slot]:
    """A slot for each array: that of an argument which is read for the last time, if it is as large
    and the operation goes element by element; otherwise one of its own. What a loop over rows reads
    or writes is alive in all of it."""

    def begins(at: int) -> int:
        return place[group_of[at][0]] if at in group_of else at

    def ends(node: Node, at: int) -> int:
        end = last.get(node, at)
        return place[group_of[end][-1]] if end in group_of else end

    found: dict[Node, Slot] = {}
    for at, node in enumerate(order):
        if node not in able:
            continue
        if at in group_of:
            slot = _row_by_row(node, at, group_of[at], found, place)
        else:
            slot = _given_up(node, at, found, last)
        if slot is None:
            slot = Slot(size_of_node(node), begins(at), at)
        found[node] = slot
        slot.last = max(slot.last, ends(node, at))
    return found


def _row_by_row(
    node: Node, at: int, group: Sequence[Node], found: dict[Node, Slot], place: dict[Node, int]
) -> Slot | None:
    """The slot of an array that this loop reads for the last time, each row before the same row of
    the Node is written there."""
    begin, end = place[group[0]], place[group[-1]]
    read: dict[Node, list[tuple[int, bool]]] = {}
    for one in group:
        for position, arg in enumerate(one.args):
            direct = not is_view(arg) and by_block(one, position)
            read.setdefault(base(arg), []).append((place[one], direct))
    for own, reads in read.items():
        slot = found.get(own)
        if slot is None or place[own] >= begin or slot.last != end or form_of(own) != form_of(node):
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
    groups: Sequence[list[Node]],
    inside: Collection[Node],
    last: dict[Node, int],
    place: dict[Node, int],
) -> tuple[dict[Node, Slot], dict[Node, int], int]:
    """The slots of what lives in a block alone, how many rows it has, and the memory of the largest
    block."""
    found: dict[Node, Slot] = {}
    steps: dict[Node, int] = {}
    most = 0
    for group in groups:
        rows = shape_of(group[0])[-2]
        step = max(FEWEST, min(rows, BLOCK // max(size_of_node(one) // rows for one in group)))
        while rows % step:
            step -= 1
        steps[group[0]] = step
        here: dict[Node, Slot] = {}
        for node in group:
            if node not in inside:
                continue
            at = place[node]
            slot = _given_up(node, at, here, last)
            if slot is None:
                slot = Slot(size_of_node(node) // rows * step, at, at)
            here[node] = slot
            slot.last = max(slot.last, last.get(node, at))
        most = max(most, _placed([*dict.fromkeys(here.values())]))
        found |= here
    return found, steps, most


def _placed(slots: Sequence[Slot]) -> int:
    """Give each slot its offset, the largest first, where it meets none that lives at the same
    time; returns how much memory they take."""
    done: list[Slot] = []
    total = 0
    for slot in sorted(slots, key=lambda one: (-one.size, one.first)):
        at = 0
        meets = [o for o in done if o.first <= slot.last and slot.first <= o.last]
        for other in sorted(meets, key=lambda one: one.offset):
            if at + slot.size <= other.offset:
                break
            at = max(at, other.offset + _rounded(other.size))
        slot.offset = at
        done.append(slot)
        total = max(total, at + _rounded(slot.size))
    return total


def _rounded(size: int) -> int:
    return -(-size // ALIGNED) * ALIGNED

"""Products with one matrix as one product: those of a value and of its tangents.

In: the operations of a loop over blocks of rows, and the slots of what lives in a block. Out: which
two products read and write rows that lie right behind each other. A room of its own because a
product of few rows is slow, and with directions in front there would be one for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise

from lazyad.arrays.contractions import EINSUM
from lazyad.arrays.forms import form_of, shape_of
from lazyad.emit.groups import Group
from lazyad.emit.slots import Slot
from lazyad.graph import Node


def products(group: Group, inside: Collection[Node]) -> list[tuple[Node, Node]]:
    """Two products one after the other, whose rows and results live `inside` a block."""
    if group.axis != -2:
        return []
    found = []
    for one, other in pairwise(group.nodes):
        if not (_is_product(one, inside) and _is_product(other, inside)):
            continue
        same = one.args[1] is other.args[1] and form_of(one).kind == form_of(other).kind
        if same and other.args[0] not in {one, one.args[0]}:
            found.append((one, other))
    return found


def _is_product(node: Node, inside: Collection[Node]) -> bool:
    """Whether it multiplies rows of a block, from the right, by one matrix."""
    plain = node.op is EINSUM and node.payload == "ij,jk->ik" and len(shape_of(node.args[1])) == 2
    return plain and node in inside and node.args[0] in inside


def stacked(pairs: list[tuple[Node, Node]], slots: Mapping[Node, Slot]) -> dict[Node, Node]:
    """The first of each two, by the second, where their slots can be tied to each other."""
    found: dict[Node, Node] = {}
    for one, other in pairs:
        ends = [(slots[x.args[0]], slots[x]) for x in (one, other)]
        for (read, written), (read_behind, written_behind) in (ends, ends[::-1]):
            if one in found:
                break
            if read.may_precede(read_behind) and written.may_precede(written_behind):
                read.precede(read_behind)
                written.precede(written_behind)
                found[other] = one
                break
    return found

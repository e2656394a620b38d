"""Which tangents and cotangents are nothing in a part: where a choice, an assignment, an index or a
unit direction left zeros.

In: a Node. Out: whether it is one of them. A room of its own because what is nothing is not
multiplied: the other factor may be infinite there, and zero times that is no number.
"""

from __future__ import annotations

from collections.abc import Sequence

from lazyad.arrays.constants import EYE, FULL
from lazyad.arrays.gathers import PUT, PUT_ALONG, SCATTER
from lazyad.arrays.slices import CONCAT, CUT, PLACE, UPDATE
from lazyad.arrays.views import ASTYPE, PERMUTE, RESHAPE
from lazyad.graph import INPUT, ZERO, Node, Op
from lazyad.ops import add, neg, where

DIRECTIONS = "directions"  # the rows of a chunk of unit directions
LEVELS = 3  # selections within each other that are entered
VIEWS: tuple[Op, ...] = (RESHAPE, PERMUTE, ASTYPE)
_AMONG_ZEROS = (PLACE, SCATTER, PUT_ALONG)
_BESIDE_ZEROS = (UPDATE, PUT, CONCAT)
_STEPS = 32  # that are walked back from a direction, so that all of them take linear time


def chooses(moved: Node) -> bool:
    return moved.op is where and any(side is ZERO for side in moved.args[1:])


def is_basis(moved: Node) -> bool:
    """Whether it is unit directions, or some of their numbers, which are 1 or nothing."""
    while moved.op in (*VIEWS, CUT):
        moved = moved.args[0]
    return moved.op is EYE or (moved.op is INPUT and moved.payload == DIRECTIONS)


def parts_of(moved: Node, levels: int) -> Sequence[int]:
    """The arguments that stand among zeros, if any do."""
    if moved.op in VIEWS and levels > 1:
        inner = moved.args[0]
        return (0,) if chooses(inner) or parts_of(inner, levels - 1) else ()
    if moved.op in _BESIDE_ZEROS:
        several = moved.args if moved.op is CONCAT else moved.args[:2]
        zeros = [arg.op is FULL and arg.payload[1] == 0.0 for arg in several]
        parts = [at for at, nothing in enumerate(zeros) if not nothing]
        return parts if len(parts) < len(several) else ()
    return (0,) if moved.op in _AMONG_ZEROS else ()


def is_partly_nothing(moved: Node) -> bool:
    """Whether it is such a one, or is linear in one, as sums along an axis are. A sum of several is
    where each of them is what a choice left, for parts that are put beside each other fill it."""
    left, summed = [moved], False
    for _ in range(_STEPS):
        one = left.pop()
        row = one.op.array
        known = chooses(one) or (row is not None and row.absorbs)
        known = known or (not summed and (is_basis(one) or bool(parts_of(one, LEVELS))))
        if known and not left:
            return True
        if known:
            continue
        if one.op is not add and one.op is not neg and (row is None or not row.transpose):
            return False
        if one.op is not add and len(one.args) > 1:
            return False
        summed = summed or one.op is add
        left += one.args
    return False

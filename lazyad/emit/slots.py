"""Pieces of one memory: how large, from when to when, and where each lies.

In: pieces with their lifetimes. Out: their offsets, and how much memory they take together. A room
of its own because nothing here knows what a piece holds.
"""

from __future__ import annotations

from collections.abc import Sequence

ALIGNED = 64  # bytes
STRETCH = 64  # operations


class Slot:
    """A piece of memory, the first and last places where it holds an array, and where it lies; and
    the one that is to lie right behind it. One that is an array of its own lies nowhere."""

    __slots__ = ("array", "behind", "first", "last", "offset", "size", "tied")

    def __init__(self, size: int, first: int, last: int) -> None:
        self.size, self.first, self.last, self.offset = size, first, last, 0
        self.behind: Slot | None = None
        self.tied = False
        self.array = ""  # the variable, if it is one

    def may_precede(self, other: Slot) -> bool:
        """Whether the other one lies right behind it, or may."""
        return self.behind is other or not (self.tied or other.tied)

    def precede(self, other: Slot) -> None:
        """Have the other one lie right behind it; both live as long as either."""
        self.behind = other
        self.tied = other.tied = True


class _Place:
    """A slot, with the one behind it."""

    def __init__(self, slot: Slot) -> None:
        slots = [slot] if slot.behind is None else [slot, slot.behind]
        self.slot, self.offset = slot, 0
        self.size = sum([one.size for one in slots])
        self.first = min([one.first for one in slots])
        self.last = max([one.last for one in slots])

    @property
    def end(self) -> int:
        return self.offset + -(-self.size // ALIGNED) * ALIGNED


def placed(slots: Sequence[Slot]) -> int:
    """Give each slot its offset, the largest first, where it meets none that lives at the same
    time; returns how much memory they take."""
    behind = {slot.behind for slot in slots}
    waiting = [_Place(slot) for slot in slots if slot not in behind and not slot.array]
    done: list[_Place] = []
    alive: dict[int, list[_Place]] = {}  # by stretches of the program: few lives are long
    for place in sorted(waiting, key=lambda one: (-one.size, one.first)):
        stretches = range(place.first // STRETCH, place.last // STRETCH + 1)
        near = dict.fromkeys(one for at in stretches for one in alive.get(at, ()))
        meets = [o for o in near if o.first <= place.last and place.first <= o.last]
        for other in sorted(meets, key=lambda one: one.offset):
            if place.offset + place.size <= other.offset:
                break
            place.offset = max(place.offset, other.end)
        done.append(place)
        for at in stretches:
            alive.setdefault(at, []).append(place)
        place.slot.offset = place.offset
        if place.slot.behind is not None:
            place.slot.behind.offset = place.offset + place.slot.size
    return max([place.end for place in done], default=0)

"""Loops where a number is many points, some of which leave before others.

In: the round of a loop that is kept. Out: one in which a point that has left keeps what it has,
and which goes on while any point does. A room of its own because it is what NumPy needs of a loop:
its arrays of points have no common number of rounds.

A point that a round leaves as it was would stay for ever. Python ends most such loops by an
exception, which NumPy does not raise: a division by zero, the root of a negative number. So the
loop ends when the points that are left do not move, and what it comes to at these raises, which is
nan in an array.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from lazyad.graph import CONST, INPUT, RAISE, Node, const, is_condition, is_const, reached
from lazyad.ops import add, and_, eq, not_, or_, where
from lazyad.regions import made


class Points:
    """Which points come to a loop, and which are still in it."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.came = _here(session)
        self.active = made(INPUT, (), "active")
        self._stays = False  # whether a point may stay for ever

    def round(
        self, go: Node, after: Sequence[Node], inputs: Sequence[Node], counts: bool
    ) -> tuple[Node, list[Node]]:
        """Whether another round follows, and the values after this one, of which the last says
        which points are in it."""
        if go.op is CONST and counts:  # all points have as many rounds
            return go, [*after, self.active]
        still = both(self.active, go)
        moved = const(True) if counts else _moved(go, after, inputs)
        self._stays = not is_const(moved, True)
        pairs = zip(after, inputs, strict=True)
        return both(still, moved), [*[self._kept(new, old) for new, old in pairs], still]

    def _kept(self, new: Node, old: Node) -> Node:
        """The new value, of a point that is still in the loop."""
        if new is old:
            return old
        if new.op is where and new.args[2] is old:
            return where(both(self.active, new.args[0]), new.args[1], old)
        if new.op is where and new.args[1] is old:
            return where(both(self.active, not_(new.args[0])), new.args[2], old)
        return where(self.active, new, old)

    def ended(self, ends: list[Node], initial: Sequence[Node]) -> list[Node]:
        """What the loop comes to, its own values and what it keeps, but for points that stay for
        ever; they began with those of `initial`."""
        count = len(initial)
        active, own, kept = ends[count], ends[:count], ends[count + 1 :]
        if self._stays:
            message = "a loop does not end: its rounds change nothing any more"
            lost = self.session.adopt(Node(RAISE, (), (ArithmeticError, message)))
            pairs = zip(own, initial, strict=True)
            own = [one if is_condition(start) else where(active, lost, one) for one, start in pairs]
        return [*own, *kept]


def both(one: Node, other: Node) -> Node:
    """Whether both conditions hold."""
    if other.op is where and is_const(other.args[1], True) and is_const(other.args[2], False):
        other = other.args[0]
    if is_const(one, True) or one is other:
        return other
    return one if is_const(other, True) else and_(one, other)


def _here(session: Any) -> Node:
    """Which points come to where the trace is: on the sides of branches that it is on, in the round
    of the innermost loop that is kept."""
    found, first = const(True), 0
    if session.loops:
        outer = session.loops[-1]
        found, first = outer.region.points.active, outer.length
        for one in outer.round:
            found = both(found, not_(one.condition)) if one.condition is not True else found
    for condition, holds, _ in session.path[first:]:
        found = both(found, condition if holds else not_(condition))
    return found


def _moved(go: Node, after: Sequence[Node], inputs: Sequence[Node]) -> Node:
    """Whether a round changes anything that tells whether another one follows."""
    places = {one: at for at, one in enumerate(inputs)}
    deciding, waiting = set[int](), [go]
    while waiting:
        new = {places[one] for one in reached(waiting) if one in places} - deciding
        deciding |= new
        waiting = [after[at] for at in new]
    changes = []
    for at in sorted(deciding):
        value, old = after[at], inputs[at]
        if value.op is where:  # only where the round comes to it
            value = next((one for one in value.args[1:] if one is not old), old)
        if value.op is add and value.args[0] is old and value.args[1].op is CONST:
            return const(True)  # it counts its rounds
        number = const(True) if _ends_at_nan(go) else or_(eq(value, value), eq(old, old))
        changes.append(both(value != old, number))
    return reduce(or_, changes) if changes else const(False)


def _ends_at_nan(go: Node) -> bool:
    """Whether no other round follows where it compares a nan."""
    if go.op is where and is_const(go.args[2], False):  # both
        return _ends_at_nan(go.args[0]) or _ends_at_nan(go.args[1])
    return bool(go.op.holds) and "?" not in go.op.holds

"""What is known of conditions where a function has got to: it is not asked again.

In: conditions, and whether they hold here. Out: of another one, whether it must hold, must not, or
may. A room of its own because it is Python's comparisons alone, whoever asks: a branch that joins
forgets at the end of a side what held there.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from typing import Any

from lazyad.graph import CONST, Node, Numbering, is_const
from lazyad.ops import not_, where

# Which of less, equal, greater and unordered (a nan) make each comparison true.
_MIRRORED = str.maketrans("<>", "><")
_UNKNOWN: Any = object()
MANY = 50  # conditions that one is made of


class Facts:
    """What each pair of values may be to each other."""

    def __init__(self) -> None:
        self._relations: dict[tuple[Any, Any], set[str]] = {}  # what each pair may still be
        self._numbering = Numbering()
        self._constants: dict[int, float] = {}
        # The constants that each value was compared with, in order, and what is known to be no nan.
        self._compared: dict[int, list[tuple[float, int]]] = {}
        self._ordered: dict[int, bool] = {}
        self._learned: list[tuple[dict[Any, Any], Any, Any]] = []  # and what was known before

    def only_nan(self) -> bool:
        """Whether a nan alone goes this way."""
        return any(relation == {"?"} for relation in self._relations.values())

    def implied(self, condition: Node) -> bool | None:
        """The truth that earlier decisions leave no choice about."""
        holds = True
        while condition.op is not_:
            (condition,), holds = condition.args, not holds
        pair, truths = self._pair(condition)
        possible = self._possible(pair)
        if possible <= truths:
            return holds
        return not holds if possible.isdisjoint(truths) else None

    def _possible(self, pair: tuple[int, int]) -> set[str]:
        """What the two may still be to each other, also after what the first was compared with."""
        one, other = pair
        possible = set("=?" if one == other else "<=>?")  # a value is equal to itself, or a nan
        possible &= self._relations.get(pair, possible)
        value = self._constants.get(other)
        if value is not None:
            compared = self._compared.get(one, [])
            at = bisect.bisect(compared, (value, other))
            for constant, number in compared[max(at - 1, 0) : at + 1]:  # the nearest ones
                possible &= _carried(self._relations[one, number], constant, value)
        return possible - {"?"} if one in self._ordered and other in self._ordered else possible

    def learn(self, condition: Node, outcome: bool) -> None:
        """From now on, the condition holds or does not, and so do those in it."""
        for one, holds in implied(condition, outcome):
            self._relate(one, holds)

    def _relate(self, condition: Node, outcome: bool) -> None:
        pair, truths = self._pair(condition)
        possible = self._possible(pair)
        left = possible & truths if outcome else possible - truths
        self._note(self._relations, pair, left)
        if "?" not in left:
            for one in pair:
                self._note(self._ordered, one, True)
        if pair[1] in self._constants:
            compared = self._compared.get(pair[0], [])
            if (constant := (self._constants[pair[1]], pair[1])) not in compared:
                self._note(self._compared, pair[0], sorted([*compared, constant]))

    def _note(self, table: dict[Any, Any], key: Any, value: Any) -> None:
        self._learned.append((table, key, table.get(key, _UNKNOWN)))
        table[key] = value

    def mark(self) -> int:
        """How much is known now: for `undo`."""
        return len(self._learned)

    def undo(self, mark: int) -> None:
        """Forget what was learned since: it holds on one side only."""
        while len(self._learned) > mark:
            table, key, before = self._learned.pop()
            if before is _UNKNOWN:
                del table[key]
            else:
                table[key] = before

    def _pair(self, condition: Node) -> tuple[tuple[int, int], set[str]]:
        """What is compared, in one order, and what they are to each other where it holds; a
        condition that compares nothing is alone."""
        if not condition.op.holds:
            return (self._number(condition), -1), {"<"}
        a, b = map(self._number, condition.args)
        if (a in self._constants, a) <= (b in self._constants, b):
            return (a, b), set(condition.op.holds)
        return (b, a), set(condition.op.holds.translate(_MIRRORED))

    def _number(self, root: Node) -> int:
        number = self._numbering(root)
        if root.op is CONST and root.payload == root.payload:
            self._constants[number] = root.payload
            self._ordered[number] = True
        return number


def implied(condition: Node, outcome: bool) -> Iterator[tuple[Node, bool]]:
    """The condition, but for its `not`, and those in it that must hold if it does, or must not; of
    a long `and` or `or`, the last ones are told, and the others asked again."""
    found = [(condition, outcome)]
    for one, holds in found:
        if one.op is not_:
            found.append((one.args[0], not holds))
            continue
        yield one, holds
        if one.op is not where or len(found) > MANY:
            continue
        first, then, otherwise = one.args
        for side, other, taken in ((then, otherwise, False), (otherwise, then, True)):
            if is_const(side, not holds):  # `and` or `or`: it is the other side that is taken
                found += (first, taken), (other, holds)


def _carried(before: set[str], constant: float, value: float) -> set[str]:
    """What x may be to `value`, given what it may be to a constant.

    >>> sorted(_carried({"<", "?"}, 1.0, 2.0)), sorted(_carried({">"}, 1.0, 2.0))
    (['<', '?'], ['<', '=', '>'])
    """
    if constant == value:  # 0.0 and -0.0 too
        return before
    side = "<" if constant < value else ">"
    carried = {"?"} & before
    if before & {side, "="}:
        carried.add(side)
    return carried | set("<=>") if before - {side, "=", "?"} else carried

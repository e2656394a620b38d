"""What is taken from a list or a tuple by an index that is known only when the kernel runs.

In: a sequence of numbers, or of rows that are alike, and a traced index. Out: what Python would
take, as Nodes (`lazyad.regions`): a table of the numbers, and one of them. A room of its own
because a list is Python's, and asks a number for its index: what `syntax` makes of a subscript asks
here first.

A row that is taken is a list of its own, and must not be changed: the list that it stands for would
not be. Where a function does that, such rows are not taken.
"""

from __future__ import annotations

import bisect
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from lazyad.graph import CONST, INPUT, Node, is_choice_of_constants, is_condition, lifted
from lazyad.ops import abs, add, floordiv, max, min, mod, mul, ne, neg, sub, trunc, where
from lazyad.regions import found_in, table, take
from lazyad.tracing.floats import Traced, class_of
from lazyad.values.origin import state
from lazyad.values.structure import is_array


class Wholes:
    """Which of a trace's values are ints to Python, and what was taken by them."""

    def __init__(self) -> None:
        self.given: dict[Node, bool] = {}  # values of loops, and what was taken from tables
        self.found: dict[Node, bool] = {}
        self.rounds: dict[Node, range] = {}  # the numbers of those that are kept
        self.tables: dict[Any, tuple[Node, Any]] = {}
        self.rows: list[tuple[list[Any], list[Any]]] = []  # that were taken, and what is in them

    def give(self, node: Node, is_int: bool) -> None:
        """Say of a value that no formula tells it of."""
        if self.given.get(node) is not is_int:
            self.given[node] = is_int
            self.found.clear()

    def has(self, value: Any) -> bool:
        """Whether it is an int to Python. Numbers of the arguments may be: Python will say."""
        if not isinstance(value, Node):
            return type(value) is int
        pending = [value]
        while pending:
            one = pending[-1]
            sides = one.args[1:] if one.op.lazy else one.args if _keeps_ints(one) else ()
            waiting = [side for side in sides if side not in self.found]
            if waiting and one not in self.found:
                pending += waiting
                continue
            pending.pop()
            if one.op is CONST:
                number = one.payload
                self.found[one] = type(number) is float and number.is_integer()
            elif one.op is INPUT or one in self.given:
                self.found[one] = self.given.get(one, True)
            else:
                gives = (one.op.spelling or "").startswith(("float(", "bisect"))
                self.found[one] = gives or (bool(sides) and all(self.found[s] for s in sides))
        return self.found[value]

    def is_within(self, at: Node, size: int) -> bool:
        """Whether an index is the number of a round, or so many more, and always in a row."""
        if at.op is add and at.args[1].op is CONST:
            at, more = at.args[0], at.args[1].payload
        elif at.op is sub and at.args[1].op is CONST:
            at, more = at.args[0], -at.args[1].payload
        else:
            more = 0.0
        rounds = self.rounds.get(at)
        if rounds is None:
            return False
        first, last = sorted((rounds[0], rounds[-1]))
        return bool(first + more >= 0.0 and last + more < size)

    def table(self, numbers: Sequence[Any]) -> Node:
        """The table of these numbers, which may be there already."""
        key = tuple([id(one) if isinstance(one, Node) else repr(one) for one in numbers])
        if key not in self.tables:
            self.tables[key] = table(numbers), [*numbers]  # which keeps their ids
        return self.tables[key][0]

    def is_changed(self) -> bool:
        """Whether a row was changed that was taken."""
        return any(len(row) != len(copy) or any(map(_differ, row, copy)) for row, copy in self.rows)


def _differ(one: Any, other: Any) -> bool:
    return one is not other


def _keeps_ints(node: Node) -> bool:
    return node.op in (add, sub, mul, neg, abs, min, max, floordiv, mod)


def item(value: Any, at: Any) -> Any:
    """value[at]."""
    if type(at) is Traced and state.session is not None and not is_decided(at, state.session):
        found = _gathered(value, at, state.session.wholes)
        if found is not NotImplemented:
            return found
    return value[at]


def is_decided(at: Node, session: Any) -> bool:
    """Whether an index is one of a few that are known: each of them is a way of its own, on which
    much else may follow. There are none in a round."""
    return is_condition(at) or (is_choice_of_constants(at) and not session.loops)


def whole(kind: Any, value: Any) -> Any:
    """int(value)."""
    if kind is not int or type(value) is not Traced or state.session is None:
        return kind(value)
    return where(value, 1.0, 0.0) if is_condition(value) else trunc(value)


def _gathered(value: Any, at: Node, wholes: Wholes) -> Any:
    """What stands there in a list of numbers or of rows; NotImplemented of another value."""
    if not isinstance(value, (list, tuple, deque)) or not value or not wholes.has(at):
        return NotImplemented
    return _taken([*value], at, wholes)


def _taken(value: list[Any], at: Node, wholes: Wholes) -> Any:
    first = value[0]
    if is_number(first):
        return number_at(value, at, wholes) if all(map(is_number, value)) else NotImplemented
    kind = type(first)
    if kind not in (tuple, list) or any(type(one) is not kind for one in value):
        return NotImplemented
    if any(len(one) != len(first) for one in value) or (kind is list and not _may_take_rows()):
        return NotImplemented
    parts = [_taken([*column], at, wholes) for column in zip(*value, strict=True)]
    if any(part is NotImplemented for part in parts):
        return NotImplemented
    if kind is list:
        wholes.rows.append((parts, [*parts]))
    return kind(parts) if kind is tuple else parts


def _may_take_rows() -> bool:
    """Whether rows that are lists may be taken: none was changed when the function ran before."""
    return ROWS not in state.session.apart


def is_number(value: Any) -> bool:
    return isinstance(value, (Node, int, float)) and not is_array(value)


def number_at(numbers: Sequence[Any], at: Node, wholes: Wholes) -> Any:
    """The number that stands there."""
    bools = [class_of(one) is bool for one in numbers]
    if any(bools):
        if not all(bools):
            return NotImplemented
        return ne(number_at([where(lifted(one), 1.0, 0.0) for one in numbers], at, wholes), 0.0)
    if at.op.lazy and all(side.op is CONST for side in at.args[1:]):
        places = [int(side.payload) for side in at.args[1:]]
        if all(-len(numbers) <= place < len(numbers) for place in places):
            one, other = [numbers[place] for place in places]
            return where(at.args[0], one, other)
    found = take(wholes.table(numbers), at)
    wholes.give(found, all(map(wholes.has, numbers)))
    return found


ROWS = ("", "rows")  # of lists are changed: a site, among those of branches that do not join
SUBSCRIPTS = ("", "subscripts")  # by traced numbers are asked for


def bisected(function: Callable[..., Any], side: str) -> Callable[..., Any]:
    """bisect.bisect_left or bisect_right."""

    def call(a: Any, x: Any, lo: Any = 0, hi: Any = None, *, key: Any = None) -> Any:
        plain = lo == 0 and hi is None and key is None and isinstance(a, (list, tuple))
        if not plain or state.session is None or not any(isinstance(n, Node) for n in (x, *a)):
            return function(a, x, lo, hi, key=key)
        if not all(map(is_number, (x, *a))):
            return function(a, x)
        return found_in(state.session.wholes.table(a), lifted(x), side)

    return call


SEARCHES = {
    bisect.bisect_left: bisected(bisect.bisect_left, "left"),
    bisect.bisect_right: bisected(bisect.bisect_right, "right"),
}

"""A list whose length is known when the kernel runs, because a value ends the loop that made it.

In: what such a loop kept of its rounds, and the items that the list had before. Out: what the
function holds for that list: it hands on what is asked of any length. A room of its own because a
list is Python's, whose length is an int: what needs one lets the loop be run round by round.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from lazyad.graph import Node, const, lifted
from lazyad.operators import Operand
from lazyad.ops import ge, where
from lazyad.regions import take
from lazyad.tracing import tables
from lazyad.tracing.arguments import unfolded, value_of
from lazyad.tracing.tables import SUBSCRIPTS, Counted, number_at
from lazyad.values.origin import state
from lazyad.values.structure import (
    Elements,
    Gathered,
    Opened,
    Record,
    Run,
    containers,
    key_of,
    leaves,
    refilled,
    sampled,
)


class RunList(Operand):
    """A list of some items and behind them one for each round that was kept. It is never changed:
    whoever does that, or asks what it does not tell, lets the loop be run round by round."""

    stands_for = list
    leads = True
    __slots__ = ("before", "count", "ints", "refuse", "run")

    def __init__(self, before: list[Any], run: Run, count: Node, refuse: Callable[[], Any]) -> None:
        self.before, self.run, self.count, self.refuse = before, run, count, refuse
        self.ints = [*map(state.session.wholes.has, leaves(run))]

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return list

    def apply(self, op: Any, args: Any) -> NoReturn:
        raise self.refuse()

    def listed(self) -> Any:
        """Its structure, in a result."""
        return [*unfolded("its items", self.before), self.run]

    def gathered(self) -> Any:
        """np.array of it."""
        found = leaves(self.run), leaves([self.run.item])
        flat = self.run.item if type(self.run.item) in (list, tuple) else [self.run.item]
        alike = all(key_of(sampled(one)) == key_of(sampled(self.run.item)) for one in self.before)
        if len(flat) != len(found[0]) or not alike:
            self.refuse()
        return RunArray(self)

    def length(self) -> Node:
        return self.count + float(len(self.before)) if self.before else self.count

    def kept(self, at: Any) -> Any:
        """What the round kept that is the so manieth, or the last but so many. What may be changed
        in place is the list's own, and no copy of it."""
        if not all(map(_is_fixed, containers(self.run.item))):
            self.refuse()
        wholes = state.session.wholes
        found = [take(table, lifted(at)) for table in leaves(self.run)]
        for one, is_int in zip(found, self.ints, strict=True):
            wholes.give(one, is_int)
        return value_of(refilled(self.run.item, found))

    def __getitem__(self, at: Any) -> Any:
        first = len(self.before)
        if type(at) is int and 0 <= at < first:
            return self.before[at]
        if type(at) is int and at >= first:
            return self.kept(float(at - first))
        if isinstance(at, Node) and not first:
            return self.kept(at)
        if at != -1:
            self.refuse()
        if not first:
            return self.kept(-1.0)
        last, one = unfolded("an item", self.before[-1]), self.run.item
        if key_of(sampled(last)) != key_of(sampled(one)):
            self.refuse()
        there = ge(self.count, const(1.0))
        rows = leaves(unfolded("an item", self.kept(-1.0)))
        chosen = [where(there, row, value) for row, value in zip(rows, leaves(last), strict=True)]
        return value_of(refilled(one, chosen))

    def item(self, at: Any) -> Any:
        """What stands at a number from 0 on, below its length."""
        if not (first := len(self.before)):
            return self.kept(at)
        one, known = unfolded("an item", self.run.item), unfolded("its items", self.before)
        if any(key_of(sampled(other)) != key_of(sampled(one)) for other in known):
            self.refuse()
        new, wholes = at < float(first), state.session.wholes
        rows = leaves(unfolded("an item", self.kept(at - float(first))))
        columns = zip(*map(leaves, known), strict=True)
        chosen = [
            where(new, number_at(column, at, wholes) if first > 1 else column[0], row)
            for column, row in zip(columns, rows, strict=True)
        ]
        return value_of(refilled(one, chosen))

    def halves(self) -> tuple[list[Any], Any]:
        """What it held before the loop, and what its rounds kept."""
        return self.before, each(RunList([], self.run, self.count, self.refuse))

    def copy(self) -> RunList:
        return self

    def __getattr__(self, name: str) -> Any:
        if name not in dir(list):
            raise AttributeError(f"'list' object has no attribute {name!r}")
        return self.refuse()


def _is_fixed(container: Any) -> bool:
    """Whether nobody changes it in place."""
    kind = container.type if type(container) in (Record, Opened) else type(container)
    return issubclass(kind, (tuple, complex)) and kind is not Elements


class RunArray(Operand):
    """NumPy's array of such a list, which is returned, and asked nothing but its length."""

    __slots__ = ("rows",)

    def __init__(self, rows: RunList) -> None:
        self.rows = rows

    @property
    def stands_for(self) -> type:
        import numpy  # who made an array has it

        return numpy.ndarray

    def apply(self, op: Any, args: Any) -> NoReturn:
        raise self.rows.refuse()

    def listed(self) -> Any:
        return Gathered(self.rows.listed())

    def length(self) -> Node:
        return self.rows.length()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in dir(self.stands_for):
            raise AttributeError(f"an array has no attribute {name!r}")
        return self.rows.refuse()


def length_of(values: Any) -> Any:
    """How long a list is that a loop makes longer, in a round or behind it; None of another one."""
    if type(values) in (RunList, RunArray):
        return values.length()
    for loop in reversed(state.session.loops) if state.session is not None else ():
        if (found := loop.region.length_of(values)) is not None:
            return found
    return None


def empty(value: Any) -> Any:
    """value == []."""
    length = length_of(value) if isinstance(value, list) else None
    return value == [] if length is None else length < 1.0


class Each(Counted):
    """What a `for` goes through of such lists: what one gives at a number, as far as they go."""

    def __init__(self, length: Any, at: Callable[[Any], Any], refuse: Callable[[], Any]) -> None:
        super().__init__(const(0.0), length, 1)
        self.item, self.plain = at, refuse  # type: ignore[method-assign,assignment]


def each(values: Any) -> Any:
    """The same of a list; another value as it is."""
    if type(values) is not RunList:
        return values
    return Each(values.length(), values.item, values.refuse)


def enumerated(kind: Any, values: Any, first: Any = 0) -> Any:
    """enumerate(values), which a `for` goes through."""
    rows = each(values)
    if kind is not enumerate or type(rows) is not Each:
        return tables.enumerated(kind, values, first)
    return Each(rows.stop, lambda k: (k + first if first else k, rows.item(k)), rows.plain)


def zipped(kind: Any, *values: Any) -> Any:
    """zip(*values), which a `for` goes through."""
    lengths = {(one.count, len(one.before)) if type(one) is RunList else None for one in values}
    if kind is not zip or len(lengths) > 1 or None in lengths or not values:
        return kind(*values)
    rows = [*map(each, values)]
    return Each(rows[0].stop, lambda k: tuple([one.item(k) for one in rows]), rows[0].plain)


def _asked(self: RunList, *args: Any) -> Any:
    return self.refuse()


def _stepped(self: RunList) -> Any:
    state.session.read_again(SUBSCRIPTS)
    return self.refuse()


RunList.__iter__ = _stepped  # type: ignore[attr-defined]
_OF_ARRAYS = "len getitem iter bool contains setitem"
_OF_LISTS = "bool len contains setitem delitem reversed eq ne hash add radd mul rmul iadd imul"
for _name in _OF_ARRAYS.split():
    setattr(RunArray, f"__{_name}__", lambda self, *args: self.rows.refuse())
for _name in _OF_LISTS.split():
    setattr(RunList, f"__{_name}__", _asked)

"""A list whose length is known when the kernel runs, because a value ends the loop that made it.

In: what such a loop kept of its rounds, and the items that the list had before. Out: what the
function holds for that list, or for NumPy's array of it: it hands on what is asked of any length. A
room of its own because a list is Python's, whose length is an int: what needs one lets the loop be
run round by round.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NoReturn

from lazyad.graph import Node, const, lifted
from lazyad.operators import Operand
from lazyad.ops import along, eq, ge, ne, pos, where
from lazyad.ops import max as maximum
from lazyad.plain import folds
from lazyad.regions import take
from lazyad.tracing import tables
from lazyad.tracing.arguments import unfolded, value_of
from lazyad.tracing.floats import is_bool
from lazyad.tracing.tables import SUBSCRIPTS, Counted, from_front, is_number, number_at, taken_apart
from lazyad.values.origin import at_line, by_numpy, here, rules, state
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
    is_open = leads = True
    __slots__ = ("before", "count", "ints", "refuse", "run", "truths")

    def __init__(
        self,
        before: list[Any],
        run: Run,
        count: Node,
        refuse: Callable[[], Any],
        *,
        truths: bool = False,
    ) -> None:
        self.before, self.run, self.count, self.refuse = before, run, count, refuse
        self.truths = truths  # whether its items are True and False, of which NumPy makes masks
        self.ints = [*map(state.session.wholes.has, leaves(run))]
        state.session.wholes.opened.add(count)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return list

    def apply(self, op: Any, args: Any) -> NoReturn:
        raise self.refuse()

    @property
    def more(self) -> int:
        """How many items it has that no round kept."""
        return len(self.before)

    def listed(self) -> Any:
        """Its structure, in a result."""
        return [*unfolded("its items", self.before), self.run]

    def gathered(self) -> RunArray:
        """np.array of it."""
        item = self.run.item
        flat, width = (item, len(item)) if type(item) in (list, tuple) else ([item], None)
        alike = all(key_of(sampled(one)) == key_of(sampled(item)) for one in self.before)
        if len(flat) != len(leaves(self.run)) or not alike or self.truths:
            self.refuse()
        return RunArray(self.before, self.count, self.copied, self.refuse, width=width, rows=self)

    def length(self) -> Node:
        return self.count + float(self.more) if self.before else self.count

    def kept(self, at: Any) -> Any:
        """What the round kept that is the so manieth, or the last but so many. What may be changed
        in place is the list's own, and no copy of it."""
        if not all(map(is_fixed, containers(self.run.item))):
            self.refuse()
        return self.copied(at)

    def copied(self, at: Any) -> Any:
        """The same, which nobody changes in place."""
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
        if isinstance(at, Node):
            return self.item(_counted_from_front(at, self) if first else at)
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
        return _item(self.before, self.kept, at, self.refuse)

    def halves(self) -> tuple[list[Any], Any]:
        """What it held before the loop, and what its rounds kept."""
        return self.before, each(RunList([], self.run, self.count, self.refuse))

    def copy(self) -> RunList:
        return self

    def index(self, value: Any) -> Any:
        """Where the first item stands that is equal to that."""
        return state.session.names.see(folds.index)(self, value)

    def __getattr__(self, name: str) -> Any:
        if name not in dir(list):
            raise AttributeError(f"'list' object has no attribute {name!r}")
        return self.refuse()


def _counted_from_front(at: Node, values: Any) -> Any:
    """The index, which may count from the end."""
    surely = state.session.wholes.is_within(at, math.inf)
    return at if surely else from_front(at, values.length())


def _item(before: list[Any], kept: Callable[[Any], Any], at: Any, refuse: Callable[[], Any]) -> Any:
    """What stands at a number: what a round kept, or one of what was there before."""
    if not (first := len(before)):
        return kept(at)
    if type(at) is int:
        return before[at] if at < first else kept(float(at - first))
    span, (number, more) = state.session.wholes.span(at), taken_apart(at)
    since = number + (more - first) if more != first else number
    if span is not None and span[0] >= first:
        return kept(since)
    known, one = unfolded("its items", before), unfolded("an item", kept(since))
    if any(key_of(sampled(other)) != key_of(sampled(one)) for other in known):
        refuse()
    new, wholes = at < float(first), state.session.wholes
    columns = zip(*map(leaves, known), strict=True)
    chosen = [
        where(new, number_at(column, at, wholes) if first > 1 else column[0], row)
        for column, row in zip(columns, leaves(one), strict=True)
    ]
    return value_of(refilled(one, chosen))


def is_fixed(container: Any) -> bool:
    """Whether nobody changes it in place."""
    kind = container.type if type(container) in (Record, Opened) else type(container)
    return issubclass(kind, (tuple, complex)) and kind is not Elements


class RunArray(Operand):
    """NumPy's array of such a list, or of functions of its items: what stands at a number is
    computed where that is asked for, by NumPy's rules. Rows have a `width`; `cut` items at the end
    are left out; what is returned as it is has the list's own `rows`."""

    is_open = leads = True
    row_of: ClassVar[Any]  # what a row is, of its numbers: given by `lazyad.tracing.numpy`
    method_of: ClassVar[Any]  # of a name: given by `lazyad.tracing.numpy`
    __slots__ = ("_kept", "before", "count", "cut", "line", "refuse", "rows", "width")

    def __init__(
        self,
        before: Sequence[Any],
        count: Node,
        kept: Callable[[Any], Any],
        refuse: Callable[[], Any],
        *,
        width: int | None = None,
        cut: int = 0,
        rows: RunList | None = None,
    ) -> None:
        self.before = [_of_numpy(one) for one in before]
        self.count, self._kept, self.refuse = count, kept, refuse
        self.width, self.cut, self.rows = width, cut, rows
        self.line = state.origin or here(True, state.session.look)

    @property
    def stands_for(self) -> type:
        import numpy  # who made an array has it

        return numpy.ndarray

    def apply(self, op: Any, args: Sequence[Any]) -> Any:
        if not (op.condition or op.lazy) and any(map(is_mask, args)):
            raise self.refuse()  # NumPy's sum of two is an or
        return elementwise(op, args)

    def listed(self) -> Any:
        """Its structure, in a result."""
        rows = self.rows
        if rows is None:
            with at_line(self.line):
                rows = state.session.names.see(folds.listed)(*self.halves(self.raw))
            if type(rows) is not RunList:
                raise self.refuse()
        return Gathered(rows.listed())

    @property
    def more(self) -> int:
        """How many items it has more than its loop kept."""
        return len(self.before) - self.cut

    def length(self) -> Any:
        found = self._end()
        if self.more < 0:
            found = where(found > 0.0, found, 0.0)
            state.session.wholes.give(found, True)
        return found

    def _end(self) -> Any:
        """Its length, or less than 0 where more is left out than there is."""
        found: Any = self.count + float(self.more) if self.more else self.count
        state.session.wholes.give(found, True)
        return found

    def raw(self, at: Any, kept: bool = False) -> Any:
        """What stands at a number from 0 on, below its length, or what that round `kept`: a row is
        a tuple."""
        with rules(numpy=True):
            return self._kept(at) if kept else _item(self.before, self._kept, at, self.refuse)

    def item(self, at: Any, kept: bool = False) -> Any:
        """The same, a row as an array."""
        found = self.raw(at, kept)
        return found if self.width is None else self.row_of(found)

    def halves(self, of: Callable[..., Any] | None = None) -> tuple[list[Any], Any]:
        """What it holds that no round kept, and all others, each an `item` or another form `of`
        it."""
        of = self.item if of is None else of
        if self.cut:
            return [], Each(self._end(), of, self.refuse)
        before = [of(at) for at in range(len(self.before))]
        return before, Each(self.count, lambda k: of(k, True), self.refuse)

    def __getitem__(self, at: Any) -> Any:
        whole = slice(None)
        if type(at) is tuple and len(at) == 2 and self.width is not None and type(at[1]) is int:
            said = "too many indices for array: array is 1-dimensional, but 2 were indexed"
            self._check_filled(IndexError(said))
            of = elementwise(lambda row: row[at[1]], [self], rows=True)
            return of if type(at[0]) is slice and at[0] == whole else of[at[0]]
        if type(at) is slice and at.step in (None, 1):
            start, stop = 0 if at.start is None else at.start, 0 if at.stop is None else at.stop
            if type(start) is type(stop) is int and start >= 0 >= stop and at.stop != 0:
                return self._part(start, -stop)
        if self.cut == 0 and type(at) is int and at >= 0:
            return self.item(at)
        if self.cut == 0 and type(at) is int and at == -1:
            direct = self.rows is not None and not self.before
            return self.item(-1.0, True) if direct else self.item(self.length() - 1.0)
        if self.cut == 0 and isinstance(at, Node):
            return self.item(_counted_from_front(at, self)) if self.before else self.item(at, True)
        raise self.refuse()

    def _part(self, start: int, cut: int) -> RunArray:
        """Without the first and the last so many."""
        before, shift = self.before[start:], max(start - len(self.before), 0)
        kept = (lambda k: self._kept(k + float(shift))) if shift else self._kept
        cut += self.cut + shift
        return RunArray(before, self.count, kept, self.refuse, width=self.width, cut=cut)

    @property
    def size(self) -> Any:
        return self.length() * float(self.width) if self.width else self.length()

    @property
    def shape(self) -> tuple[Any, ...]:
        return (self.length(),) if self.width is None else (self.length(), self.width)

    @property
    def ndim(self) -> int:
        return 1 if self.width is None else 2

    @property
    def T(self) -> Any:  # as NumPy calls them
        """The columns, which are asked for one by one."""
        width = self.width or self.refuse()
        self._check_filled(ValueError(f"not enough values to unpack (expected {width}, got 0)"))
        return _Columns([self[:, at] for at in range(width)])

    def _check_filled(self, error: Exception) -> None:
        """What NumPy says of an array without rows, which has no columns either."""
        if not self.before:
            state.session.names.see(folds.filled)(self.length(), error)

    def gathered(self) -> RunArray:
        return self

    copy = gathered

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in dir(self.stands_for):
            raise AttributeError(f"an array has no attribute {name!r}")
        if (method := self.method_of(name)) is not None:
            return lambda *args, **options: method(self, *args, **options)
        return self.refuse()


def _of_numpy(item: Any) -> Any:
    """A number, or a row of some, that follows NumPy's rules."""
    import numpy  # who made an array has it

    if type(item) in (tuple, list):
        return tuple(map(_of_numpy, item))
    if type(item) in (int, float):
        return numpy.float64(item)
    if not isinstance(item, Node) or by_numpy(item.origin) or is_bool(item):
        return item
    with rules(numpy=True):
        return pos(item)


def is_mask(value: Any) -> bool:
    """Whether it is an array of what holds and what does not."""
    if type(value) is not RunArray or value.width is not None:
        return False
    return is_bool(value.raw(const(0.0), True))


class _Columns(tuple[RunArray, ...]):
    """Those of an array of rows."""

    def __getattr__(self, name: str) -> Any:
        raise self[0].refuse()


def elementwise(function: Callable[..., Any], args: Sequence[Any], rows: bool = False) -> Any:
    """The function of the elements of arrays of one length, or of their `rows`."""
    runs = [one for one in args if type(one) is RunArray]
    first = runs[0]
    kinds = {(one.count, one.more, one.width) for one in runs}
    others = [one for one in args if type(one) is not RunArray]
    if len(kinds) > 1 or not all(map(is_number, others)):
        raise first.refuse()

    def made_of(of: Callable[[RunArray], Any]) -> Any:
        given = [of(one) if type(one) is RunArray else one for one in args]
        with rules(numpy=True):
            if first.width is None or rows:
                return function(*given)
            columns = [one if type(one) in (tuple, list) else [one] * first.width for one in given]
            return tuple([function(*row) for row in zip(*columns, strict=True)])

    width = None if rows else first.width
    if len({len(one.before) for one in runs}) > 1:  # ys[1:] beside ys[:-1]
        item = lambda k: made_of(lambda one: one.raw(k))  # noqa: E731
        return RunArray([], first.count, item, first.refuse, width=width, cut=-first.more)
    before = [made_of(lambda one, at=at: one.before[at]) for at in range(len(first.before))]  # type: ignore[misc]
    kept = lambda k: made_of(lambda one: one.raw(k, True))  # noqa: E731
    return RunArray(before, first.count, kept, first.refuse, width=width, cut=first.cut)


def folded(values: Any) -> Callable[..., Any] | None:
    """fold(step, start): a loop over what another loop kept, if there is enough of it."""
    before, kept = tables.halves(values)
    if isinstance(kept, list) and not kept:
        return None
    seen = state.session.names.see(folds.folded)
    return lambda step, start: seen(step, before, kept, start)


def extreme(better: Callable[..., Any], values: Any, **default: Any) -> Any:
    """The best of such a list or array, whose derivative equals share; it may be empty."""
    fold = folded(values)
    assert fold is not None

    def shared(best: Any) -> Any:
        return along(best, mean_of_ties(fold, best))

    before, kept = tables.halves(values)
    if before:
        seen = state.session.names.see(folds.folded)
        return shared(seen(better, before[1:], kept, before[0]))
    seen = state.session.names.see(folds.extreme)
    return seen(better, shared, values, values.length(), **default)


def place(ahead: Callable[..., Any], values: Any, key: Callable[[Any], Any]) -> Any:
    """Where the best of such a list or array stands, the first of equals."""
    return state.session.names.see(folds.place)(ahead, key, values, values.length())


def mean_of_ties(fold: Callable[..., Any], best: Any) -> Any:
    """The best value: all that are equal to it share the derivative."""

    def step(found: Any, value: Any) -> Any:
        total, count = found
        tie = value == best
        return total + where(tie, value, 0.0), count + where(tie, 1.0, 0.0)

    total, count = fold(step, (0.0, 0.0))
    return total / maximum(count, 1.0)


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
    if type(values) not in (RunList, RunArray):
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
    lengths = {
        (one.count, one.more) if type(one) in (RunList, RunArray) else None for one in values
    }
    if kind is not zip or len(lengths) > 1 or None in lengths or not values:
        return kind(*values)
    rows = [*map(each, values)]
    return Each(rows[0].stop, lambda k: tuple([one.item(k) for one in rows]), rows[0].plain)


def _asked(self: RunList | RunArray, *args: Any) -> Any:
    return self.refuse()


def _stepped(self: RunList | RunArray) -> Any:
    state.session.read_again(SUBSCRIPTS)
    return self.refuse()


RunList.__iter__ = RunArray.__iter__ = _stepped  # type: ignore[attr-defined]
_OF_ARRAYS = "len bool contains setitem iadd isub imul itruediv ifloordiv imod ipow"
_OF_LISTS = "bool len contains setitem delitem reversed eq ne hash add radd mul rmul iadd imul"
for _name in _OF_ARRAYS.split():
    setattr(RunArray, f"__{_name}__", _asked)
for _name in _OF_LISTS.split():
    setattr(RunList, f"__{_name}__", _asked)
for _name, _op in (("eq", eq), ("ne", ne)):  # also of two of them
    setattr(RunArray, f"__{_name}__", lambda self, other, op=_op: elementwise(op, [self, other]))

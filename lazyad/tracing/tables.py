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
import itertools
import math
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Sequence as Several
from operator import is_
from types import FrameType
from typing import Any, cast

from lazyad.graph import (
    CONST,
    INPUT,
    RAISE,
    TAKE,
    Node,
    Op,
    const,
    is_choice_of_constants,
    is_condition,
    lifted,
    note_indexes,
)
from lazyad.ops import add, floordiv, ne, pow, sub, trunc, where
from lazyad.plain import folds
from lazyad.regions import found_in, table, take
from lazyad.regions import put as put_in
from lazyad.tracing.floats import Text, Traced, is_bool, read_digits
from lazyad.values.origin import rules, state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_array

MANY = 8  # items of a list that are worth a loop
MANY_ROUNDS = 50  # of a comprehension that is one
ENDLESS = sys.maxsize  # items of what has no end


class Wholes:
    """Which of a trace's values are ints to Python, and what was taken by them."""

    def __init__(self) -> None:
        self.given: dict[Node, bool] = {}  # values of loops, and what was taken from tables
        self.found: dict[Node, bool | None] = {}
        self.rounds: dict[Node, range] = {}  # the numbers of those that are kept
        self.truths: set[Node] = set()  # values of loops that are True or False
        self.lengths: dict[Node, int] = {}  # of tables that loops have
        self.opened: set[Node] = set()  # how many items there are in lists, which kernels say
        self.tables: dict[Any, tuple[Node, Any]] = {}
        self.numbers: dict[Node, list[Node]] = {}  # what tables were taken apart into
        self.choices: dict[Any, tuple[Node, Node]] = {}
        self.places: list[Node] = []  # the numbers of their places
        self.rows: list[tuple[Any, list[Any]]] = []  # that were taken, and what is in them

    def give(self, node: Node, is_int: bool) -> None:
        """Say of a value that no formula tells it of."""
        if self.given.get(node) is not is_int:
            self.given[node] = is_int
            if node in self.found:  # and maybe in what was found of others
                self.found.clear()

    def has(self, value: Any) -> bool:
        """Whether it is an int to Python. Numbers of the arguments may be: Python will say."""
        return self._kind(value) is not False

    def counts(self, value: Any) -> bool:
        """Whether it is one that no argument is, which would be fixed into the trace."""
        return self._kind(value) is True

    def exponents(self, value: Node) -> list[Node] | None:
        """Those of the powers in it, where it is an int to Python unless one of them is below 0."""
        pending, seen = [value], {value}
        found: list[Node] = []
        while pending:
            one = pending.pop()
            if not self.has(one):
                if one.op.size is None:
                    return None
                found += one.args[1:] if one.op is pow else ()
                more = {*one.args} - seen
                pending += more
                seen |= more
        return found

    def is_whole(self, value: Node) -> bool:
        """Whether it is a whole number, an int to Python or a float as x // 60.0 is."""
        pending = [value]
        while pending:
            one = pending.pop()
            if one.op is floordiv or self.counts(one):
                continue
            if not _keeps_ints(one.op):
                return False
            pending += one.args
        return True

    def _kind(self, value: Any) -> bool | None:
        """Whether it is an int; None where an argument is asked, which may be one."""
        if not isinstance(value, Node):
            return type(value) is int
        pending = [value]
        while pending:
            one = pending[-1]
            sides = one.args[1:] if one.op.lazy else one.args if _keeps_ints(one.op) else ()
            waiting = [side for side in sides if side not in self.found]
            if waiting and one not in self.found:
                pending += waiting
                continue
            pending.pop()
            if one.op is CONST:
                number = one.payload
                self.found[one] = type(number) is float and number.is_integer()
            elif one.op is RAISE:  # which no number comes of
                self.found[one] = True
            elif one.op is INPUT or one in self.given:
                self.found[one] = self.given.get(one)
            else:
                gives = (one.op.spelling or "").startswith(("float(", "bisect"))
                kinds = {self.found[side] for side in sides}
                unknown = None if None in kinds else bool(kinds)
                self.found[one] = gives or (False if False in kinds else unknown)
        return self.found[value]

    def span(self, at: Any) -> tuple[float, float] | None:
        """The least and the largest of the number of a round, or of so many more."""
        at, more = taken_apart(at)
        rounds = self.rounds.get(at)
        if rounds is None:
            return None
        first, last = sorted((rounds[0], rounds[-1]))
        return first + more, last + more

    def is_within(self, at: Node, size: float) -> bool:
        """Whether an index is the number of a round, or so many more, and always in a row."""
        span = self.span(at)
        return span is not None and span[0] >= 0.0 and span[1] < size

    def table(self, numbers: Several[Any]) -> Node:
        """The table of these numbers, which may be there already, but for a few of them."""
        if (whole := self.kept(numbers)) is not None:
            return whole
        if (whole := self.most_of(numbers)) is not None:
            changed = [at for at, one in enumerate(numbers) if not _is_row(one, whole, at)]
            kept = all(self.has(numbers[at]) for at in changed) and self.has(whole)
            for at in changed:
                whole = put_in(whole, const(float(at)), lifted(numbers[at]))
            assert whole is not None
            return self.holding(whole, len(numbers), kept)
        key = tuple([id(one) if isinstance(one, Node) else repr(one) for one in numbers])
        if key not in self.tables:
            self.tables[key] = table(numbers), [*numbers]  # which keeps their ids
            self.holding(self.tables[key][0], len(numbers), all(map(self.has, numbers)))
        return self.tables[key][0]

    def holding(self, table: Node, length: int, are_ints: bool) -> Node:
        """A table, which holds so many numbers."""
        self.lengths[table] = length
        self.give(table, are_ints)
        return table

    def unpacked(self, table: Node, length: int) -> list[Node]:
        """The numbers of a table, each taken from it."""
        self.lengths[table], are_ints = length, self.has(table)
        if table in self.numbers and self.has(self.numbers[table][0]) == are_ints:
            return [*self.numbers[table]]
        self.places += [const(float(at)) for at in range(len(self.places), length)]
        found = [take(table, at) for at in self.places[:length]]
        for one in found:
            self.give(one, are_ints)
        self.numbers[table] = [*found]
        return found

    def changed(self, numbers: Several[Any], places: Several[Node], values: Several[Any]) -> Any:
        """The numbers with others at places that the kernel knows; None of what are no numbers."""
        every = [*(numbers if self._unpacked_of(numbers) is None else ()), *values]
        if not all(map(is_number, every)) or any(map(is_bool, every)):
            return None
        note_indexes(places)
        found = self.table(numbers)
        are_ints = self.has(found) and all(map(self.has, values))
        for at, value in zip(places, values, strict=True):
            found = self.holding(put_in(found, at, lifted(value)), len(numbers), are_ints)
        return self.unpacked(found, len(numbers))

    def most_of(self, numbers: Several[Any]) -> Node | None:
        """The table that most of these numbers are of, each at its place."""
        if (whole := self._unpacked_of(numbers)) is not None:
            return whole
        found: dict[Node, int] = {}
        for at, one in enumerate(numbers):
            if isinstance(one, Node) and one.op is TAKE and _is_row(one, one.args[0], at):
                found[one.args[0]] = found.get(one.args[0], 0) + 1
        found = {rows: n for rows, n in found.items() if self.lengths.get(rows) == len(numbers)}
        most = max(found, key=found.__getitem__, default=None)
        return most if most is not None and 2 * found[most] > len(numbers) else None

    def are(self, tables: Several[Node], rounds: range) -> None:
        """Tables that loops have, one row for each round."""
        self.lengths |= dict.fromkeys(tables, len(rounds))

    def part_of(self, numbers: Several[Any]) -> tuple[Node, int] | None:
        """The table that was taken apart into these numbers and others, and where they begin."""
        first = numbers[0] if numbers else None
        if not isinstance(first, Node) or first.op is not TAKE or first.args[1].op is not CONST:
            return None
        start = int(first.args[1].payload)
        part = self.numbers.get(first.args[0], [])[start : start + len(numbers)]
        same = len(part) == len(numbers) and all(map(is_, numbers, part))
        return (first.args[0], start) if same else None

    def _unpacked_of(self, numbers: Several[Any]) -> Node | None:
        """The table that was taken apart into these numbers."""
        part = self.part_of(numbers)
        return part[0] if part is not None and self.lengths[part[0]] == len(numbers) else None

    def chosen(self, condition: Node, one: Node, other: Node, choose: Callable[..., Any]) -> Node:
        """The choice of two tables, which is one for all of their parts."""
        key = id(condition), id(one), id(other)
        if key not in self.choices:
            self.choices[key] = choose(condition, one, other), condition
        return self.choices[key][0]

    def kept(self, numbers: Several[Any]) -> Node | None:
        """The table that these numbers are all of, in order."""
        if (whole := self._unpacked_of(numbers)) is not None:
            return whole
        first = numbers[0] if numbers else None
        if not isinstance(first, Node) or first.op is not TAKE:
            return None
        rows = first.args[0]
        if self.lengths.get(rows) != len(numbers):
            return None
        return rows if all(_is_row(one, rows, at) for at, one in enumerate(numbers)) else None

    def is_changed(self) -> bool:
        """Whether a row was changed that was taken."""
        return any(len(row) != len(copy) or not all(map(is_, row, copy)) for row, copy in self.rows)

    def taken(self, row: Any) -> Any:
        """A row that is taken; it is not to be changed."""
        self.rows.append((row, [*row]))
        return row


def taken_apart(at: Node) -> tuple[Node, float]:
    """A number and how many more an index is."""
    if at.op in (add, sub) and at.args[1].op is CONST:
        more = at.args[1].payload
        return at.args[0], more if at.op is add else -more
    return at, 0.0


def kept_in(numbers: Several[Any]) -> int:
    """How many of them, at the end, are all that a loop kept: enough for a loop of their own, or
    none."""
    last = numbers[-1] if numbers else None
    if state.session is None or type(last) is not Traced or last.op is not TAKE:
        return 0
    wholes = state.session.wholes
    count = wholes.lengths.get(last.args[0], 0)
    return count if count > MANY and wholes.kept(numbers[-count:]) is not None else 0


def halves(values: Any) -> tuple[Any, Any]:
    """What a list holds but for all that a loop kept, at its end, and that."""
    if hasattr(type(values), "halves"):  # it is as long as the kernel says
        before, kept = values.halves()
        return before, kept
    first = len(values) - (kept_in(values) if type(values) is list else 0)
    return values[:first], values[first:]


def mapped(values: Any, plain: Callable[[Any], Any], each: Callable[..., Any]) -> Any:
    """A comprehension: a loop of its own over what another loop kept, or over much."""
    if _is_long(values):
        return state.session.names.see(folds.mapped)(each, [], _held(values))
    is_open = isinstance(values, list) or hasattr(type(values), "halves")
    before, kept = halves(values) if is_open else (values, ())
    if isinstance(kept, (list, tuple)) and not kept:
        return plain(values)
    return state.session.names.see(folds.mapped)(each, before, kept)


def selected(
    values: Any,
    plain: Callable[[Any, Callable[[Any], Any]], Any],
    each: Callable[..., Any],
    test: Callable[..., Any],
) -> Any:
    """A comprehension with an `if`: a loop that makes a list longer in some rounds, where a traced
    number says in which."""
    if (found := _selected_known(values := _held(values), plain)) is not None:
        return found
    return state.session.names.see(folds.selected)(each, test, values)


def _selected_known(values: Any, plain: Callable[..., Any]) -> Any:
    """The same where it is known which items are in it; or None. Functions run once more where a
    traced number says so: what a test does is done once."""
    session = state.session
    if session is None or state.whole or session.keeping == "unroll":
        return plain(values, lambda condition: condition)
    site = (*site_of(sys._getframe(2)), "if")
    if _is_open(values) or site in session.apart:
        return None

    def known(condition: Any) -> Any:
        return session.read_again(site) if type(condition) is Traced else condition

    return [*plain(values, known)]


def site_of(frame: FrameType) -> tuple[str, int, int]:
    """Where something is asked: the line, and where in its code."""
    return frame.f_code.co_filename, frame.f_lineno, -frame.f_lasti


def reduced(function: Any, given: Several[Any], *rest: Any, **options: Any) -> Any:
    """sum, min, max or len of each(x) for x in values, a loop of its own over much; what else takes
    all of these gets a list, and a function of the user's that is called so the generator."""
    values, plain, each, *test = given
    see = None if state.session is None else state.session.names.see
    if see is None or not any(function is see(one) for one in _TAKING_ALL):
        return function(plain(values, *[lambda condition: condition] * len(test)), *rest, **options)
    counts, adds = function is see(len), function is see(sum) and not options
    if test:
        loops = isinstance(values, Counted) and (counts or adds)
        if not loops and (found := _selected_known(values := _held(values), plain)) is not None:
            return function(found, *rest, **options)
        if counts or adds:
            each = (lambda *_: 1) if counts else each
            return see(folds.summed)(each, values, *(rest or (0,)), *test)
        return function(see(folds.selected)(each, *test, values), *rest, **options)
    if isinstance(values, Counted) and any(function is see(one) for one in (min, max)):
        return function(see(folds.mapped)(each, [], values), *rest, **options)
    if adds and (_is_long(values) or isinstance(values, Counted)):
        return see(folds.summed)(each, _held(values), *(rest or (0,)))
    return function(mapped(values, plain, each), *rest, **options)


_TAKING_ALL = (sum, min, max, len, list, tuple, sorted, math.fsum, math.prod)


def _is_open(values: Any) -> bool:
    """Whether a kernel makes it as long as its rounds say. A range of another traced number is as
    long as a call says, and so is the list that becomes of it: its Hessian and its vjp are known.
    """
    if type(values) is Counted:
        return taken_apart(lifted(values.stop))[0] in state.session.wholes.opened
    return isinstance(values, Counted) or hasattr(type(values), "halves")


def _held(values: Any) -> Any:
    """The same in a row, which a variable may hold, where it is stepped through."""
    return [*values] if hasattr(values, "__next__") else values


def _is_long(values: Any) -> bool:
    """Whether a comprehension goes through so many values that its loop may be kept."""
    session = state.session
    counted = hasattr(type(values), "halves")  # it is as long as the kernel says
    if counted or session is None or session.keeping == "unroll" or state.whole:
        return False
    if isinstance(values, Counted):
        return _is_open(values)
    if type(values) is list and kept_in(values):  # whose own loop stands beside its first items
        return False
    found = sequence(values)
    return found is not None and MANY_ROUNDS <= found.length < ENDLESS


def _is_row(one: Any, rows: Node, at: int) -> bool:
    """Whether that is what stands at this place of the table."""
    if not (isinstance(one, Node) and one.op is TAKE and one.args[0] is rows):
        return False
    return one.args[1].op is CONST and one.args[1].payload == at


def _keeps_ints(op: Op) -> bool:
    """Whether ints always make an int of it, which 2 ** -1 is not."""
    return op.size is not None and op is not pow


class _Index:
    """What stands in brackets."""

    def __getitem__(self, at: Any) -> Any:
        return at


INDEX = _Index()


def item(value: Any, at: Any) -> Any:
    """value[at]."""
    if state.whole:
        for step in at if type(at) is tuple else (at,):
            for one in step if type(step) is list else (step,):
                if hasattr(type(one), "index_into"):
                    return one.index_into(value, at)
    if type(at) is Traced and state.session is not None and not is_decided(at, state.session):
        loops = state.session.loops
        if loops and (filled := loops[-1].region.filled(value)) is not None:
            places = loops[-1].region.places(at, len(value))
            return loops[-1].region.read(filled, places)
        found = _gathered(value, at, state.session.wholes)
        if found is not NotImplemented:
            return found
    return value[key_in(value, at)]


def key_in(value: Any, at: Any) -> Any:
    """What stands in brackets; of a dict, ints that are known on this way."""
    if type(at) is tuple and isinstance(value, Mapping):
        return tuple([key_in(value, one) for one in at])
    if type(at) is Text and isinstance(value, Mapping):
        read_digits(at)
    return at.as_key() if type(at) is Traced and isinstance(value, Mapping) else at


def put(new: Any, value: Any, at: Any) -> None:
    """value[at] = new."""
    session = state.session
    traced = type(at) is Traced and session is not None and type(value) is list
    if not traced or is_decided(at, session) or not session.wholes.has(at):
        value[key_in(value, at)] = new
    elif state.pointwise or state.whole:
        put_in_step(value, at, new)
    elif (changed := session.wholes.changed(value, [at], [new])) is not None:
        value[:] = changed
    elif session.loops:
        session.loops[-1].region.refuse()
    else:
        value[at] = new


def put_in_step(value: Any, at: Any, new: Any) -> None:
    """value[at] = new, where the number of a round says where that is."""
    loops = state.session.loops
    if loops:
        loops[-1].region.put(value, [loops[-1].region.places(at, len(value))], [new])
    else:
        value[at] = new


def put_all(new: Any, places: Several[tuple[Any, ...]]) -> None:
    """a[i], b[j][k] = new."""
    values = [*new]
    if len(values) != len(places):
        told = "not enough" if len(values) < len(places) else "too many"
        raise ValueError(f"{told} values to unpack (expected {len(places)}, got {len(values)})")
    for place, one in zip(places, values, strict=True):
        (put if len(place) == 2 else put_in_row)(one, *place)


def put_combined(value: Any, at: Any, new: Any, combined: Callable[[Any, Any], Any]) -> None:
    """value[at] += new, or another operator."""
    put(combined(item(value, at), new), value, at)


def item_of_row(value: Any, at: Any, place: Any) -> Any:
    """value[at][place]."""
    if flat := _grid(value, at, place):
        wholes: Wholes = state.session.wholes
        found = number_at(flat, _flat(at, place, len(value[0]), wholes), wholes)
        if found is not NotImplemented:
            return found
    return item(item(value, at), place)


def put_in_row(new: Any, value: Any, at: Any, place: Any) -> None:
    """value[at][place] = new."""
    flat = [] if state.pointwise else _grid(value, at, place)
    if not flat:
        put(new, item(value, at), place)
        return
    size, wholes = len(value[0]), state.session.wholes
    found = wholes.changed(flat, [_flat(at, place, size, wholes)], [new])
    if found is None:
        put(new, item(value, at), place)
        return
    for k, row in enumerate(value):
        row[:] = found[k * size : (k + 1) * size]


def combine_in_row(
    value: Any, at: Any, place: Any, new: Any, combined: Callable[[Any, Any], Any]
) -> None:
    """value[at][place] += new, or another operator."""
    put_in_row(combined(item_of_row(value, at, place), new), value, at, place)


def _grid(value: Any, *places: Any) -> list[Any]:
    """The numbers of a list of lists that are alike, where a place in it is a number of the
    kernel's; or nothing."""
    session = state.session
    if session is None or state.whole or not any(type(one) is Traced for one in places):
        return []
    if any(type(one) is Traced and is_decided(one, session) for one in places):
        return []
    if any(type(one) is not int and not session.wholes.counts(one) for one in places):
        return []
    if type(value) is not list or any(type(row) is not list for row in value):
        return []
    alone = len({*map(id, value)}) == len(value) and len({*map(len, value)}) == 1
    flat = [one for row in value for one in row] if alone else []
    return flat if all(map(is_number, flat)) else []


def _flat(at: Any, place: Any, size: int, wholes: Wholes) -> Node:
    """Where in a row of rows of that size a number stands."""
    return lifted(at * size + place_in(place, size, wholes))


def place_in(place: Any, size: int, wholes: Wholes) -> Any:
    """The same place counted from the front; an IndexError where there is none."""
    if type(place) is int:
        return range(size)[place]
    if wholes.is_within(place, size):
        return place
    place = from_front(place, size)
    return where(place < size, place, _out_of_range())


def from_front(place: Node, size: Any) -> Node:
    """A place from the front or from the end, counted from the front; an IndexError before that."""
    place = where(place < 0, place + size, place)
    return where(place >= 0, place, _out_of_range())


def _out_of_range() -> Node:
    none: Node = state.session.adopt(Node(RAISE, (), (IndexError, "list index out of range")))
    return none


def is_decided(at: Node, session: Any) -> bool:
    """Whether an index is one of a few that are known: each of them is a way of its own, on which
    much else may follow. There are none in a round."""
    return is_condition(at) or (is_choice_of_constants(at) and not session.loops)


def whole(kind: Any, value: Any) -> Any:
    """int(value)."""
    if state.whole and kind is int and hasattr(type(value), "index_into"):
        return value.as_index()
    if kind is not int or type(value) is not Traced or state.session is None:
        return kind(value)
    with rules(numpy=False):
        return where(value, 1.0, 0.0) if is_condition(value) else trunc(value)


class Counted:
    """What a `for` goes through: a range whose bounds are traced, whose numbers may be counted
    from `first` on. One that is not kept asks the bounds for ints."""

    def __init__(self, start: Any, stop: Any, step: int, first: Any = None) -> None:
        self.start, self.stop, self.step, self.first = start, stop, step, first

    def __iter__(self) -> Iterator[Any]:
        return iter(self.plain())

    def __reversed__(self) -> Any:
        if self.step != 1:
            return reversed(self.plain())
        return Counted(self.stop - 1, self.start - 1, -1)

    def holds(self, number: Any) -> Any:
        """Whether a number is before the end."""
        return number < self.stop if self.step > 0 else number > self.stop

    def item(self, number: Any) -> Any:
        """What a round gets that has the number."""
        if self.first is None:
            return number
        at = number - self.start if self.step > 0 else self.start - number
        return (at if abs(self.step) == 1 else at / abs(self.step)) + self.first, number

    def plain(self) -> Any:
        found = range(self.start, self.stop, self.step)
        return found if self.first is None else enumerate(found, self.first)


def ranged(kind: Any, *bounds: Any) -> Any:
    """range(a, b, c), which a `for` goes through: one of traced numbers that are counts."""
    if kind is not range or state.session is None or not any(type(b) is Traced for b in bounds):
        return kind(*bounds)
    note_indexes(bounds)
    start, stop, step = (0, *bounds, 1) if len(bounds) == 1 else (*bounds, 1)[:3]
    counts = all(map(state.session.wholes.counts, (start, stop)))
    if not (counts and type(step) is int and step):
        return kind(*bounds)
    return Counted(_in_one(start), _in_one(stop), step)


def _in_one(count: Any) -> Any:
    """len(xs) - 1, where that is n + 1 - 1."""
    if not isinstance(count, Node):
        return count
    (inner, more), found = taken_apart(count), taken_apart(taken_apart(count)[0])
    if found[0] is inner:
        return count
    whole = found[1] + more
    return found[0] + whole if whole else found[0]


def enumerated(kind: Any, values: Any, first: Any = 0) -> Any:
    """enumerate(values), which a `for` goes through."""
    if kind is not enumerate or type(values) is not Counted:
        return kind(values, first)
    return Counted(values.start, values.stop, values.step, first)


def _gathered(value: Any, at: Node, wholes: Wholes) -> Any:
    """What stands there in a list of numbers or of rows; NotImplemented of another value."""
    if hasattr(type(value), "halves"):
        return value[at]
    if not isinstance(value, (list, tuple, deque)) or not value or not wholes.has(at):
        return NotImplemented
    return parts_at([*value], at, wholes)


def parts_at(value: list[Any], at: Node, wholes: Wholes) -> Any:
    first = value[0]
    if is_number(first):
        return number_at(value, at, wholes) if all(map(is_number, value)) else NotImplemented
    kind = type(first)
    if kind not in (tuple, list) or any(type(one) is not kind for one in value):
        return NotImplemented
    if any(len(one) != len(first) for one in value) or (kind is list and not may_take_rows()):
        return NotImplemented
    parts = [parts_at([*column], at, wholes) for column in zip(*value, strict=True)]
    if any(part is NotImplemented for part in parts):
        return NotImplemented
    return tuple(parts) if kind is tuple else wholes.taken(parts)


def may_take_rows() -> bool:
    """Whether rows that are lists may be taken: none was changed when the function ran before."""
    return ROWS not in state.session.apart


def surely(numbers: Several[Any], at: Node) -> Node:
    """The number that stands there, where one does: a function that catches IndexError need not
    know."""
    session = state.session
    attempts, session.attempts = session.attempts, []
    try:
        return take(session.wholes.table(numbers), at)
    finally:
        session.attempts = attempts


def is_number(value: Any) -> bool:
    return isinstance(value, (Node, int, float))


def number_at(numbers: Several[Any], at: Node, wholes: Wholes) -> Any:
    """The number that stands there."""
    note_indexes([at])
    if (whole := wholes.kept(numbers)) is not None:
        return _taken(whole, at, wholes.has(numbers[0]), wholes)
    bools = [*map(is_bool, numbers)]
    if any(bools):
        if not all(bools):
            return NotImplemented
        return ne(number_at([where(lifted(one), 1.0, 0.0) for one in numbers], at, wholes), 0.0)
    if at.op.lazy and all(side.op is CONST for side in at.args[1:]):
        places = [int(side.payload) for side in at.args[1:]]
        if all(-len(numbers) <= place < len(numbers) for place in places):
            one, other = [numbers[place] for place in places]
            return where(at.args[0], one, other)
    return _taken(wholes.table(numbers), at, all(map(wholes.has, numbers)), wholes)


def _taken(numbers: Node, at: Node, is_int: bool, wholes: Wholes) -> Node:
    found = take(numbers, at)
    wholes.give(found, is_int)
    return found


ROWS = ("", "rows")  # of lists are changed: a site, among those of branches that do not join
SUBSCRIPTS = ("", "subscripts")  # by traced numbers are asked for
ARRAYS = ("", "arrays")  # of plain numbers are to hold traced ones


def holds_traced() -> bool:
    """Whether something traced was put into a plain array, and functions are read once more."""
    return state.session is not None and ARRAYS in state.session.apart


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


# ---------------------------------------------------------------------------------- sequences


class Sequence(NamedTuple):
    """What a `for` goes through: how many items, and the one that has a number, which may be that
    of any round."""

    length: int
    at: Callable[[Any], Any]


def sequence(values: Any) -> Sequence | None:
    """What a list, tuple, range or array holds, and zip, enumerate and reversed of these before
    their first step; None of another iterator, and of items that are not alike."""
    if type(values) is range:
        return Sequence(len(values), lambda k: _spaced(k, values.start, values.step))
    if isinstance(values, (list, tuple)):
        alike = len(values) > 1 and _is_alike(values)
        return Sequence(len(values), lambda k: item(values, k)) if alike else None
    if is_array(values):
        kind = getattr(values, "dtype", None)
        known = getattr(values, "ndim", 0) > 0 and getattr(kind, "kind", "") in ("f", "i", "u", "b")
        return Sequence(len(values), lambda k: values[k]) if known else None
    if type(values) is zip:
        _, parts, *strict = cast(Any, values.__reduce__())
        found = [sequence(part) for part in parts]
        known_ones = [one for one in found if one is not None]
        if not found or len(known_ones) < len(found):
            return None
        if strict and len({one.length for one in known_ones}) > 1:
            return None
        length = min([one.length for one in known_ones])
        return Sequence(length, lambda k: tuple([one.at(k) for one in known_ones]))
    if type(values) is enumerate:
        _, (inner, start) = cast(Any, values.__reduce__())
        one = sequence(inner)
        return one and Sequence(one.length, lambda k: (_spaced(k, start, 1), one.at(k)))
    return _begun(values)


def _begun(values: Any) -> Sequence | None:
    """The same of an iterator of Python's before its first step, which may have no end."""
    if type(values) in _OF_ITERTOOLS:
        return _of_itertools(values)
    if type(values) not in _ITERATORS:
        return None
    make, args, *rest = values.__reduce__()
    if len(args) != 1 or len(rest) != 1:
        return None
    one, first = sequence(args[0]), 0 if make is iter else len(args[0]) - 1
    if one is None or rest[0] != first:
        return None
    return one if make is iter else Sequence(one.length, lambda k: one.at(one.length - 1 - k))


_OF_ITERTOOLS = (itertools.count, itertools.repeat, itertools.cycle, itertools.islice)


def _of_itertools(values: Any) -> Sequence | None:
    """The same of one of `itertools`, which tells what it is made of until Python 3.14."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            kind, args, *rest = values.__reduce__()
        except TypeError:
            return None
    if kind is itertools.count:
        start, step = (*args, 1)[:2]
        plain = type(start) is int and type(step) is int
        return Sequence(ENDLESS, lambda k: _spaced(k, start, step)) if plain else None
    if kind is itertools.repeat:
        value, length = (*args, ENDLESS)[:2]
        return Sequence(length, lambda k: value)
    one = sequence(args[0])
    if one is None or one.length >= ENDLESS:
        return None
    if kind is itertools.cycle:
        begun = one.length == 0 or [*map(bool, rest[0])] != [False, False]
        return None if begun else Sequence(ENDLESS, lambda k: one.at(k % one.length))
    if kind is not itertools.islice or len(args) != 4:
        return None
    row = range(one.length)[args[1] : args[2] : args[3]]
    return Sequence(len(row), lambda k: one.at(_spaced(k, row.start, row.step)))


class _Indexed:
    def __getitem__(self, at: int) -> Any:
        raise IndexError


_ITERATORS = {
    *map(type, (iter([]), iter(()), iter(range(0)), iter(range(2**70)))),
    *(reversed, type(reversed([])), type(iter(_Indexed()))),  # the last is that of arrays
}


def _spaced(k: Any, start: int, step: int) -> Any:
    k = k if step == 1 else k * step
    return k + start if start else k


def _is_alike(values: Any) -> bool:
    """Whether all are numbers, or all rows that are alike."""
    if all(map(is_number, values)):
        return True
    kind = type(values[0])
    if kind not in (tuple, list) or any(type(one) is not kind for one in values):
        return False
    columns = zip(*values, strict=True) if len(set(map(len, values))) == 1 else ()
    found = [*map(_is_alike, columns)]
    return bool(found) and all(found)

"""What is found by a key, or among some values, where a traced number says which.

In: a dict, or a row of values, and a key that may be traced: `table[round(x)]`, `round(x) in
(0, 2)`. Out: what Python finds there, as one value that a condition for each key chooses, or a
search where there are many. A room of its own because a dict asks a key for its hash, which a
traced number has not: it is compared with each key instead.

What the keys lead to joins as the sides of an `if` do. Where it does not, the key is an int that is
known on each way alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import Any

from lazyad.graph import CONST, Node, is_choice_of_constants, lifted, walk
from lazyad.ops import ge, le, mod, where
from lazyad.regions import found_in
from lazyad.tracing import tables
from lazyad.tracing.control import handlers
from lazyad.tracing.control.contents import chosen
from lazyad.tracing.control.joins import Apart, live, picked, some
from lazyad.tracing.control.modes import Mode
from lazyad.tracing.control.optionals import Optional
from lazyad.tracing.digits import EXACT
from lazyad.tracing.floats import Traced, is_bool
from lazyad.tracing.tables import MANY, is_decided, site_of
from lazyad.values.origin import rules, state

_ROWS: tuple[type, ...] = (list, tuple, set, frozenset, dict, type({}.keys()), type({}.values()))
MOST_ROWS = 16  # that change places: each is a choice for each
_PLAIN = (int, float, bool, str, type(None))  # which say by themselves what they equal


def item(value: Any, at: Any) -> Any:
    """value[at]."""
    if not _is_key(value, at):
        return tables.item(value, at)
    return _looked_up(value, at, value.__getitem__, lambda: handlers.fail(KeyError(f"{at!r}")))


def item_of_row(value: Any, at: Any, place: Any) -> Any:
    """value[at][place]."""
    if type(value) is dict:
        return item(item(value, at), place)
    if type(place) is int and _is_one_of_few(at) and _are_places(at, _rows_of(value)):
        return _number_of([row[place] for row in value], at)
    return tables.item_of_row(value, at, place)


def got(value: Any, at: Any, *default: Any) -> Any:
    """value.get(at)."""
    if not _is_key(value, at):
        return value.get(tables.key_in(value, at), *default)
    return _looked_up(value, at, value.__getitem__, lambda: (*default, None)[0])


def set_default(value: Any, at: Any, *default: Any) -> Any:
    """value.setdefault(at), of a key that is known on this way."""
    return value.setdefault(tables.key_in(value, at), *default)


def put_combined(value: Any, at: Any, new: Any, combined: Callable[[Any, Any], Any]) -> None:
    """value[at] += new, or another operator."""
    if not _is_key(value, at):
        tables.put_combined(value, at, new, combined)
        return

    def put(key: Any) -> None:
        value[key] = combined(value[key], new)

    _looked_up(value, at, put, lambda: handlers.fail(KeyError(f"{at!r}")))


def swap(value: Any, one: Any, other: Any, plain: Callable[[], None]) -> None:
    """value[one], value[other] = value[other], value[one], of numbers or rows of these: what stands
    at each place afterwards, where a traced number says which two these are."""
    session = state.session
    ints = all(type(at) is int or _is_int(at) for at in (one, other))
    rows = _rows_of(value) if ints and not type(one) is type(other) is int else []
    if not rows or session.loops or (site := site_of(sys._getframe(1))) in session.apart:
        plain()
        return
    with rules(numpy=False):
        new = _with_each(rows, one, other)
    if type(value[0]) is not list:
        value[:] = [number for (number,) in new]
        return
    before, value[:] = [*value], new
    if not live(sys._getframe(1), {}, session).keys().isdisjoint(map(id, before)):
        raise Apart(site, "a row that changes places is held elsewhere, too")


def _with_each(rows: list[list[Any]], one: Any, other: Any) -> list[list[Any]]:
    """The rows after two changed places, each a choice."""
    places = [_place_among(rows, at) for at in (one, other)]
    first, second = [[place == at for at in range(len(rows))] for place in places]
    two = [_row_where(holds, rows) for holds in (first, second)]
    return [
        _either(first[at], two[1], _either(second[at], two[0], row)) for at, row in enumerate(rows)
    ]


def within(at: tuple[int, int], plain: Callable[[Any, Any], bool], one: Any, row: Any) -> Any:
    """`one in row`; `plain` is that in the function itself, of which a key says its hash."""
    if state.session is None or type(row) not in (*_ROWS, range):
        return plain(one, row)
    if type(row) is range and type(one) is Traced:
        return _in_range(one, row)
    values = (one, *row) if type(row) in (list, tuple) else (one,)
    if not any(type(value) in (Traced, Mode, Optional) for value in values):
        return plain(one, row)
    if not all(map(_is_plain, (one, *row))):
        return plain(one, row)
    with rules(numpy=False):
        if _is_searched(one, [*row]):
            return _place(one, sorted({*row}))[0]
        equal = [True if value is one else _equals(value, one) for value in row]
        return some(at, any, equal)


def _is_int(at: Any) -> bool:
    return type(at) is Traced and bool(state.session.wholes.counts(at))


def _is_one_of_few(at: Any) -> bool:
    """Whether it is a choice between known numbers."""
    session = state.session
    return session is not None and type(at) is Traced and is_choice_of_constants(at)


def _rows_of(value: Any) -> list[list[Any]]:
    """A few rows of numbers that are alike, or numbers, each a row; nothing of another value."""
    if type(value) is not list or not 1 < len(value) <= MOST_ROWS or state.session is None:
        return []
    kinds = {*map(type, value)}
    rows = value if kinds == {list} else [[one] for one in value]
    alike = len({*map(len, rows)}) == 1 and (kinds != {list} or len({*map(id, rows)}) == len(rows))
    numbers = all(tables.is_number(one) and not is_bool(one) for row in rows for one in row)
    return rows if alike and numbers else []


def _row_where(holds: Sequence[Any], rows: Sequence[list[Any]]) -> list[Any]:
    """The row for which it holds, as it does for one."""
    known = [(one, row) for one, row in zip(holds, rows, strict=True) if one is not False]
    *others, (_, found) = known
    for one, row in reversed(others):
        found = _either(one, row, found)
    return found


def _either(condition: Any, row: list[Any], other: list[Any]) -> list[Any]:
    """One row or the other, as a new one."""
    if isinstance(condition, bool):
        return [*(row if condition else other)]
    return [chosen(condition, a, b) for a, b in zip(row, other, strict=True)]


def _place_among(rows: Sequence[Any], at: Any) -> Any:
    """Where that is, counted from the front."""
    size = len(rows)
    if not _is_one_of_few(at) or not _are_places(at, rows):
        return tables.place_in(at, size, state.session.wholes)
    return _number_of(range(size), at)


def _are_places(at: Node, rows: Sequence[Any]) -> bool:
    """Whether a choice between constants comes to places of these rows alone."""
    pending = [at]
    for one in pending:
        if one.op is CONST and not -len(rows) <= one.payload < len(rows):
            return False
        pending += one.args[1:]
    return True


def _number_of(numbers: Sequence[Any], at: Node) -> Any:
    """The number that stands at one of a few places."""
    found: dict[Node, Any] = {}
    for node in walk([at]):
        if node.op is CONST:
            found[node] = numbers[int(node.payload)]
        elif node.op is where and found.keys() >= {*node.args[1:]}:
            found[node] = chosen(node.args[0], *[found[side] for side in node.args[1:]])
    return found[at]


def _is_key(value: Any, at: Any) -> bool:
    """Whether that is a dict and a key whose hash nobody knows; of an argument, Python will say
    whether it is an int, which is fixed into the trace then."""
    session = state.session
    if type(value) is not dict or session is None or not all(map(_is_plain, (at, *value))):
        return False
    parts = at if type(at) is tuple else (at,)
    apart = site_of(sys._getframe(2)) in session.apart
    if apart or not any(type(one) in (Traced, Mode) for one in parts):
        return False
    numbers = [one for one in parts if type(one) is Traced]
    counts, has = session.wholes.counts, session.wholes.has
    return all((counts(n) or not has(n)) and not is_decided(n, session) for n in numbers)


def _is_plain(value: Any) -> bool:
    """Whether nobody's own code says what it equals."""
    if type(value) is tuple:
        return all(map(_is_plain, value))
    return type(value) in (*_PLAIN, Traced, Mode, Optional) or isinstance(value, Enum)


def _equals(key: Any, at: Any) -> Any:
    """Whether that is the key, which says it if it is traced."""
    if type(key) is not tuple or type(at) is not tuple:
        return at == key if isinstance(at, (Node, Mode, Optional)) else key == at
    if len(key) != len(at):
        return False
    equal: Any = True
    for same in map(_equals, key, at):
        equal = where(same, equal, False) if isinstance(same, Node) else same and equal
    return equal


def _in_range(one: Traced, row: range) -> Any:
    with rules(numpy=False):
        first, last = sorted((row.start, row[-1])) if row else (0, -1)
        found = le(one, last)
        if abs(row.step) > 1 or not state.session.wholes.counts(one):
            found = where(found, mod(one - first, abs(row.step)) == 0.0, False)
        return where(ge(one, first), found, False)


def _looked_up(
    value: dict[Any, Any], at: Any, found: Callable[[Any], Any], missing: Callable[[], Any]
) -> Any:
    """What is made of the key, or where none is that."""
    frame = sys._getframe(2)
    with rules(numpy=False):
        sides = _searched(value, at) if found == value.__getitem__ else []
        if not sides:
            sides = [(_equals(key, at), partial(found, key)) for key in value]
    return picked(site_of(frame), frame, [*sides, (True, missing)])


def _searched(value: dict[Any, Any], at: Any) -> list[tuple[Any, Callable[[], Any]]]:
    """The same where the values are in a table, if there are many."""
    keys = [*value]
    if not _is_searched(at, keys):
        return []
    there, place = _place(at, keys := sorted(keys))
    found = tables.parts_at([value[key] for key in keys], place, state.session.wholes)
    return [] if found is NotImplemented else [(there, lambda: found)]


def _is_searched(one: Any, keys: Sequence[Any]) -> bool:
    """Whether these are many numbers, among which the kernel is to look for one."""
    if len(keys) <= MANY or type(one) is not Traced:
        return False
    return all(type(key) in (int, float) and abs(key) < EXACT for key in keys)


def _place(one: Traced, keys: Sequence[float]) -> tuple[Any, Node]:
    """Whether it is one of the sorted keys, and which."""
    at = found_in(state.session.wholes.table(keys), lifted(one), "left")
    return where(at < float(len(keys)), tables.surely(keys, at) == one, False), at

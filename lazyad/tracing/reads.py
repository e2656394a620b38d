"""What a trace read of the user's state: globals, cells, attributes, and the contents of containers.

In: where each value was found. Out: whether any of them is another one now, so that the function is
traced again. A room of its own because it is asked at every call, and must be quick.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

_SCALARS = (float, int, bool, str, bytes, complex, type(None))


class Reads:
    """The values that a trace found by names, each with where it was found."""

    __slots__ = ("_attributes", "_contents", "_items", "_known", "_labels")

    def __init__(self) -> None:
        self._items: tuple[list[Any], list[Any], list[Any]] = [], [], []
        self._attributes: tuple[list[Any], list[Any], list[Any]] = [], [], []
        self._contents: list[tuple[Any, Any]] = []
        self._known: set[tuple[int, Any]] = set()
        self._labels: list[tuple[str, Any]] = []

    def item(
        self, holder: Mapping[Any, Any], name: Any, value: Any, label: str, owner: Any = None
    ) -> None:
        """`holder[name]` was read, say a global. A class is the `owner` of a view, which is made
        anew at every look."""
        self._read(self._items, holder, name, value, label, holder if owner is None else owner)

    def attribute(self, holder: Any, name: str, value: Any, label: str) -> None:
        """`holder.name` was read, of an object without a dictionary, say a cell."""
        self._read(self._attributes, holder, name, value, label, holder)

    def contents(self, container: Any) -> None:
        """Everything in the list, dict, set or array may have been read."""
        if (id(container), None) not in self._known:
            self._known.add((id(container), None))
            self._contents.append((container, _snapshot(container)))

    def _read(
        self, where: tuple[list[Any], ...], holder: Any, name: Any, value: Any, label: str, of: Any
    ) -> None:
        if (id(of), name) not in self._known:
            self._known.add((id(of), name))
            for column, entry in zip(where, (holder, name, value), strict=True):
                column.append(entry)
            self._labels.append((label, value))

    def extend(self, other: Reads) -> None:
        """What a compiled function read that is called in the trace of this one."""
        if (id(other), other) in self._known:
            return
        self._known.add((id(other), other))  # and keep it alive, so that its id is its own
        for mine, theirs in ((self._items, other._items), (self._attributes, other._attributes)):
            for column, more in zip(mine, theirs, strict=True):
                column += more
        self._contents += other._contents
        self._labels += other._labels

    def changed(self) -> bool:
        """Whether anything that was read is another value now."""
        try:
            return (
                _differ(self._items, operator.getitem)
                or _differ(self._attributes, getattr)
                or any(not _as_before(now, then) for now, then in self._contents)
            )
        except (KeyError, AttributeError, ValueError):  # what was read is gone
            return True

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """(what it is called, value) of the data among it."""
        for label, value in self._labels:
            if not isinstance(value, (FunctionType, ModuleType, type)) and not callable(value):
                yield label, value


def _differ(found: tuple[list[Any], ...], get: Callable[[Any, Any], Any]) -> bool:
    holders, names, values = found
    if all(map(operator.is_, map(get, holders, names), values)):
        return False
    return not all(map(_same, map(get, holders, names), values))


def _same(now: Any, then: Any) -> bool:
    """Whether two values are one, or numbers or texts that nothing tells apart."""
    if now is then:
        return True
    if type(now) is not type(then) or not isinstance(now, _SCALARS):
        return False
    if isinstance(now, float):
        signs = math.copysign(1.0, now) == math.copysign(1.0, then)
        return (now == then and signs) or (now != now and then != then)  # noqa: PLR0124
    return bool(now == then)


def _snapshot(container: Any) -> Any:
    if isinstance(container, dict):
        return list(container), list(container.values())
    if hasattr(type(container), "__array_interface__"):
        return _of_array(container)
    return container.copy() if isinstance(container, (set, frozenset)) else list(container)


def _as_before(container: Any, then: Any) -> bool:
    if isinstance(container, dict):
        now = list(container), list(container.values())
        return all(len(a) == len(b) and all(map(_same, a, b)) for a, b in zip(now, then, strict=True))
    if hasattr(type(container), "__array_interface__"):
        return bool(_of_array(container) == then)
    if isinstance(container, (set, frozenset)):
        return bool(container == then)
    return len(container) == len(then) and all(map(_same, list(container), then))


def _of_array(array: Any) -> Any:
    if array.dtype.kind == "O":
        return array.shape, [id(item) for item in array.ravel().tolist()]
    return array.shape, array.dtype.str, array.tobytes()

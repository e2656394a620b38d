"""What a trace read of the user's state: globals, cells, attributes, contents of containers.

In: where each value was found. Out: whether any of them is another one now, so that the function is
traced again. A room of its own because it is asked at every call, and must be quick.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import CellType, FunctionType, MappingProxyType
from typing import Any

from lazyad.graph import bits
from lazyad.values.rows import NamedTuple

ABSENT = object()  # what stands where nothing was found
_SCALARS = (float, int, bool, str, bytes, complex, type(None))


class _Read(NamedTuple):
    """A value, and how it was found: `get(holder, name)`."""

    get: Callable[[Any, Any], Any]
    holder: Any
    name: str
    value: Any
    label: str  # what it is called in the report
    owner: Any  # the object whose it is; kept alive, so that its id is its own


def _entry(holder: Mapping[Any, Any], name: Any) -> Any:
    return holder.get(name, ABSENT)


def _attribute(holder: Any, name: str) -> Any:
    return getattr(holder, name, ABSENT)


ANY = "*"  # parameter


class Reads:
    """The values that a trace found by names, each with where it was found."""

    __slots__ = ("_contents", "_found", "_known", "asks_kinds", "counts", "unchanged")

    def __init__(self) -> None:
        self._found: list[_Read] = []
        self._contents: list[tuple[Any, Any]] = []
        self._known: set[tuple[int, Any]] = set()
        # Parameters of which it was asked whether they are ints or floats, which then matters.
        self.asks_kinds: set[str] = set()
        self.counts: set[str] = set()  # parameters that an index or a length was made of
        # Whether all is certainly as it was: asked at every call, so it is made for these reads.
        self.unchanged: Callable[[], bool] = self._prepare

    def item(
        self, holder: Mapping[Any, Any], name: Any, value: Any, label: str, owner: Any = None
    ) -> None:
        """`holder[name]` was read, say a global; ABSENT where it was looked for and is found
        elsewhere. A class is the `owner` of a view, which is made anew at every look."""
        owner = holder if owner is None else owner
        self._read(_Read(_entry, holder, name, value, label, owner))

    def attribute(self, holder: Any, name: str, value: Any, label: str) -> None:
        """`holder.name` was read, of an object without a dictionary, say a cell."""
        self._read(_Read(_attribute, holder, name, value, label, holder))

    def _read(self, read: _Read) -> None:
        if (id(read.owner), read.name) not in self._known:
            self._known.add((id(read.owner), read.name))
            self._found.append(read)
            self.unchanged = self._prepare

    def contents(self, container: Any) -> None:
        """Everything in the list, dict, set or array may have been read."""
        if (id(container), None) not in self._known:
            self._known.add((id(container), None))
            self._contents.append((container, _snapshot(container)))
            self.unchanged = self._prepare

    def extend(self, other: Reads) -> None:
        """What a compiled function read that is called in the trace of this one."""
        if (id(other), other) not in self._known:
            self._known.add((id(other), other))  # and keep it alive, so that its id is its own
            self._found += other._found
            self._contents += other._contents
            self.asks_kinds |= {ANY} if other.asks_kinds else set()  # its parameters are others
            self.counts |= other.counts
            self.unchanged = self._prepare

    def changed(self) -> bool:
        """Whether anything that was read is another value now."""
        if self.unchanged():
            return False
        return any(
            not _same(get(holder, name), value) for get, holder, name, value, *_ in self._found
        ) or any(not _as_before(now, then) for now, then in self._contents)

    def _prepare(self) -> bool:
        self.unchanged = _all_identical(self._found, self._contents)
        if self.asks_kinds:  # so that whoever calls looks at what it is called with
            self.unchanged = lambda: False
        return self.unchanged()

    def identical(self) -> tuple[str, dict[str, Any]]:
        """An expression that asks whether all is certainly as it was, which may raise where it is
        not, and what its names are."""
        return _identical(self._found, self._contents)

    def guards(self) -> list[Any]:
        """The same for machine code: what is to be called, or True, and then three things each: a
        dict, a key and its value, ... where it has none; a cell, True and what it holds; a
        function, False and its code; a list, None and a tuple of what is in it.
        """
        plain: list[Any] = []
        others = []
        for container, then in self._contents:
            if type(container) is list:
                plain += [container, None, tuple(then)]
            else:
                others.append(container)
        for read in self._found:
            kind = type(read.holder)
            value = ... if read.value is ABSENT else read.value
            if kind is dict and read.get is _entry and read.value is not ...:
                plain += [read.holder, read.name, value]
            elif read.value is not ABSENT and (kind, read.name) in _LOOKED_INTO:
                plain += [read.holder, _LOOKED_INTO[kind, read.name], read.value]
            else:
                others.append(read)
        return [self._ask if others else True, *plain]

    def _ask(self) -> bool:
        return self.unchanged()

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """(what it is called, value) of the data among it."""
        for read in self._found:
            if read.label and read.value is not ABSENT and not callable(read.value):
                yield read.label, read.value


def _all_identical(
    found: Sequence[_Read], contents: Sequence[tuple[Any, Any]]
) -> Callable[[], bool]:
    """Asks whether all values are still the very same objects."""
    body, scope = _identical(found, contents)
    # An exception says that something is not there any more.
    exec(f"def unchanged():\n try:\n  return {body}\n except Exception:\n  return False", scope)
    unchanged: Callable[[], bool] = scope["unchanged"]
    return unchanged


def _identical(
    found: Sequence[_Read], contents: Sequence[tuple[Any, Any]]
) -> tuple[str, dict[str, Any]]:
    """An expression that asks that, in some 15 ns each, and what its names are. No name of the
    user's is among them."""
    scope: dict[str, Any] = {"absent": ABSENT, "as_before": _as_before, "same": operator.is_}
    terms = []
    for at, read in enumerate(found):
        scope |= {f"h{at}": read.holder, f"n{at}": read.name, f"v{at}": read.value}
        if read.get is _attribute:
            known = read.name in _OF_PYTHON and read.value is not ABSENT
            get = f"h{at}.{read.name}" if known else f"getattr(h{at}, n{at}, absent)"
        else:
            get = f"h{at}[n{at}]" if type(read.holder) is dict else f"h{at}.get(n{at}, absent)"
        if get.endswith("]") and read.value is ABSENT:
            terms.append(f"n{at} not in h{at}")
        else:
            terms.append(f"{get} is v{at}")
    for at, (container, then) in enumerate(contents):
        scope |= {f"c{at}": container, f"t{at}": then}
        terms.append(_unchanged_contents(container, then, at, scope))
    return " and ".join(terms) or "True", scope


_LOOKED_INTO: dict[Any, bool] = {
    (CellType, "cell_contents"): True,
    (FunctionType, "__code__"): False,
}
# Attributes of cells and functions, which are read as they are written.
_OF_PYTHON = {"cell_contents", "__code__", "__defaults__", "__kwdefaults__"}
_WRITTEN_OUT = 32  # items of a list


def _unchanged_contents(container: Any, then: Any, at: int, scope: dict[str, Any]) -> str:
    kind = type(container)
    if kind is list:
        if len(then) > _WRITTEN_OUT:
            return f"len(c{at}) == {len(then)} and all(map(same, c{at}, t{at}))"
        scope |= {f"t{at}_{item}": value for item, value in enumerate(then)}
        same = [f"c{at}[{item}] is t{at}_{item}" for item in range(len(then))]
        return " and ".join([f"len(c{at}) == {len(then)}", *same])
    if kind is dict:
        size = len(then) // 2  # its keys come first
        scope |= {f"t{at}": then[:size], f"t{at}_": then[size:]}
        pairs = f"all(map(same, c{at}, t{at})) and all(map(same, c{at}.values(), t{at}_))"
        return f"len(c{at}) == {size} and {pairs}"
    return f"as_before(c{at}, t{at})"


def _same(now: Any, then: Any) -> bool:
    """Whether two values are one, or numbers or texts that nothing tells apart."""
    if now is then:
        return True
    if type(now) is not type(then) or not isinstance(now, _SCALARS):
        return False
    return bits(now) == bits(then) if isinstance(now, float) else bool(now == then)


def _snapshot(container: Any) -> list[Any] | set[Any]:
    """What stands in a container, past whatever its class makes of it."""
    if hasattr(type(container), "__array_interface__"):
        kind = container.dtype
        held = container.ravel().tolist() if kind.kind == "O" else [container.tobytes()]
        return [str(container.shape), kind.str, *held]
    if isinstance(container, dict):
        return [*dict.keys(container), *dict.values(container)]
    if isinstance(container, MappingProxyType):
        return [*container, *container.values()]
    if isinstance(container, (set, frozenset)):
        return set(container)
    return [*(list.__iter__(container) if isinstance(container, list) else container)]


def _as_before(container: Any, then: list[Any] | set[Any]) -> bool:
    now = _snapshot(container)
    if isinstance(now, set):
        return now == then
    if len(now) != len(then):
        return False
    return all(map(operator.is_, now, then)) or all(map(_same, now, then))

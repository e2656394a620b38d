"""What one run of a trace sees instead of what it reaches by names.

In: values that the function reaches. Out: what is seen instead, the same each time. A room of its
own because functions, classes and containers are copied in rooms that see one another's copies.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

from lazyad.tracing.reads import Reads

# Of these there is nothing to see but themselves.
PLAIN = frozenset({float, int, bool, str, bytes, complex, type(None), type(...)})


class Names:
    """What one run of a trace sees instead of what; it keeps the originals alive."""

    def __init__(self, reads: Reads, make: Callable[[Names, Any], Any]) -> None:
        self.reads = reads
        self._make = make  # what to keep for a value that is met for the first time
        self._seen: dict[int, tuple[Any, Any]] = {}
        self._changeable: list[Any] = []  # among what is seen, of which constants may be many
        self.raw: set[int] = set()  # what attributes of copied objects hold, as it is outside
        self.own: dict[int, Any] = {}  # containers of the trace's, which are seen all through

    def see(self, value: Any) -> Any:
        """What the traced function sees where it reaches `value` through a name."""
        kind = type(value)
        if kind in PLAIN:
            return value
        known = self._seen.get(id(value))
        if known is not None:
            return known[1]
        return self._make(self, value)

    def keep(self, value: Any, made: Any) -> Any:
        """Let `made` be seen for `value` from now on."""
        self._seen[id(value)] = value, made
        self._seen.setdefault(id(made), (value, made))  # a weakref.proxy comes second
        kind = type(made)
        if kind in (list, dict, set, deque, bytearray, FunctionType) or (
            kind.__module__ != "builtins" and not isinstance(made, ModuleType)
        ):
            self._changeable.append(made)
        return made

    def original(self, made: Any) -> Any:
        """What `made` is seen for; None if the trace itself made it."""
        return self._seen.get(id(made), (None,))[0]

    def known(self, value: Any) -> Any:
        """What is seen for `value` already; None if it has not been met."""
        return self._seen.get(id(value), (None, None))[1]

    def changeable(self) -> Iterator[Any]:
        """The containers and objects among what is seen, which the function may change."""
        for made in [*self._changeable]:
            if type(made) is not FunctionType or made.__dict__:
                yield made  # with the globals and the classes that it may set a name of

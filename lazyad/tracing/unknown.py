"""What stands in a container for an item that is not known while a round is traced.

In: what to do if somebody asks. Out: an object that does that whatever is asked. A room of its own
because those that join the sides of a round, and those that keep what it adds, both have them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lazyad.graph import Node


class Unknown:
    """An item that another round may have changed: whoever asks it anything lets the loop be run
    round by round."""

    __slots__ = ("refuse",)

    def __init__(self, refuse: Callable[[], Any]) -> None:
        object.__setattr__(self, "refuse", refuse)

    def __getattr__(self, name: str) -> Any:
        return object.__getattribute__(self, "refuse")()


class Perhaps(Unknown):
    """What one side of a round has added to a list, and when that is."""

    __slots__ = ("item", "when")

    def __init__(self, refuse: Callable[[], Any], when: Node, item: Any) -> None:
        super().__init__(refuse)
        object.__setattr__(self, "when", when)
        object.__setattr__(self, "item", item)


def added(items: list[Any]) -> tuple[Any, list[Any]]:
    """Whether these are added to a list, and which."""
    if len(items) == 1 and type(items[0]) is Perhaps:
        return items[0].when, [items[0].item]
    return bool(items), items


def _asked(self: Unknown, *args: Any) -> Any:
    return object.__getattribute__(self, "refuse")()


for _name in (
    "add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow matmul "
    "rmatmul neg pos abs invert eq ne lt le gt ge bool float int index complex hash len iter "
    "getitem setitem contains call round trunc floor ceil and rand or ror xor rxor str repr format"
).split():
    setattr(Unknown, f"__{_name}__", _asked)

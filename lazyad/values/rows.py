"""NamedTuple as classes of lazyad's own are made of it: `typing` writes and compiles the text of
each, which was a third of the time that importing lazyad takes.

In: a class with annotated fields, some with defaults. Out: a tuple that knows their names. A room
of its own because to type checkers it is that of `typing`, and only when Python runs is it not.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414  (the second one exports it)
else:

    class NamedTuple(tuple):
        """
        >>> class Point(NamedTuple):
        ...     x: float
        ...     y: float = 0.0
        >>> Point(1.0), Point(y=2.0, x=1.0)._replace(x=3.0).y
        (Point(x=1.0, y=0.0), 2.0)
        """

        __slots__ = ()
        _fields: ClassVar[tuple[str, ...]]
        _field_defaults: ClassVar[dict[str, Any]]

        def __init_subclass__(cls) -> None:
            cls._fields = tuple(cls.__annotations__)
            cls._field_defaults = {n: vars(cls)[n] for n in cls._fields if n in vars(cls)}
            for at, name in enumerate(cls._fields):
                setattr(cls, name, _tuplegetter(at, None))

        def __new__(cls, *given: Any, **named: Any) -> NamedTuple:
            if len(given) != len(cls._fields):
                named = {**cls._field_defaults, **named}
                given += tuple([named[name] for name in cls._fields[len(given) :]])
            return tuple.__new__(cls, given)

        _make = classmethod(tuple.__new__)  # of all fields, in half the time

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def _replace(self, **changed: Any) -> NamedTuple:
            return type(self)(**{**dict(zip(self._fields, self, strict=True)), **changed})

        def __repr__(self) -> str:
            inner = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
            return f"{type(self).__name__}({', '.join(inner)})"

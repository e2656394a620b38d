"""The points at which an exported file checks itself, and what it gave there.

In: the text of the file, and the numbers of a call, if there was one. Out: calls, and the numbers
in their results. A room of its own because it is the one place that runs what is exported.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lazyad.values.rows import NamedTuple

ENOUGH = 2  # points of each function
_SCALES = (1.0, 0.0625, 8.0, -1.0, 512.0, -0.25)


class Point(NamedTuple):
    """A call of a function, by the numbers in its arguments, and those in its result."""

    name: str
    numbers: list[float]
    expected: list[float]


def candidates(count: int, called: Sequence[Sequence[float]]) -> Iterator[list[float]]:
    """Rows of so many numbers: those of calls and near them, then small, large and negative ones.
    What a call does not give, the tangents, is near 1.

    >>> [*candidates(2, [[3.0]])][0]
    [3.0, 1.0]
    """
    for one in called:
        for factor in (1.0, 1.015625, 0.96875):
            moved = [number * factor for number in one]
            yield [*moved, *[1.0 - at / 16 for at in range(count - len(moved))]]
    for scale in _SCALES:
        yield [scale * (0.40625 + (at * 5 % 16) / 16) for at in range(count)]
    for start in (0, 1):
        yield [float((start + at) % 3) for at in range(count)]


def point(
    name: str, function: Callable[..., list[float]], given: Any, numbers: list[float]
) -> Point | None:
    """What the function gives for these arguments; None unless all of it is finite."""
    try:
        found = function(*given)
    except Exception:  # outside of its domain
        return None
    return Point(name, numbers, found) if all(map(math.isfinite, found)) else None


def scope_of(text: str, name: str) -> Mapping[str, Any]:
    """What the file defines."""
    scope: dict[str, Any] = {"__name__": name}
    exec(compile(text, f"<{name}>", "exec", dont_inherit=True), scope)
    return scope

"""What numbers come to one after the other: sums and extremes of what the rounds of a loop kept.

In: numbers, and how one more is added. Out: what they come to. A room of its own because a trace
goes through it as through the user's functions, so that it is a loop of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


def folded(
    step: Callable[[Any, Any], Any], before: Sequence[Any], kept: Sequence[Any], found: Any
) -> Any:
    """step(... step(step(found, a), b) ..., z), of some numbers and of those that a loop kept."""
    for value in before:
        found = step(found, value)
    for value in kept:
        found = step(found, value)
    return found


def mapped(each: Callable[[Any], Any], before: Sequence[Any], kept: Sequence[Any]) -> list[Any]:
    """What becomes of some values and of those that a loop kept."""
    found = [each(value) for value in before]
    for value in kept:
        found.append(each(value))
    return found

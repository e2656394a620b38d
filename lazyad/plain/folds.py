"""What values come to one after the other: sums and extremes of what the rounds of a loop kept, and
the best and the order of anything by its key.

In: values, and how one more is added, or which key comes first. Out: what they come to. A room of
its own because a trace goes through it as through the user's functions, so that what it asks joins,
and what it repeats is a loop of the program.
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


def extreme(
    better: Callable[[Any, Any], Any],
    shared: Callable[[Any], Any],
    values: Any,
    length: Any,
    **default: Any,
) -> Any:
    """The best value of a list, whose derivative equals share, or what is to be there instead."""
    if length < 1:
        if default:
            return default["default"]
        raise ValueError("max() or min() of an empty list")
    found = values[0]
    for value in values:
        found = better(found, value)
    return shared(found)


def place(
    ahead: Callable[[Any, Any], Any], key: Callable[[Any], Any], values: Any, length: Any
) -> Any:
    """Where the value stands whose key is ahead of those of all others; of equals the first."""
    if length < 1:
        raise ValueError("max() or min() of an empty list")
    at, best = 0, key(values[0])
    for k, value in enumerate(values):
        one = key(value)
        if ahead(one, best):
            at, best = k, one
    return at


def index(values: Any, wanted: Any) -> Any:
    """Where the first value stands that is equal to that."""
    for k, value in enumerate(values):
        if value == wanted:
            return k
    raise ValueError("it is not in the list")


def summed(
    each: Callable[[Any], Any],
    values: Sequence[Any],
    total: Any,
    test: Callable[[Any], Any] = lambda _: True,
) -> Any:
    """total + each(a) + ... + each(z), of those that pass the test."""
    for value in values:
        if test(value):
            total = total + each(value)
    return total


def selected(
    each: Callable[[Any], Any], test: Callable[[Any], Any], values: Sequence[Any]
) -> list[Any]:
    """What becomes of those that pass the test."""
    found: list[Any] = []
    for value in values:
        if test(value):
            found.append(each(value))
    return found


def mapped(each: Callable[[Any], Any], before: Sequence[Any], kept: Sequence[Any]) -> list[Any]:
    """What becomes of some values and of those that a loop kept."""
    found = [each(value) for value in before]
    for value in kept:
        found.append(each(value))
    return found


def filled(length: Any, error: Exception) -> None:
    """The error where there is nothing."""
    if length < 1:
        raise error


def listed(before: Sequence[Any], kept: Sequence[Any]) -> list[Any]:
    """All of them, where no line of the user's asks for a list."""
    found = [*before]
    for value in kept:
        found.append(value)
    return found


def running(
    step: Callable[[Any, Any], Any], before: Sequence[Any], kept: Sequence[Any]
) -> list[Any]:
    """What they come to after each of them, added to 0."""
    found, total = [], 0.0
    for value in before:
        total = step(total, value)
        found.append(total)
    for value in kept:
        total = step(total, value)
        found.append(total)
    return found


def best_by(before: Callable[[Any, Any], Any], values: Sequence[Any], keys: Sequence[Any]) -> Any:
    """The value whose key comes before those of all others; of equals the first."""
    best, least = values[0], keys[0]
    for value, key in zip(values[1:], keys[1:], strict=True):
        if before(key, least):
            best, least = value, key
    return best


def ordered_by(
    before: Callable[[Any, Any], Any], values: Sequence[Any], keys: Sequence[Any]
) -> list[Any]:
    """The values in the order of their keys; equals stay as they are."""
    found, known = list(values), list(keys)
    for end in range(len(found) - 1, 0, -1):
        for at in range(end):
            if before(known[at + 1], known[at]):
                found[at], found[at + 1] = found[at + 1], found[at]
                known[at], known[at + 1] = known[at + 1], known[at]
    return found

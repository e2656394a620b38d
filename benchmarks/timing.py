"""Calls measured side by side: prepared, checked against lazyad, then timed in turns.

A machine's speed drifts from second to second, so contestants are not measured one after the other:
each round times every one of them once, and each keeps its quickest round.
"""

from __future__ import annotations

import math
import signal
import timeit
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
PATIENCE = 60.0  # seconds that a peer may take to prepare one function
BATCH = 3e-4  # seconds: short, so that some batches are not disturbed


class Call(NamedTuple):
    """`function(*args)` is what is timed; `read` finds the numbers in what it returned."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    read: Callable[[Any], Any] = lambda returned: returned

    def result(self) -> list[float]:
        """The values, then the derivatives, as one flat list of floats."""
        return flatten(self.read(self.function(*self.args)))


def flatten(value: Any) -> list[float]:
    """The numbers of nested sequences and arrays, in order."""
    try:
        return [float(value)]
    except TypeError:
        return [number for part in value for number in flatten(part)]


class Measured(NamedTuple):
    """One function: nanoseconds a call of each contestant, or the word for why there is none."""

    problem: str
    times: dict[str, float | str]


def measure(
    name: str, own: Mapping[str, Call], others: Mapping[str, Callable[[], Call]], rounds: int
) -> Measured:
    """One race of our own calls and of the others, which must agree with our first."""
    expected = next(iter(own.values())).result()
    found = {other: attempted(prepare, expected) for other, prepare in others.items()}
    calls = {other: call for other, call in found.items() if isinstance(call, Call)}
    words = {other: word for other, word in found.items() if isinstance(word, str)}
    return Measured(name, {**race({**own, **calls}, rounds), **words})


def attempted(prepare: Callable[[], Call], expected: list[float]) -> Call | str:
    """The call, or "wrong" if it does not give the expected numbers, or the word of `made`."""
    return made(lambda: call if agree((call := prepare()).result(), expected) else "wrong")


def made(make: Callable[[], T]) -> T | str:
    """What `make` returns, or the word for why it returned nothing."""
    try:
        with patience(PATIENCE):
            return make()
    except ImportError:
        return "skipped"
    except TooSlow:
        return "too slow"
    except Exception as error:
        return f"failed: {type(error).__name__}"


def agree(found: list[float], expected: list[float]) -> bool:
    """Whether all numbers agree to 1e-9 relative, or 1e-12 where they cancel to nearly 0."""
    return len(found) == len(expected) and all(
        math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
        for a, b in zip(found, expected, strict=True)
    )


def race(calls: dict[str, Call], rounds: int) -> dict[str, float | str]:
    """The quickest batch of each call, in nanoseconds a call; every round times all of them."""
    timers = {name: timer(call) for name, call in calls.items()}
    repeats = {name: _repeats(one) for name, one in timers.items()}
    best = dict.fromkeys(calls, math.inf)
    for _ in range(rounds):
        for name, one in timers.items():
            best[name] = min(best[name], one.timeit(repeats[name]) / repeats[name])
    return {name: seconds * 1e9 for name, seconds in best.items()}


def timer(call: Call) -> timeit.Timer:
    """A timer of `function(a0, a1, ...)`, as users write a call: `function(*args)` is slower."""
    names = "".join(f"a{i}, " for i in range(len(call.args)))
    setup = f"function = call.function; {names}= call.args" if names else "function = call.function"
    return timeit.Timer(f"function({names})", setup, globals={"call": call})


def _repeats(one: timeit.Timer) -> int:
    one.timeit(3)
    return max(1, round(BATCH / min(one.timeit(3) / 3, one.timeit(3) / 3)))


class TooSlow(BaseException):
    """Out of patience. No Exception, so that no tool's own handlers swallow it."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise TooSlow in the body after so many seconds; on Windows, which has no alarms, never."""

    def stop(*_: Any) -> None:
        raise TooSlow

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)

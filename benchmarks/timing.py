"""Calls measured side by side: prepared, checked against lazyad, then timed in turns.

A machine's speed drifts from second to second, so contestants are not measured one after the other:
each round times every one of them once, and each keeps its quickest round.
"""

from __future__ import annotations

import math
import signal
import timeit
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import lazyad
from benchmarks.functions import PROBLEMS, Problem
from benchmarks.peers import PEERS, Call

PATIENCE = 60.0  # seconds that a peer may take to prepare one function
BATCH = 3e-4  # seconds: short, so that some batches are not disturbed


class Measured(NamedTuple):
    """One function: nanoseconds a call of each contestant, or the word for why there is none."""

    problem: str
    times: dict[str, float | str]


def measure_all(rounds: int, say: Callable[[str], None]) -> list[Measured]:
    """Every function with every contestant."""
    results = []
    for problem in PROBLEMS:
        say(f"{problem.name}: preparing")
        calls, failures = contestants(problem)
        say(f"{problem.name}: {len(calls)} contestants, {rounds} rounds")
        results.append(Measured(problem.name, {**race(calls, rounds), **failures}))
    return results


def contestants(problem: Problem) -> tuple[dict[str, Call], dict[str, str]]:
    """What can be timed, and what cannot, with the reason."""
    compiled = lazyad.compile(problem.build(lazyad))
    args = (*problem.point, *problem.direction)
    kernel = Call(compiled.kernel, args)
    fast = lazyad.compile(problem.build(lazyad), optimize="fast")
    calls = {
        "kernel": kernel,
        "jvp": Call(compiled.jvp, (problem.point, problem.direction)),
        "plain f": Call(problem.build(math), problem.point),
    }
    failures: dict[str, str] = {}
    own = {"kernel, fast": lambda _: Call(fast.kernel, args)}
    hands = {name: lambda _, hand=hand: Call(hand, args) for name, hand in problem.hands.items()}
    expected = kernel.result()
    for name, prepare in {**own, **hands, **PEERS}.items():
        try:
            with patience(PATIENCE):
                call = prepare(problem)
                agrees = agree(call.result(), expected)
        except ImportError:
            failures[name] = "skipped"
        except TooSlow:
            failures[name] = "too slow"
        except Exception as error:
            failures[name] = f"failed: {type(error).__name__}"
        else:
            if agrees:
                calls[name] = call
            else:
                failures[name] = "wrong"
    return calls, failures


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

"""The verdict on each call: right, refused in three parts, wrong, or crashed.

In: a `Call`. Out: what a compiled function makes of it, next to the plain one: the value to
`CLOSE`, the derivative along a random direction to what central differences agree on.
A call whose plain function raises, or has no float in its arguments or its result, is not tried.
"""

from __future__ import annotations

import copy
import inspect
import logging
import math
import multiprocessing
import random
import signal
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

import lazyad as la
from lazyad.values.errors import is_explained
from tests.published.calls import Call

PLACES = ("right", "refused", "wrong", "crashed", "slow", "untried")
CLOSE = 1e-9
STEPS = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9)
UNKNOWN = "no differences"
SECONDS = 20.0  # of CPU for one call


@dataclass
class Verdict:
    """What a call came to, and what was said."""

    call: str
    package: str
    place: str
    said: str = ""


class TooSlow(BaseException):
    """The time of a call is over."""


def verdicts(
    calls: Sequence[Call], seconds: float = SECONDS, processes: int = 2
) -> Iterator[Verdict]:
    """The verdicts on the calls, in their order."""
    _CALLS[:] = calls
    pool = multiprocessing.get_context("fork").Pool(processes, maxtasksperchild=100)
    with pool:
        yield from pool.imap(_numbered, [(at, seconds) for at in range(len(calls))])


_CALLS: list[Call] = []  # which the processes inherit


def _numbered(task: tuple[int, float]) -> Verdict:
    at, seconds = task
    logging.disable()  # what the packages have to say
    try:
        return judged(_CALLS[at], seconds)
    except TooSlow:  # once more, while the clock was being stopped
        return Verdict(str(_CALLS[at]), _CALLS[at].package, "slow", f"not done in {seconds:.0f} s")


def judged(call: Call, seconds: float = SECONDS) -> Verdict:
    """The verdict on one call."""

    def stop(*_: Any) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # and again, if a `__del__` ate it
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            place, said = _judged(call)
    except TooSlow:
        place, said = "slow", f"not done in {seconds:.0f} s"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)
    return Verdict(str(call), call.package, place, said)


def _judged(call: Call) -> tuple[str, str]:
    try:
        bound = inspect.signature(call.function).bind(*call.args, **call.kwargs)
        bound.apply_defaults()

        def result(arguments: Mapping[str, Any]) -> Any:
            again = inspect.BoundArguments(bound.signature, copy.deepcopy({**arguments}))
            return call.function(*again.args, **again.kwargs)

        def plain(arguments: Mapping[str, Any]) -> list[float]:
            return floats(result(arguments))

        given, returned = _generic(dict(bound.arguments), result)
        expected = floats(returned)
    except Exception as error:
        return "untried", f"the function raises {error!r:.80}"
    wrt = [name for name, part in given.items() if floats(part)]
    if not wrt or not expected:
        return "untried", "no float in the arguments, or in the result"
    tangents = _directions(given)
    try:
        compiled = la.compile(call.function, wrt=wrt)
        again = inspect.BoundArguments(bound.signature, copy.deepcopy(given))
        value = floats(compiled(*again.args, **again.kwargs), returned)
        primals = copy.deepcopy([*given.values()])
        pair = compiled.jvp(primals, [*tangents.values()])
        beside, tangent = [floats(one, returned) for one in pair]
    except Exception as error:
        said = str(error).strip().replace("\n", " |")
        if is_explained(error):
            return "refused", said
        return "crashed", f"{type(error).__name__}: {said}"
    for name, found in (("value", value), ("the value beside the tangent", beside)):
        if len(found) != len(expected) or not all(map(_close, found, expected)):
            return "wrong", f"{name}: {found!s:.100}, not {expected!s:.100}"
    return _against_differences(plain, given, tangents, tangent, expected)


def _generic(
    given: dict[str, Any], plain: Callable[[Mapping[str, Any]], Any]
) -> tuple[dict[str, Any], Any]:
    """The arguments and the result, a little beside the example: its round numbers stand on kinks
    (`min(1e6, Re)`) and edges of tables. Where the function is not defined there, the example."""
    moved = {n: _moved(part, _directions(given).get(n), 1.7e-3) for n, part in given.items()}
    with suppress(Exception):
        return moved, plain(moved)
    return given, plain(given)


def _directions(given: Mapping[str, Any]) -> dict[str, Any]:
    """A random tangent, the same each time, for each argument with floats."""
    chance = random.Random(str([*given]))
    return {name: _direction(part, chance) for name, part in given.items() if floats(part)}


def _against_differences(
    plain: Callable[[Mapping[str, Any]], list[float]],
    given: Mapping[str, Any],
    tangents: Mapping[str, Any],
    tangent: list[float],
    expected: list[float],
) -> tuple[str, str]:
    """Whether the tangent is what differences say: wrong is one that no step gives, where three
    steps in a row agree; where none do, nobody knows. Two may by chance, where the function is an
    integral to some tolerance, or rounds."""
    found = [_difference(plain, given, tangents, step) for step in STEPS]
    known = [one for one in found if one is not None and len(one) == len(expected)]
    unknown = False
    for k, got in enumerate(tangent):
        tried = [one[k] for one in known if math.isfinite(one[k])]
        noise = 1e-8 * abs(expected[k])
        if any(abs(got - one) <= 1e-4 * abs(one) + noise for one in tried):
            continue
        rows = zip(tried, tried[1:], tried[2:], strict=False)
        if any(max(row) - min(row) <= 1e-4 * abs(row[0]) for row in rows):
            return "wrong", f"derivative {k}: {got}, not {tried}"
        unknown = True
    return "right", UNKNOWN * unknown


def _difference(
    plain: Callable[[Mapping[str, Any]], list[float]],
    given: Mapping[str, Any],
    tangents: Mapping[str, Any],
    step: float,
) -> list[float] | None:
    sides = []
    for h in (step, -step):
        moved = {name: _moved(part, tangents.get(name), h) for name, part in given.items()}
        try:
            sides.append(plain(moved))
        except Exception:
            return None
    up, down = sides
    if len(up) != len(down):
        return None
    return [(a - b) / (2 * step) for a, b in zip(up, down, strict=True)]


def _close(one: float, other: float) -> bool:
    both_nan = math.isnan(one) and math.isnan(other)
    return both_nan or one == other or abs(one - other) <= CLOSE * max(abs(one), abs(other), 1e-300)


def floats(part: Any, beside: Any = None) -> list[float]:
    """The floats in a value, in order; those of NumPy's count, ints and bools do not. Or those
    where another value of its structure has floats: a kernel's whole numbers are floats."""
    beside = part if beside is None else beside
    if isinstance(beside, (float, np.floating)):
        return [float(part)]
    if isinstance(beside, np.ndarray):
        return [float(one) for one in np.ravel(part)] if beside.dtype.kind == "f" else []
    if isinstance(beside, Mapping):
        part, beside = [*part.values()], [*beside.values()]
    if isinstance(beside, (list, tuple)):
        return [one for pair in zip(part, beside, strict=True) for one in floats(*pair)]
    return []


def _direction(part: Any, chance: random.Random) -> Any:
    """A tangent for a part: as large as the numbers are; 0 for what is no float."""
    if isinstance(part, (float, np.floating)):
        sign = chance.choice((-1.0, 1.0))
        return sign * chance.uniform(0.5, 1.0) * (abs(float(part)) or 1.0)
    if isinstance(part, np.ndarray):
        if part.dtype.kind == "f":
            return np.reshape([_direction(float(x), chance) for x in part.ravel()], part.shape)
        return np.zeros(part.shape)
    if isinstance(part, Mapping):
        return {key: _direction(one, chance) for key, one in part.items()}
    if isinstance(part, (list, tuple)):
        made = [_direction(one, chance) for one in part]
        return type(part)(made) if type(part) in (list, tuple) else type(part)(*made)
    return 0.0 if isinstance(part, int) and not isinstance(part, bool) else part


def _moved(part: Any, tangent: Any, h: float) -> Any:
    if isinstance(part, (float, np.floating, np.ndarray)):
        moves = tangent is not None and getattr(part, "dtype", np.dtype(float)).kind == "f"
        return part + h * tangent if moves else part
    if isinstance(part, Mapping) and tangent is not None:
        return {key: _moved(one, tangent[key], h) for key, one in part.items()}
    if isinstance(part, (list, tuple)) and tangent is not None:
        made = [_moved(one, d, h) for one, d in zip(part, tangent, strict=True)]
        return type(part)(made) if type(part) in (list, tuple) else type(part)(*made)
    return part

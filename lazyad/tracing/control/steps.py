"""Where an iterator stands: nobody can put one back that a side of a branch has stepped.

In: an iterator, a queue, or what else is another one after it was asked. Out: what tells it from
itself a step later, and what it is made of. A room of its own because each kind keeps its place
somewhere else, and mostly where only C sees it.
"""

from __future__ import annotations

import gc
import itertools
import warnings
from collections.abc import Callable, Iterator
from io import IOBase
from operator import attrgetter, methodcaller
from types import GeneratorType
from typing import Any

# Those that stand where what they are made of does, or what they remember says.
_OF_OTHERS = {zip, enumerate, map, filter, type(iter(int, 1))}
_OF_OTHERS |= {
    getattr(itertools, name)
    for name in "accumulate batched chain compress dropwhile filterfalse groupby islice pairwise "
    "starmap takewhile zip_longest".split()
    if hasattr(itertools, name)
}
_TOLD: dict[str, Callable[[Any], Any]] = {
    "ContextVar": lambda variable: variable.get(None),
    "SimpleQueue": methodcaller("qsize"),
    "reader": attrgetter("line_num"),  # of csv
    "flatiter": attrgetter("index"),
}


_UNSEEN = (
    "SRE_Scanner",
)  # which tell nobody where they stand, so that each branch is one to explore


class Place:
    """It equals that of the same iterator if it was not stepped between, as far as that is seen."""

    __slots__ = ("kept", "told")

    def __init__(self, iterator: Any) -> None:
        self.told: list[Any] = []
        self.kept: list[Any] = []  # so that nothing else has their identity
        stack, seen = [*_own_place(iterator), *parts_of(iterator)], {id(iterator)}
        while stack:
            one = stack.pop()
            if type(one) is tuple:  # which zip and others make anew where it stands
                self.told.append(len(one))
                stack += one
            elif isinstance(one, Iterator) and id(one) not in seen:
                seen.add(id(one))
                stack += [*_own_place(one), *parts_of(one)]
            elif type(one) in (int, bool, range, str):
                self.told.append(one)
            else:
                if type(getattr(one, "__self__", None)).__name__ in _UNSEEN:
                    one = object()  # another one whenever it is asked
                self.told.append(id(one))
                self.kept.append(one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self.told == other.told

    __hash__ = None  # type: ignore[assignment]


def parts_of(iterator: Any) -> list[Any]:
    """What it is made of, and remembers."""
    if type(iterator) is itertools.zip_longest:  # whose tuple has holes, which CPython falls into
        return [_reduced(iterator)]
    return [one for one in gc.get_referents(iterator) if not isinstance(one, type)]


def _own_place(iterator: Any) -> tuple[Any, ...]:
    """What it says itself: numbers, iterators and what is kept."""
    kind = type(iterator)
    if kind is GeneratorType:
        known = iterator.gi_frame is not None and not iterator.gi_running
        return (iterator.gi_frame.f_lasti,) if known else ()
    if kind in _OF_OTHERS:
        return ()
    try:
        if isinstance(iterator, IOBase):  # what is only written to goes nowhere
            return (iterator.tell(),) if iterator.readable() else ()
        if (told := _TOLD.get(kind.__name__)) is not None:
            return (told(iterator),)
        if hasattr(iterator, "__length_hint__"):
            return (iterator.__length_hint__(),)
    except Exception:
        return ()
    return (_reduced(iterator),)


def _reduced(iterator: Any) -> Any:
    try:
        with warnings.catch_warnings():  # that this ends with Python 3.14
            warnings.simplefilter("ignore", DeprecationWarning)
            return iterator.__reduce__()
    except Exception:
        return repr(iterator)


NOWHERE = Place(None)  # of one that is stepped on one side alone

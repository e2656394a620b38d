"""The one shape of every error: what is wrong, where, and what to write instead.

In: three sentences. Out: the message of an ordinary Python exception (TypeError, ValueError, ...),
so that users catch what they would catch without lazyad.
"""

import warnings
from collections.abc import Iterable
from typing import Any, TypeVar

from lazyad.values.origin import Origin, describe, here, state
from lazyad.values.structure import an

E = TypeVar("E", bound=Exception)


def explain(what: str, where: str, instead: str) -> str:
    """The message of an error: each part on a line of its own.

    While a function is traced the message is noted, too: what the function's own `except` does not
    let through is an error all the same.

    >>> print(explain("1 is not 2", "model.py:3", "write 2"))
    1 is not 2
      where: model.py:3
      instead: write 2
    """
    message = three_parts(what, where, instead)
    if state.session is not None:
        state.session.refusals.append(message)
    return message


def refused(kind: type[E], what: str, instead: str, where: str | None = None) -> E:
    """The error to raise: see `explain`. Where nothing else is said, it is at the line of the
    user's that runs."""
    return kind(explain(what, describe(here()) if where is None else where, instead))


def check_choice(option: str, given: Any, known: Iterable[str]) -> None:
    """Raise ValueError for what is none of these names."""
    if not isinstance(given, str) or given not in known:
        raise refused(ValueError, f"{option} is {given!r:.40}", f"one of {[*known]}")


def likely(name: str, known: Iterable[str]) -> str:
    """The names that were most likely meant, up to three; empty if none is near.

    >>> likely("jacobain", ["jacobian", "hessian"])
    'jacobian'
    """
    from difflib import get_close_matches  # takes milliseconds

    return ", ".join(get_close_matches(name, [*known], cutoff=0.7))


def warn(kind: type[Warning], origin: Origin | None, what: str, instead: str) -> None:
    """Warn of a line of the user's: once of each, as Python does."""
    if origin is not None and (file := origin.place.file):
        message = explain(what, describe(origin), instead)
        warnings.warn_explicit(message, kind, file, origin.place.line, registry=_WARNED)


_WARNED: dict[str | tuple[str, type[Warning], int], int] = {}  # what Python has warned of


def three_parts(what: str, where: str, instead: str) -> str:
    """The message alone; what is wrong is one line, whatever is shown in it."""
    return f"{' '.join(what.split())}\n  where: {where}\n  instead: {instead}"


def told(value: Any) -> str:
    """What a value is, for messages.

    >>> told(3)
    'an int (3)'
    """
    return f"{an(type(value).__name__)} ({' '.join(repr(value).split()):.40})"


def is_explained(error: BaseException | str) -> bool:
    """Whether the error, or its message, has its three parts."""
    return "\n  where: " in str(error)

"""A long function body as several functions, each short enough for CPython to compile.

In: the lines of a body. Out: parts that hand their live variables on. A room of its own because it
is about CPython alone, whose compiler holds the whole tree of a function at once: gigabytes for one
of a million lines, and little for one part after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

LONGEST = 5000  # lines of one function; no program that people read is longer

_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")
_ASSIGNED = re.compile(r"\s*([^\W\d]\w*) = ")


class Part(NamedTuple):
    """Lines of the body (`start` is the first), the variables they read and those read later.
    Of the latter, `branch` are assigned inside an `if` and may not be; then nobody reads them."""

    start: int
    lines: Sequence[str]
    reads: list[str]
    gives: list[str]
    branch: list[str]


def divide(body: Sequence[str], parameters: Sequence[str]) -> list[Part]:
    """Split the body, whose last lines return, at statements; one part if it is short.

    >>> long = ["    a = x"] * LONGEST + ["    b = a", "    return b"]
    >>> [(part.reads, part.gives) for part in divide(long, ["x"])]
    [(['x'], ['a']), (['a'], [])]
    """
    cuts = [0]
    for at, line in enumerate(body):
        starts = line[:4].isspace() and (line[4].isalpha() or line[4] in "_#")
        if (
            starts
            and at >= cuts[-1] + LONGEST
            and not line.startswith(("    elif ", "    else:", "    return"))
        ):
            cuts.append(at)
    pieces = [body[a:b] for a, b in zip(cuts, [*cuts[1:], len(body)], strict=True)]
    if len(pieces) == 1:
        return [Part(0, body, list(parameters), [], [])]
    used = [_used(piece) for piece in pieces]
    given = [_assigned(piece) for piece in pieces]
    last: dict[str, int] = {name: at for at, names in enumerate(used) for name in names}
    known = dict.fromkeys(parameters, -1)
    parts = []
    for at, piece in enumerate(pieces):
        reads = [name for name in used[at] if name in known]
        gives = [name for name in given[at] if last.get(name, at) > at]
        known.update(dict.fromkeys(given[at], at))
        always = _assigned([line for line in piece if not line.startswith("     ")])
        branch = [name for name in gives if name not in always]
        parts.append(Part(cuts[at], piece, reads, gives, branch))
    return parts


def _used(piece: Sequence[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    for statement in piece:
        if not statement.lstrip().startswith("#"):
            line = _STRING.sub("", _ASSIGNED.sub("", statement, count=1))
            found.update(dict.fromkeys(_NAME.findall(line)))
    return found


def _assigned(piece: Sequence[str]) -> dict[str, None]:
    return dict.fromkeys(match[1] for line in piece if (match := _ASSIGNED.match(line)))

"""A long function body as several functions, each short enough for CPython to compile.

In: the lines of a body. Out: parts that hand their live variables on. A room of its own because it
is about CPython alone, whose compiler holds the whole tree of a function at once: gigabytes for one
of a million lines, and little for one part after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lazyad.values.structure import IDENTIFIER

LONGEST = 5000  # lines of one function; no program that people read is longer

_NAME = re.compile(rf"(?<![\w.]){IDENTIFIER}")
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")
_ASSIGNED = re.compile(rf"\s*({IDENTIFIER}) = ")


class Part(NamedTuple):
    """Lines of the body (`start` is the first), and the variables it is given. It ends with a call
    of the next part, which may `want` a variable that is only assigned inside an `if`: `branch`."""

    start: int
    lines: Sequence[str]
    given: list[str]
    branch: list[str]


def divide(body: Sequence[str], variables: Sequence[str]) -> list[Part]:
    """Split the body, whose last lines return, at statements; one part if it is short.

    `variables` are assigned before it.

    >>> long = ["    a = x"] * LONGEST + ["    b = a", "    return b"]
    >>> [part.given for part in divide(long, ["x"])]
    [['x'], ['a']]
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
        return [Part(0, body, list(variables), [])]
    known = [dict.fromkeys(variables)]  # before each piece
    for piece in pieces:
        known.append({**known[-1], **_assigned(piece)})
    wanted: dict[str, None] = {}
    parts = []
    for at in reversed(range(len(pieces))):
        always = _assigned([line for line in pieces[at] if not line.startswith("     ")])
        branch = [name for name in wanted if name not in always and name not in known[at]]
        later = {name: None for name in wanted if name not in always}
        wanted = {name: None for name in {**_used(pieces[at]), **later} if name in known[at]}
        parts.append(Part(cuts[at], pieces[at], list(wanted), branch))
    return parts[::-1]


def _used(piece: Sequence[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    for statement in piece:
        line = statement.lstrip()  # which may be far to the right
        if not line.startswith("#"):
            line = _STRING.sub("", _ASSIGNED.sub("", line, count=1))
            found.update(dict.fromkeys(_NAME.findall(line)))
    return found


def _assigned(piece: Sequence[str]) -> dict[str, None]:
    return dict.fromkeys(match[1] for line in piece if (match := _ASSIGNED.match(line)))

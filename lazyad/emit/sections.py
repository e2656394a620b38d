"""A long function body as several functions, each short enough for CPython to compile.

In: the statements of a body. Out: sections that hand their live variables on. A room of its own
because it is about CPython alone, whose compiler holds the whole tree of a function at once:
gigabytes for one of a million lines, and little for one section after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lazyad.emit.statements import Assign, Return, Statement, assigned, everything, spoken
from lazyad.graph import Node
from lazyad.values.rows import NamedTuple

LONGEST = 5000  # statements of one function; no program that people read is longer


class Section(NamedTuple):
    """Statements of the body, and the variables it is given. It ends with a call of the next,
    which may `want` a variable that is only assigned inside an `if`: `branch`."""

    body: Sequence[Statement]
    given: list[str]
    branch: list[str]


def divide(
    body: Sequence[Statement], inputs: Iterable[str], variables: Mapping[Node, str]
) -> list[Section]:
    """Split the body, whose last statement returns; one section if it is short.

    `inputs` are assigned before it, and `variables` are those of Nodes that have one.
    """
    pieces: list[list[Statement]] = [[]]
    size = 0
    for statement in body:
        if size >= LONGEST and not isinstance(statement, Return):
            pieces.append([])
            size = 0
        pieces[-1].append(statement)
        size += 1 if isinstance(statement, Assign) else sum(1 for _ in everything([statement]))
    if len(pieces) == 1:
        return [Section(body, [], [])]
    since = dict.fromkeys(inputs, -1)  # the piece that first assigns it
    for at, piece in enumerate(pieces):
        for statement in everything(piece):
            for name in assigned(statement):
                since.setdefault(name, at)
    wanted: dict[str, None] = {}
    sections = []
    for at, piece in reversed(list(enumerate(pieces))):
        always = {name for statement in piece for name in assigned(statement)}
        branch = [name for name in wanted if name not in always and since[name] >= at]
        read = _read(piece, variables) | {n: None for n in wanted if n not in always}
        wanted = {name: None for name in read if since[name] < at}
        sections.append(Section(piece, list(wanted), branch))
    return sections[::-1]


def _read(piece: Sequence[Statement], variables: Mapping[Node, str]) -> dict[str, None]:
    found: dict[str, None] = {}
    for statement in everything(piece):
        spoken(statement.nodes, statement.name, variables, found)
    return found

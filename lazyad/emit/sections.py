"""A long function body as several functions, each short enough for CPython to compile.

In: the statements of a body. Out: sections that hand their live variables on. A room of its own
because it is about CPython alone, whose compiler holds the whole tree of a function at once:
gigabytes for one of a million lines, and little for one section after the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from lazyad.emit.statements import Assign, Return, Statement, assigned, everything, spoken
from lazyad.graph import Node
from lazyad.values.rows import NamedTuple

LONGEST = 5000  # statements of one function, where few variables are handed on


class Section(NamedTuple):
    """Statements of the body, and the variables it is given. It ends with a call of the next,
    which may `want` a variable that is only assigned inside an `if`: `branch`."""

    body: Sequence[Statement]
    given: list[str]
    branch: list[str]


def divide(
    body: Sequence[Statement],
    inputs: Iterable[str],
    variables: Mapping[Node, str],
    longest: float | None = None,
) -> list[Section]:
    """Split the body, whose last statement returns; one section if it is short.

    `inputs` are assigned before it, and `variables` are those of Nodes that have one.
    """
    inputs, longest = list(inputs), LONGEST if longest is None else longest
    pieces: list[list[Statement]] = [[]]
    sizes = [1 if type(one) is Assign else sum(1 for _ in everything([one])) for one in body]
    live = _live(body, inputs, variables) if sum(sizes) > longest else []
    size = 0
    for at, statement in enumerate(body):
        if size >= longest and size >= live[at] and not isinstance(statement, Return):
            pieces.append([])
            size = 0
        pieces[-1].append(statement)
        size += sizes[at]
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


def _live(
    body: Sequence[Statement], inputs: Iterable[str], variables: Mapping[Node, str]
) -> list[int]:
    """How many variables are handed on if a section begins with each of the statements. A section
    is as long as what it hands on, or the text of all would be quadratic in the program's."""
    since = dict.fromkeys(inputs, -1)
    last: dict[str, int] = {}
    for at, statement in enumerate(body):
        for one in everything([statement]):
            if one.name:
                since.setdefault(one.name, at)
        last.update(dict.fromkeys(_read([statement], variables), at))
    change = [0] * (len(body) + 2)
    for name, at in last.items():
        if at > since.get(name, at):
            change[since[name] + 1] += 1
            change[at + 1] -= 1
    return list(itertools.accumulate(change))[: len(body)]


def _read(piece: Sequence[Statement], variables: Mapping[Node, str]) -> dict[str, None]:
    found: dict[str, None] = {}
    for statement in everything(piece):
        spoken(statement.nodes, statement.name, variables, found)
    return found

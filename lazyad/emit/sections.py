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
    whole = [[one] if type(one) is Assign else [*everything([one])] for one in body]
    if sum(map(len, whole)) <= longest:
        return [Section(body, [], [])]
    since = dict.fromkeys(inputs, -1)  # the statement that first assigns it
    reads: list[dict[str, None]] = []
    for at, inner in enumerate(whole):
        reads.append({})
        for one in inner:
            spoken(one.nodes, one.name, variables, reads[-1])
            for name in [one.name] if type(one) is Assign else assigned(one):
                since.setdefault(name, at)
    live = _live(reads, since)
    starts, size = [0], 0
    for at, inner in enumerate(whole):
        if size >= longest and size >= live[at] and not isinstance(body[at], Return):
            starts.append(at)
            size = 0
        size += len(inner)
    if len(starts) == 1:
        return [Section(body, [], [])]
    wanted: dict[str, None] = {}
    sections = []
    for start, end in reversed([*itertools.pairwise([*starts, len(body)])]):
        always = {*itertools.chain.from_iterable(map(assigned, body[start:end]))}
        branch = [name for name in wanted if name not in always and since[name] >= start]
        read = dict.fromkeys(itertools.chain.from_iterable(reads[start:end]))
        read |= {name: None for name in wanted if name not in always}
        # A statement may be about what has a name that no text says.
        wanted = {name: None for name in read if since.get(name, start) < start}
        sections.append(Section(body[start:end], list(wanted), branch))
    return sections[::-1]


def _live(reads: Sequence[Mapping[str, None]], since: Mapping[str, int]) -> list[int]:
    """How many variables are handed on if a section begins with each of the statements. A section
    is as long as what it hands on, or the text of all would be quadratic in the program's."""
    last = {name: at for at, read in enumerate(reads) for name in read}
    change = [0] * (len(reads) + 1)
    for name, at in last.items():
        if at > since.get(name, at):
            change[since[name] + 1] += 1
            change[at + 1] -= 1
    return list(itertools.accumulate(change))

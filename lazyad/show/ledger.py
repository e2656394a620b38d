"""The ledger of a program's stages: as text, and as tables in a notebook.

In: the stages. Out: `Report`, a text, and `Stages`, an iterator, both of which a notebook shows
richly. A room of its own because the page tells of each stage what the report does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from lazyad.graph import Graph
from lazyad.html import escape, folded, listing, table
from lazyad.passes import EXACTNESS

_HEAD = ("stage", "exactness", "nodes", "operations", "removed")
_TRANSFORMS = ("trace", "clean", "derive", "legalize", "economise")
_KINDS = {one.__name__: kind for one, kind in EXACTNESS.items()} | dict.fromkeys(_TRANSFORMS, "")


def exactness_of(stage: str) -> str:
    """The class of a pass, by its name: empty for a transform, "user" for a pass of the user's."""
    return _KINDS.get(stage, "user")


def ledger(stages: Iterable[tuple[str, Graph]]) -> list[tuple[str, ...]]:
    """What each stage left, and what it removed; of later rounds, what changed."""
    rows: list[tuple[str, ...]] = []
    before: Graph | None = None
    seen = set()
    for name, graph in stages:
        if graph is before and name in seen:
            continue
        seen.add(name)
        old, new = (before or graph).operations, graph.operations
        counts = [(len((before or graph).nodes), len(graph.nodes)), (old.total(), new.total())]
        changes = [f"{was} -> {now}" if before else f"{now}" for was, now in counts]
        gone = [f"{op} {count}" for op, count in (old - new).most_common()]
        rows.append((name, exactness_of(name), *changes, ", ".join(gone)))
        before = graph
    return rows


class Report(str):
    """The ledger as text, which a notebook shows as a table."""

    rows: Sequence[tuple[str, ...]]
    notes: Sequence[str]  # lines below it
    heading: str  # a line above

    def __new__(
        cls, rows: Sequence[tuple[str, ...]], notes: Sequence[str] = (), heading: str = ""
    ) -> Report:
        table = [_HEAD, *rows]
        widths = [max(len(row[column]) for row in table) for column in range(len(_HEAD))]
        lines = ["  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in table]
        text = "\n".join(line.rstrip() for line in [heading, *lines, *notes])
        made = str.__new__(cls, text.lstrip())
        made.rows, made.notes, made.heading = rows, notes, heading
        return made

    def under(self, heading: str) -> Report:
        """The same with a line above."""
        return Report(self.rows, self.notes, heading)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    def _repr_html_(self) -> str:
        return _paragraphs([self.heading]) + table(_HEAD, self.rows) + _paragraphs(self.notes)


class Stages(Iterator[tuple[str, Graph]]):
    """(name, graph) for each stage, which a notebook shows as a list that opens."""

    def __init__(self, walk: Callable[[], Iterator[tuple[str, Graph]]]) -> None:
        self._walk = walk
        self._left = walk()

    def __next__(self) -> tuple[str, Graph]:
        return next(self._left)

    def _repr_html_(self) -> str:
        parts = []
        before = None
        for name, graph in self._walk():
            head = f"{name} · {graph.operations.total()} operations"
            if graph is before:
                parts.append(f"<div>{escape(head)} · no change</div>")
            else:
                parts.append(folded(head, listing(str(graph))))
            before = graph
        return "".join(parts)


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<div>{escape(text)}</div>" for text in texts if text)

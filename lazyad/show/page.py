"""The page: one file of HTML that shows a program's whole road, and follows each line along it.

In: the stages with what became of their Nodes, and the emitted source. Out: HTML that needs no
network. A room of its own because what is shown of a program is data, and `page.html` draws it.
"""

from __future__ import annotations

import itertools
import math
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from lazyad.arrays.forms import known_form
from lazyad.codegen import Source
from lazyad.emit.statements import spoken
from lazyad.graph import ITEM, REGIONS, TABLE, Graph, Node
from lazyad.html import escape, highlighted
from lazyad.regions import everything
from lazyad.show.ledger import exactness_of
from lazyad.show.lineage import Stage, kin
from lazyad.text import entries, leaf_name
from lazyad.values.structure import leaves


def page(
    stages: Sequence[Stage], source: Source, notes: Sequence[str], codes: Iterable[CodeType] = ()
) -> str:
    """The HTML. `codes` are those of the user's functions that are shown in any case."""
    import json  # takes time, and most programs show no page

    title = source.text.partition("\n")[0].removeprefix("# ")
    shown = _Shown([*codes], stages)
    data = {
        "title": title,
        "notes": notes,
        "user": shown.user,
        "stages": shown.stages,
        "texts": shown.texts,
        "places": shown.places,
        "source": highlighted(source.text),
        "sourceNodes": shown.nodes_of(source, stages[-1].graph),
    }
    text = json.dumps(data, separators=(",", ":")).replace("</", "<\\/")
    template = Path(__file__).with_name("page.html").read_text(encoding="utf-8")
    return template.replace("{{title}}", escape(title)).replace("{{data}}", text)


def most_alive(graph: Graph) -> int:
    """How many numbers there are at once, those of arrays one by one, if each goes when what
    reads it last has come; constants are not counted, nor what loops keep of their rounds.

    >>> x = Node.input("x")
    >>> most_alive(Graph([x], (x * x) * (x + 1.0)))
    3
    """
    order = [node for node in graph.nodes if not node.op.leaf and node.op not in (ITEM, TABLE)]
    last = {_held_by(leaf): len(order) for leaf in leaves(graph.outputs)}
    for at, node in reversed([*enumerate(order)]):
        for arg in node.args:
            last.setdefault(_held_by(arg), at)
    ends: list[int] = [0] * (len(order) + 1)  # how many numbers are read there for the last time
    now = 0
    for node in leaves(graph.inputs):
        if node in last:
            ends[last[node]] += _size(node)
            now += _size(node)
    most = now
    for at, node in enumerate(order):
        size = _size(node)
        inner = most_alive(node.payload.body) if node.op in REGIONS else size
        most = max(most, now + inner)
        now += size - ends[at]
        ends[last.get(node, at)] += size
    return most


def _size(node: Node) -> int:
    if node.op in REGIONS:
        count: int = node.payload.items
        return count
    form = known_form(node)
    forms = form if type(form) is tuple else () if form is None else (form,)
    return sum(math.prod(one.shape) for one in forms) if forms else 1


def _held_by(node: Node) -> Node:
    return node.args[0] if node.op is ITEM else node


class _Shown:
    """What the page is told: Nodes are numbers, in all stages the same."""

    def __init__(self, codes: Sequence[CodeType], stages: Sequence[Stage]) -> None:
        self._numbers: dict[Node, int] = {}
        self.texts: list[str] = []  # by the number of a Node, how it reads
        self.places: list[int] = []  # and its line among those of the user; -1 if it has none
        found = [n.origin.code for n in everything(stages[0].graph) if n.origin]
        self.user, self._lines = _functions(dict.fromkeys([*codes, *filter(None, found)]))
        self._names: dict[Node, str] = {}
        self._count = itertools.count()
        self.stages: list[dict[str, Any]] = []
        for stage in stages:
            shown = self._stage(stage)
            if self.stages and shown["rows"] == self.stages[-1]["rows"]:
                self.stages[-1]["quiet"].append(stage.name)
            else:
                self.stages.append(shown)

    def _stage(self, stage: Stage) -> dict[str, Any]:
        graph = stage.graph
        rows = [self._row(node, text) for node, text in entries(graph, self._names, self._count)]
        moves = [self._move(move.old, move.new) for move in stage.moves]
        return {
            "name": stage.name,
            "exactness": exactness_of(stage.name),
            "operations": graph.operations.total(),
            "nodes": len(graph.nodes),
            "alive": most_alive(graph),
            "rows": rows,
            "moves": [move for move in moves if move[0]],
            "quiet": [],
        }

    def _row(self, node: Node | None, text: str) -> int | str | tuple[int, str]:
        """A line of a listing: the number of its Node, whose text is known or added."""
        if node is None:
            return text
        number = self._numbers.get(node)
        if number is None:
            number = self._numbers[node] = len(self.texts)
            self.texts.append(text)
            place = node.origin.place if node.origin and node.origin.code else None
            self.places.append(self._lines.get((place.file, place.line), -1) if place else -1)
        return number if self.texts[number] == text else (number, text)

    def _move(self, old: Iterable[Node], new: Iterable[Node]) -> list[Any]:
        """The numbers of both; what became a leaf, which has no line, comes with its text."""
        ends = [self._numbers[node] for node in new if node in self._numbers]
        leaf = [self._names.get(node, leaf_name(node)) for node in new if node.op.leaf]
        return [[self._numbers[node] for node in old if node in self._numbers], ends, *leaf[:1]]

    def nodes_of(self, source: Source, graph: Graph) -> list[list[int]]:
        """The numbers of the Nodes that each line of the source is of. What is written twice, or in
        another form, is no Node of the graph, but of the same origin; a choice is a line's that
        asks its condition, or that assigns its value."""
        of_line: dict[Node, list[int]] = defaultdict(list)
        for at, (nodes, name) in source.lines.items():
            for node in spoken(nodes, name, source.variables, {}):
                of_line[node].append(at)
        left = [node for node in everything(graph) if node.args and node not in of_line]
        for move in kin(left, {node: None for node in of_line if node not in self._numbers}):
            for old, new in itertools.product(move.old, move.new):
                of_line[old] += of_line[new]
        asking, assigning = defaultdict(list), defaultdict(list)
        for at, (nodes, name) in source.lines.items():
            assigning[name].append(at)
            for node in nodes:
                asking[node].append(at)
        for node in left:
            if node.op.lazy and node not in of_line:
                of_line[node] = asking[node.args[0]] + assigning[source.variables.get(node, "")]
        found: list[list[int]] = [[] for _ in range(source.text.count("\n"))]
        for node, places in of_line.items():
            for at in dict.fromkeys(places if node in self._numbers else ()):
                found[at - 1].append(self._numbers[node])
        return found


def _functions(
    codes: Iterable[CodeType],
) -> tuple[list[tuple[str, str]], dict[tuple[str, int], int]]:
    """The lines of the user's functions, each with where it stands, a head before each file's; and
    which of them each place is."""
    import linecache

    shown: list[tuple[str, str]] = []
    places: dict[tuple[str, int], int] = {}
    before = ""
    for code in codes:
        lines = linecache.getlines(code.co_filename)
        span = _span(code, lines)
        if all((code.co_filename, at) in places for at in span):
            continue
        file = os.path.basename(code.co_filename)
        shown.append(("", f"<i class=c># {escape(file)}</i>" if file != before else ""))
        before = file
        text = highlighted("".join(lines[span.start - 1 : span.stop - 1]))
        for at, line in zip(span, text, strict=False):
            places.setdefault((code.co_filename, at), len(shown))
            shown.append((str(at), line))
    return shown, places


def _span(code: CodeType, lines: list[str]) -> range:
    """The lines of a function; none of one without source."""
    import inspect
    import tokenize

    first = code.co_firstlineno
    if first > len(lines):
        return range(0)
    try:
        block = inspect.getblock(lines[first - 1 :])
    except (SyntaxError, tokenize.TokenError):  # a lambda in the middle of a call
        block = lines[first - 1 : first]
    return range(first, first + len(block))


def write(path: str | os.PathLike[str], html: str) -> Path:
    """The file, written."""
    file = Path(path)
    file.write_text(html, encoding="utf-8")
    return file

"""Lineage: which Nodes became which, from stage to stage.

In: the walk along a program's stages. Out: for each stage the moves that led to it. A room of its
own because a pass says nothing about it: `rewrite` is watched, and where a stage is made by other
means, a Node's origin tells of what it was made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence

from lazyad.graph import Graph, Node
from lazyad.regions import everything
from lazyad.values.origin import Origin, rewrites
from lazyad.values.rows import NamedTuple


class Move(NamedTuple):
    """Nodes of the stage before, and what they became. Several of each are of one origin, and
    nobody can say which of them is whose."""

    old: tuple[Node, ...]
    new: tuple[Node, ...]


class Stage(NamedTuple):
    """A graph, and how it came from the one before; a Node of both stayed as it was."""

    name: str
    graph: Graph
    moves: list[Move]


def followed(walk: Iterator[tuple[str, Graph]]) -> list[Stage]:
    """The stages, with what became of the Nodes of each in the next one.

    >>> from lazyad.passes import simplify_exact
    >>> x = Node.input("x")
    >>> def walk():
    ...     yield "trace", (graph := Graph([x], -(-(x * x)) + 1.0))
    ...     yield "simplify", simplify_exact(graph)
    >>> [[(len(old), len(new)) for old, new in stage.moves] for stage in followed(walk())]
    [[], [(1, 1), (1, 1)]]
    """
    stages: list[Stage] = []
    with rewrites() as now:
        for name, graph in walk:  # several may have been made before the first is handed over
            before = stages[-1].graph if stages else graph
            moves = [] if before is graph else _moves(before, graph, now.rewrites or [])
            stages.append(Stage(name, graph, moves))
    return stages


def _moves(before: Graph, after: Graph, steps: Sequence[dict[Node, Node]]) -> list[Move]:
    old, new = dict.fromkeys(everything(before)), dict.fromkeys(everything(after))
    left = {node: None for node in old if node not in new}  # nothing is known of it yet
    made = {node: None for node in new if node not in old}
    found = []
    for end, starts in _followed(left, steps, new).items():
        found.append(Move(tuple(starts), (end,)))
        made.pop(end, None)
        for start in starts:
            left.pop(start)
    for olds, of_old, of_new in (
        (left, _origin, _origin),
        (old, _origin, _origin),
        (old, _primal, _primal),
        (old, _origin, _primal),
    ):
        found += kin(olds, made, of_old, of_new)
    past = {node: move.old for move in found for node in move.new}
    for node in made:  # of no origin: it comes from what it is computed of
        args = [arg for arg in node.args if arg in past or (arg in old and arg.args)]
        if args:
            past[node] = past.get(args[-1], (args[-1],))
            found.append(Move(past[node], (node,)))
    return found


def _followed(
    nodes: Iterable[Node], steps: Sequence[dict[Node, Node]], ends: Container[Node]
) -> dict[Node, list[Node]]:
    """The last of the `ends` that Nodes came to, step by step; each with those that did."""
    came: dict[Node, list[Node]] = {node: [node] for node in nodes}  # by what they are now
    reached: dict[Node, Node] = {}
    for step in steps:
        moved = [(new, came.pop(old)) for old, new in step.items() if old in came]
        for new, olds in moved:
            came.setdefault(new, []).extend(olds)
            if new in ends:
                reached.update(dict.fromkeys(olds, new))
    found: dict[Node, list[Node]] = {}
    for old, end in reached.items():
        found.setdefault(end, []).append(old)
    return found


def _origin(node: Node) -> Origin | None:
    return node.origin and (node.origin.whole or node.origin)


def _primal(node: Node) -> Origin | None:
    primal = node.origin and node.origin.primal
    return primal and (primal.whole or primal)


def kin(
    olds: Iterable[Node],
    news: dict[Node, None],
    of_old: Callable[[Node], Hashable] = _origin,
    of_new: Callable[[Node], Hashable] = _origin,
) -> list[Move]:
    """New Nodes of unknown descent with the old ones of the same origin; all that were found are
    taken from `news`."""
    families: dict[Hashable, tuple[list[Node], list[Node]]] = defaultdict(lambda: ([], []))
    for nodes, key_of, side in ((olds, of_old, 0), (news, of_new, 1)):
        for node in nodes:
            if not node.op.leaf and (key := key_of(node)) is not None:
                families[key][side].append(node)
    found = [Move(tuple(old), tuple(new)) for old, new in families.values() if old and new]
    for move in found:
        for node in move.new:
            news.pop(node)
    return found

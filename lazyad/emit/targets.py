"""Targets: how each spells an op. `legalize` rewrites a graph until its target can spell each Node.

A row of the op table carries each target's spelling, or a definition in terms of other ops; a
target's own file holds what depends on a Node's arguments too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, reduce
from typing import Any

from lazyad.arrays.guards import guarded, held
from lazyad.emit import numpy, python, whole, xp
from lazyad.evaluation import evaluate
from lazyad.graph import (
    CALL,
    CONST,
    ITEM,
    LEFT,
    LOOP,
    RAISE,
    REGIONS,
    RIGHT,
    TABLE,
    TAKE,
    Graph,
    Node,
    Op,
    const,
    lifted,
    rewrite,
    walk,
)
from lazyad.ops import add, pow, where
from lazyad.values.errors import check_choice, refused
from lazyad.values.libraries import is_installed
from lazyad.values.origin import describe
from lazyad.values.rows import NamedTuple

MODULES = {
    "np": "import numpy as np",
    "special": "from scipy import special",
    "dataclass": "from dataclasses import dataclass",
    "NamedTuple": "from typing import NamedTuple",
    "linalg": "from scipy import linalg",
    **{name: f"from bisect import {name}" for name in ("bisect_left", "bisect_right")},
}


class Target(NamedTuple):
    """`spell(node)` is a template like "{0} + {1}" or "math.sin({0})", or None where the target has
    none; `definition(op)` writes the op with others, where the target has one of its own.
    A `lazy` target evaluates only the branch that is taken."""

    name: str
    lazy: bool
    spell: Callable[[Node], str | None]
    definition: Callable[[Op], Callable[..., Node] | None]
    whole: bool = False  # an array is one Node, and not its numbers
    planned: bool = False  # and where it lies in memory is planned
    machine: bool = False  # what is emitted is compiled again
    cached: bool = False  # and kept on disk
    lower: Callable[[Node], Node] | None = None  # an array is of the library `xp` of the arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return find_target, (self.name,)


def find_target(name: str) -> Target:
    """The target of that name; errors say which exist and what to install."""
    if not isinstance(name, str) or name not in TARGETS:
        check_choice("target", name, [one for one in TARGETS if "," not in one])
    return TARGETS[name]


TARGETS = {
    "python": Target("python", True, python.spell, lambda op: None),
    "native": Target(
        "native", True, python.spell, lambda op: None, machine=True
    ),  # as Python, then as machine code
    "native, cached": Target(
        "native, cached", True, python.spell, lambda op: None, machine=True, cached=True
    ),
    "numpy": Target("numpy", False, numpy.spell, numpy.definition),
    "array": Target("array", False, whole.spell, numpy.definition, True, True),
    "xp": Target("xp", False, xp.spell, xp.definition, True, lower=xp.lowered),
    "array, plain": Target("array, plain", False, whole.spell, numpy.definition, True),
}


@cache
def _has_scipy() -> bool:
    return is_installed("scipy")


def spellings(nodes: Collection[Node], target: Target) -> dict[Op | Node, str]:
    """How the target spells them: by the op, or by the Node where its arguments matter."""
    some = {node.op: node for node in nodes}
    if not any(op is pow or op is ITEM or op.array is not None for op in some):
        nodes = some.values()
    found: dict[Op | Node, str] = {}
    for node in nodes:
        if node.op in found or node.op.leaf:
            continue
        key = node if node.op is pow else node.op
        if node.op.array is not None or _is_array(node):
            if text := target.spell(node):  # there is none for a scan
                found[node] = text
            continue
        if node.op is LOOP and not (target.lazy or target.whole):
            found[LOOP] = "np.any({0})"  # another round follows where any point needs one
        if node.op.apart and node.op.spelling:
            found[key] = node.op.spelling
        elif not node.op.apart:
            found[key] = target.spell(node) or ""
    return found


def _is_array(node: Node) -> bool:
    """Whether it is one of several arrays that an op comes to."""
    return node.op is ITEM and node.args[0].op.array is not None


def _chosen_of(numbers: Sequence[Node], at: Node) -> Node:
    """What stands there in a table, as choices, in halves; nan where nothing does."""
    size = float(len(numbers))
    place, row = where(at < 0.0, at + size, at), [*enumerate(numbers)]
    while len(row) > 1:
        rest = row[-1:] if len(row) % 2 else []
        pairs = zip(row[::2], row[1::2], strict=False)
        row = [(i, where(place < float(j), one, other)) for (i, one), (j, other) in pairs] + rest
    there = (place >= 0.0) & (place < size)
    return where(there, row[0][1], math.nan) if row else const(math.nan)


def _counted(numbers: Sequence[Node], x: Node, left: bool) -> Node:
    """Where a number would be put into a sorted table: as many as stand before it."""
    found = [where(one < x, 1.0, 0.0) if left else where(x < one, 0.0, 1.0) for one in numbers]
    return reduce(add, found, const(0.0))


def legalize(graph: Graph, target: Target) -> Graph:
    """Ops that the target cannot spell are replaced by their definitions."""
    graph = _legal(graph, target, frozenset())
    return xp.with_arrays(graph) if target.lower else graph


def _legal(graph: Graph, target: Target, counters: AbstractSet[Node]) -> Graph:
    """The same of a body, too. The `counters` are those inputs that are ints and the same at every
    point, as the number of a round is."""

    def spelled(node: Node) -> bool:
        if node.op.array is not None:
            return node.op.array.define is None
        if node.op.leaf or node.op.apart:
            # No element can raise alone, and none has an index of its own.
            kept = target.lazy or (target.whole and node.op is RAISE)  # which a guard has
            kept = kept or (target.whole and node.op is CALL and not target.lower)
            if kept or node.op not in (RAISE, TAKE, LEFT, RIGHT, CALL):
                return True
            return node.op is TAKE and _counts(node.args[1], counters)
        spelling = target.spell(node)
        if spelling is not None and "special." in spelling and not _has_scipy():
            what, instead = "which is not installed", 'pip install "<path or URL of lazyad>[scipy]"'
            where = describe(node.origin)
            raise refused(ImportError, f"{node.op.name} needs SciPy, {what}", instead, where)
        return spelling is not None

    def legal(node: Node) -> Node:
        if spelled(node):
            return node
        if node.op.array is not None:
            return lifted(node.op.array.define(node))
        if node.op is RAISE:
            return const(math.nan)
        if node.op is CALL:
            what = f"a routine of SciPy's that calls a function, in the target {target.name!r}"
            instead = "the target 'array'"
            if not target.whole:
                instead = "the target 'python', for one point after the other"
            raise refused(TypeError, what, instead, describe(node.origin))
        if node.op in (TAKE, LEFT, RIGHT) and node.args[0].op is not TABLE:
            what = "a list that a loop reads at a place of each point's own, in the target 'numpy'"
            instead = "the target 'python', for one point after the other; or numbers, not a list"
            raise refused(TypeError, what, instead, describe(node.origin))
        if node.op is TAKE:
            return _chosen_of(node.args[0].args, node.args[1])
        if node.op is LEFT or node.op is RIGHT:
            return _counted(node.args[0].args, node.args[1], node.op is LEFT)
        definition = target.definition(node.op)
        if definition is not None:
            return definition(*node.args)
        if node.op.spelling is None:
            inputs, output = node.op.definition
            if target.whole and any(one.op in REGIONS for one in walk([output])):
                what = (
                    f"a loop in an op of one's own, {node.op.name}, in the target {target.name!r}"
                )
                instead = "the op with outside=True in the target 'array'; or the target 'python'"
                raise refused(TypeError, what, instead, describe(node.origin))
            return lifted(evaluate([output], dict(zip(inputs, node.args, strict=True)))[0])
        what = f"the target {target.name!r} cannot spell {node.op.name}"
        raise refused(TypeError, what, "another target, or another formula", describe(node.origin))

    def bodied(node: Node) -> Node:
        if node.op not in REGIONS:
            return node
        own = _counters_within(node, counters) if node.op is LOOP else ()
        body = _legal(node.payload.body, target, {*own})
        if body is node.payload.body:
            return node
        return Node(node.op, node.args, node.payload._replace(body=body), node.origin)

    graph = rewrite(graph, bodied) if graph.bodies else graph
    graph = held(guarded(graph)) if target.whole else graph
    while not all(map(spelled, _of_each_op(graph))):
        graph = rewrite(graph, legal)
    return rewrite(graph, target.lower) if target.lower else graph


def _of_each_op(graph: Graph) -> list[Node]:
    """One Node of each op, and all that take from tables."""
    takes = [node for node in graph.nodes if node.op is TAKE] if TAKE in graph.ops else []
    return [*{node.op: node for node in graph.nodes}.values(), *takes]


def _counts(at: Node, counters: AbstractSet[Node]) -> bool:
    """Whether an index is made of these counters and constants alone."""
    return all(
        one.op is CONST or one in counters or (one.args and not one.op.apart) for one in walk([at])
    )


def _counters_within(loop: Node, counters: AbstractSet[Node]) -> list[Node]:
    """The inputs of a round that are counters: its number, and what it reads of those outside."""
    what = loop.payload
    read = zip(what.inputs[what.given :], loop.args[what.carried :], strict=True)
    own = [one for one, arg in read if arg.op is not TABLE and _counts(arg, counters)]
    return [*what.inputs[what.carried : what.given], *own]

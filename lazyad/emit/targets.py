"""Targets: how each spells an op. `legalize` rewrites a graph until its target can spell each Node.

A row of the op table carries each target's spelling, or a definition in terms of other ops; a
target's own file holds what depends on a Node's arguments too.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from lazyad.emit import numpy, python
from lazyad.evaluation import evaluate
from lazyad.graph import ITEM, LOOP, RAISE, Graph, Node, Op, const, rewrite
from lazyad.regions import inside
from lazyad.values.errors import explain
from lazyad.values.libraries import is_installed
from lazyad.values.origin import describe

MODULES = {"np": "import numpy as np", "special": "from scipy import special"}


class Target(NamedTuple):
    """`spell(node)` is a template like "{0} + {1}" or "math.sin({0})", or None where the target has
    none; `definition(op)` writes the op with others, where the target has one of its own.
    A `lazy` target evaluates only the branch that is taken."""

    name: str
    lazy: bool
    spell: Callable[[Node], str | None]
    definition: Callable[[Op], Callable[..., Any] | None]

    def __reduce__(self) -> tuple[Any, ...]:
        return find_target, (self.name,)


def find_target(name: str) -> Target:
    """The target of that name; errors say which exist and what to install."""
    if name not in TARGETS:
        raise ValueError(
            explain(
                f"no target is named {name!r}", "the argument target", f"one of {sorted(TARGETS)}"
            )
        )
    return TARGETS[name]


TARGETS = {
    "python": Target("python", True, python.spell, lambda op: None),
    "numpy": Target("numpy", False, numpy.spell, numpy.definition),
}


@cache
def _has_scipy() -> bool:
    return is_installed("scipy")


def legalize(graph: Graph, target: Target) -> Graph:
    """Ops that the target cannot spell are replaced by their definitions."""

    def legal(node: Node) -> Node:
        if node.op in (LOOP, ITEM):
            return node
        if node.op is RAISE and not target.lazy:  # one element cannot raise alone
            return const(math.nan)
        spelling = None if node.op.leaf else target.spell(node)
        if spelling is not None and "special." in spelling and not _has_scipy():
            raise ImportError(
                explain(
                    f"{node.op.name} needs SciPy, which is not installed",
                    describe(node.origin),
                    'pip install "<path or URL of lazyad>[scipy]"',
                )
            )
        if node.op.leaf or spelling is not None:
            return node
        definition = target.definition(node.op)
        if definition is not None:
            return definition(*node.args)  # type: ignore[no-any-return]
        if node.op.spelling is None:
            inputs, output = node.op.definition
            return evaluate([output], dict(zip(inputs, node.args, strict=True)))[0]  # type: ignore[no-any-return]
        raise TypeError(
            explain(
                f"the target {target.name!r} cannot spell {node.op.name}",
                describe(node.origin),
                "another target, or another formula",
            )
        )

    def legalized(graph: Graph) -> Graph:
        while (new := rewrite(graph, legal)) is not graph:
            graph = new
        return graph

    return inside(legalized)(graph)

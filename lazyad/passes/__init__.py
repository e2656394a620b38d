"""The passes, each Graph -> Graph in a file of its own, and the order they run in.

`PIPELINE` is the default. A pass returns the very same graph when it changed nothing, so the
pipeline runs until all of them did that in turn.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from lazyad.graph import Graph
from lazyad.passes.arrays import simplify_arrays
from lazyad.passes.cancellation import replaced, stabilise, stabilise_arrays, stabilise_fast
from lazyad.passes.chains import order_products
from lazyad.passes.constants import fold_constants
from lazyad.passes.dead_duals import eliminate_dead_duals
from lazyad.passes.factors import AS_READ, READINGS, collect_factors, collecting, keeps_roundings
from lazyad.passes.loops import prune_loops
from lazyad.passes.normal_form import MOST_FACTORS, Reading
from lazyad.passes.powers import expand_powers
from lazyad.passes.simplify import simplify_exact, simplify_fast, simplify_safe
from lazyad.passes.softmax import find_softmax
from lazyad.passes.subexpressions import merge_subexpressions
from lazyad.regions import inside
from lazyad.values.errors import refused, told
from lazyad.values.structure import leaves

Pass = Callable[[Graph], Graph]

PIPELINE: tuple[Pass, ...] = (
    stabilise,
    eliminate_dead_duals,
    prune_loops,
    fold_constants,
    simplify_safe,
    expand_powers,
    merge_subexpressions,
)
LEVELS: dict[str, tuple[Pass, ...]] = {
    "none": (eliminate_dead_duals,),
    "strict": (
        eliminate_dead_duals,
        prune_loops,
        fold_constants,
        simplify_exact,
        merge_subexpressions,
    ),
    "safe": PIPELINE,
    "fast": (
        stabilise_fast,
        eliminate_dead_duals,
        prune_loops,
        fold_constants,
        simplify_fast,
        expand_powers,
        merge_subexpressions,
        collect_factors,
    ),
}
_OF_ARRAYS: tuple[Pass, ...] = (
    stabilise_arrays,
    find_softmax,
    eliminate_dead_duals,
    prune_loops,
    simplify_arrays,
    expand_powers,
    merge_subexpressions,
)
ARRAYS: dict[str, tuple[Pass, ...]] = {  # the same of whole arrays
    "none": (eliminate_dead_duals,),
    "strict": (eliminate_dead_duals, prune_loops, merge_subexpressions),
    "safe": _OF_ARRAYS,
    "fast": (*_OF_ARRAYS, order_products),
}
# Once, of what the user wrote.
BEFORE_DERIVATION = (stabilise, stabilise_fast, stabilise_arrays, find_softmax)
AFTER_DERIVATION = (expand_powers, collect_factors)  # they hide what derivatives are made of
EXACTNESS: dict[Pass, str] = {
    stabilise: "ulp",
    stabilise_fast: "real",
    stabilise_arrays: "ulp",
    eliminate_dead_duals: "exact",
    prune_loops: "exact",
    find_softmax: "exact",
    fold_constants: "exact",
    simplify_arrays: "ulp",
    simplify_exact: "exact",
    simplify_safe: "ulp",
    simplify_fast: "real",
    expand_powers: "ulp",
    merge_subexpressions: "exact",
    order_products: "real",
    collect_factors: "real",
}

_MOST_ROUNDS = 50  # a user's pass may never settle; ours settle in a few rounds
_LARGE = 2_000  # Nodes: more are not walked again for less than a hundredth of them


def run_passes(graph: Graph, passes: Sequence[Pass]) -> Iterator[tuple[str, Graph]]:
    """Yield (pass name, graph) for every pass of every round, until a round changes nothing, or so
    little of a large graph that another one would take longer than it saves.

    A graph that comes again is the same object: that pass changed nothing.
    """
    quiet = 0  # passes that would find nothing: one that has just run is among them
    size = math.inf  # when the round began
    for at, one in enumerate(list(passes) * _MOST_ROUNDS):
        if at % len(passes) == 0:
            if 0.99 * size < len(graph.nodes) > _LARGE:
                return
            size = len(graph.nodes)
        new, name = inside(one)(graph), getattr(one, "__name__", repr(one))
        if not isinstance(new, Graph):
            what = f"the pass {name} returned {told(new)}"
            instead = "a Graph: the one it was given, where it changed nothing"
            raise refused(TypeError, what, instead)
        if new is not graph and one not in EXACTNESS:
            _check(name, graph, new)
        yield name, new
        quiet = quiet + 1 if new is graph else 1
        graph = new
        if quiet >= len(passes):
            return


def _check(name: str, before: Graph, after: Graph) -> None:
    """Raise ValueError where a pass of the user's made what is no program of the same inputs."""
    given, taken = leaves(before.inputs), leaves(after.inputs)
    if len(given) != len(taken) or any(a is not b for a, b in zip(given, taken, strict=True)):
        what = f"the pass {name} returned a graph of other inputs"
        raise refused(ValueError, what, "graph.returning(outputs), which keeps them")
    for what, instead, where in after.flaws():
        raise refused(ValueError, f"the pass {name} returned a wrong graph: {what}", instead, where)


def around_derivation(level: Sequence[Pass]) -> tuple[tuple[Pass, ...], tuple[Pass, ...]]:
    """The passes that run before a derivative is made, and the others."""
    before = tuple([one for one in level if one in BEFORE_DERIVATION])
    return before, tuple([one for one in level if one not in BEFORE_DERIVATION])


def optimize(graph: Graph, passes: Sequence[Pass] = PIPELINE) -> Graph:
    """The graph after the last round of the passes."""
    return deque(run_passes(graph, passes), maxlen=1)[0][1] if passes else graph


__all__ = [
    "AFTER_DERIVATION",
    "ARRAYS",
    "AS_READ",
    "BEFORE_DERIVATION",
    "EXACTNESS",
    "LEVELS",
    "MOST_FACTORS",
    "PIPELINE",
    "READINGS",
    "Pass",
    "Reading",
    "around_derivation",
    "collect_factors",
    "collecting",
    "eliminate_dead_duals",
    "expand_powers",
    "find_softmax",
    "fold_constants",
    "keeps_roundings",
    "merge_subexpressions",
    "optimize",
    "order_products",
    "replaced",
    "run_passes",
    "simplify_arrays",
    "simplify_exact",
    "simplify_fast",
    "simplify_safe",
    "stabilise",
    "stabilise_arrays",
    "stabilise_fast",
]

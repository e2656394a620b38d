"""What users ask for, and the stages that lead to it.

In: the Graph of a function and a Request. Out: (name, Graph) for each stage, the last of them the
derivative as traced. A room of its own because a Hessian is made in two steps, each of a graph that
the passes have cleaned, and only here is said which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lazyad.derivatives.elimination import Order
from lazyad.derivatives.forward import inputs_like, seed_inputs
from lazyad.derivatives.matrices import (
    Entries,
    blocks,
    entries_of,
    one_number,
    pull_back,
    push_along,
    second_entries,
)
from lazyad.derivatives.orders import reverse
from lazyad.derivatives.powers import without_norms
from lazyad.derivatives.taylor import expand
from lazyad.graph import Graph
from lazyad.values.sparsity import Sparsity
from lazyad.values.structure import Elements, leaves, part_at, refilled


class Request(NamedTuple):
    """One derivative of a function."""

    what: str  # grad, jacobian, hessian, jvp, vjp, hvp or taylor
    value: bool = False  # the value comes before it
    wrt: tuple[str, ...] | None = None  # the paths, or those that the function is compiled for
    bare: bool = True  # one path gives no tuple
    order: str | None = None  # one of ORDERS, or the cheapest of them
    sparse: bool = False  # the entries that are no structural zeros, in one array
    size: int = 0  # the directions of jvp, the highest coefficient of taylor

    @property
    def name(self) -> str:
        """The request as users call it: jvp and vjp always return the value."""
        alone = not self.value or self.what in ("jvp", "vjp")
        return self.what if alone else f"value_and_{self.what}"


def derive(
    graph: Graph,
    request: Request,
    wrt: tuple[str, ...],
    order: Order,
    cleaned: Callable[[Graph], Graph],
) -> Iterator[tuple[str, Graph]]:
    """The stages from a traced Graph to that of its derivative, each called what made it. `cleaned`
    runs the passes, so that what is differentiated has no common subexpressions left."""
    yield "trace", graph
    graph = cleaned(graph)
    yield "clean", graph
    if request.what == "taylor":
        yield "derive", expand(graph, wrt, request.size).named(f"{graph.name}_taylor")
        return
    inner: Any = tuple(part_at(graph.inputs, path) for path in wrt)
    if request.bare and len(inner) == 1:
        (inner,) = inner
    seeds = _seeds(graph, request, wrt)
    result: Any
    if request.what in ("hessian", "hvp"):
        entries = entries_of(graph, inner, reverse)
        first = _returning(graph, blocks(graph.outputs, inner, entries), {})
        yield "derive", first
        first = without_norms(cleaned(first))
        yield "clean", first
    if request.what == "vjp":
        (cotangents,) = seeds.values()
        result = pull_back(graph, inner, cotangents, order)
    elif request.what == "jvp":
        directions = [refilled(inner, leaves(one)) for one in zip(*seeds.values(), strict=True)]
        result = push_along(graph, inner, directions, order)
    elif request.what == "hvp":
        (result,) = push_along(first, inner, [refilled(inner, leaves(seeds))], order)
    else:
        if request.what == "hessian":
            outer, entries = first.outputs, second_entries(first, graph.outputs, inner, order)
        else:
            outer = one_number(graph) if request.what == "grad" else graph.outputs
            entries = entries_of(graph, inner, order)
        result = _sparse(entries, inner) if request.sparse else blocks(outer, inner, entries)
    if request.value:
        result = (graph.outputs, result)
    yield "derive", _returning(graph, result, seeds).named(f"{graph.name}_{request.name}")


def cotangent_name(inputs: Iterable[str]) -> str:
    """The input of a vjp beside those of the function."""
    name = "cotangent"
    while name in inputs:
        name += "_"
    return name


def _sparse(entries: Entries, inner: Any) -> Elements:
    """The entries row by row, and where they stand."""
    places = [(at, column) for at, row in enumerate(entries) for column in row]
    rows, columns = zip(*places, strict=True) if places else ((), ())
    items = tuple(entry for row in entries for entry in row.values())
    sparsity = Sparsity(rows, columns, (len(entries), len(leaves(inner))))
    return Elements((len(items),), items, sparsity)


def _seeds(graph: Graph, request: Request, wrt: Iterable[str]) -> dict[str, Any]:
    """The inputs that a product with the Jacobian has beside the function's own."""
    if request.what == "vjp":
        name = cotangent_name(graph.inputs)
        return {name: inputs_like(graph.outputs, name)}
    if request.what == "jvp":
        return seed_inputs(graph, wrt, lambda part: [part] * request.size)
    return seed_inputs(graph, wrt) if request.what == "hvp" else {}


def _returning(graph: Graph, outputs: Any, seeds: dict[str, Any]) -> Graph:
    order = [*graph.nodes, *leaves(outputs)]
    return Graph({**graph.inputs, **seeds}, outputs, graph.name, order, tuple(seeds))

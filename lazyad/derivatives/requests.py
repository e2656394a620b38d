"""What users ask for, and the stages that lead to it.

In: the Graph of a function and a Request. Out: (name, Graph) for each stage, and what makes the
derivative, the last of them. A room of its own because a Hessian is made in two steps, each of a
graph that the passes have cleaned, and only here is said which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lazyad.derivatives.elimination import Linearized, Order, Vector, accumulate
from lazyad.derivatives.loops import through_loops
from lazyad.derivatives.matrices import Entries, blocks, mirrored, one_number, units
from lazyad.derivatives.orders import reverse
from lazyad.derivatives.powers import without_norms
from lazyad.derivatives.products import inputs_like, seed_inputs
from lazyad.derivatives.reversal import back_through_loops, costs_of_loops
from lazyad.derivatives.unrolling import written_out
from lazyad.graph import ZERO, Graph, Node
from lazyad.ops import risen
from lazyad.regions import is_table, table_or_blank
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.sparsity import Sparsity
from lazyad.values.structure import (
    Elements,
    Gathered,
    containers,
    free_name,
    has_runs,
    leaves,
    part_at,
    refilled,
)


class Request(NamedTuple):
    """One derivative of a function."""

    what: str  # grad, jacobian, hessian, jvp, vjp, hvp or taylor
    value: bool = False  # the value comes before it
    wrt: tuple[str, ...] | None = None  # the paths, or those that the function is compiled for
    bare: bool = True  # one path gives no tuple
    order: str | None = None  # one of ORDERS, or the cheapest of them
    sparse: bool = False  # the entries that are no structural zeros, in one array
    size: int = 0  # the directions of jvp, the highest coefficient of taylor
    stack: bool = False  # all entries in one matrix

    @property
    def name(self) -> str:
        """The request as users call it: jvp and vjp always return the value."""
        alone = not self.value or self.what in ("jvp", "vjp")
        return self.what if alone else f"value_and_{self.what}"


# Those that functions have as attributes, by their names there.
NAMED = {
    request.name: request
    for request in (
        Request("grad"),
        Request("grad", True),
        Request("jacobian"),
        Request("jacobian", True),
        Request("hessian"),
        Request("jvp", True, order="forward"),
        Request("vjp", True, bare=False),
        Request("hvp"),
    )
}

Stage = tuple[str, Graph]


def differentiate(
    stages: list[Stage],
    request: Request,
    wrt: tuple[str, ...],
    cleaned: Callable[[Graph], Graph],
    stable: Callable[[Graph], list[Stage]],
) -> tuple[list[Stage], Callable[[Order], Graph]]:
    """The stages from those of a traced Graph to what is differentiated, each called what made it,
    and what makes the derivative by an order of elimination.

    `cleaned` runs the passes, so that what is differentiated has no common subexpressions left;
    `stable` gives the stages of those that run before differentiation, here before a second.
    """
    graph = cleaned(stages[-1][1])
    _check_lengths(graph, request)
    stages = [*stages, ("clean", graph)]
    name = f"{graph.name}_{request.name}"
    if request.what == "taylor":
        from lazyad.derivatives.taylor import expand  # it takes milliseconds, and is seldom asked

        return stages, lambda order: expand(graph, wrt, request.size).named(name)
    inner: Any = tuple(part_at(graph.inputs, path) for path in wrt)
    if request.bare and len(inner) == 1:
        (inner,) = inner
    seeds = _seeds(graph, request, wrt)
    if request.what in ("hessian", "hvp"):
        linear = _weighed(graph, units(inner), lambda one: units(one.outputs))
        through = linear.graph
        first, _ = accumulate(linear, reverse, set(graph.nodes))
        stages.append(("derive", _returning(through, blocks(graph.outputs, inner, first), {})))
        stages.append(("clean", without_norms(cleaned(stages[-1][1]))))
        stages += stable(stages[-1][1])
    # What a first derivative has divided once is not divided again by a second, nor what it holds.
    again = stages[-1][1] is not graph
    named = {n if again else n.args[0] for n in stages[-1][1].nodes if again or n.op is risen}
    linear = _linearized(stages[-1][1], request, inner, seeds)

    def made(order: Order) -> Graph:
        entries, _ = accumulate(linear, order, named)
        result = _result(graph, request, inner, entries)
        if request.value:
            own = graph if len(stages) > 2 else linear.graph  # whose loops carry tangents
            result = (own.outputs, result)
        return _returning(linear.graph, result, seeds).named(name)

    return stages, made


def _check_lengths(graph: Graph, request: Request) -> None:
    """Raise TypeError for a derivative whose own length would have to be known."""
    along = request.what in ("jvp", "jacobian") and not (request.sparse or request.stack)
    arrays = any(type(one) is Gathered for one in containers(graph.outputs))
    along = along and not (arrays and request.what == "jacobian")
    if request.what != "grad" and not along and has_runs(graph.outputs):
        what = f"{request.what} of {graph.name}, which returns a list as long as its kernel says"
        known = "jvp" if arrays else "jvp, or jacobian"
        instead = f'{known}; compile(loops="unroll"); or numbers made of the list, say its sum'
        raise refused(TypeError, what, instead)


def _linearized(graph: Graph, request: Request, inner: Any, seeds: dict[str, Any]) -> Linearized:
    """What is accumulated: a row for each number of the outputs, a column for each of `inner`. A
    vjp has one row instead, its cotangents; jvp and hvp have a column for each direction."""
    columns: list[Vector] = units(inner)
    if request.what in ("jvp", "hvp"):
        directions = [seeds] if request.what == "hvp" else zip(*seeds.values(), strict=True)
        columns = [dict(zip(leaves(inner), leaves(one), strict=True)) for one in directions]

    def rows(graph: Graph) -> list[Vector]:
        if request.what != "vjp":
            return units(graph.outputs)
        weights: dict[Node, Node] = {}
        for out, cotangent in zip(leaves(graph.outputs), leaves(seeds), strict=True):
            weights[out] = weights[out] + cotangent if out in weights else cotangent
        return [weights]

    return _weighed(graph, columns, rows)


def _weighed(
    graph: Graph, columns: list[Vector], rows: Callable[[Graph], list[Vector]]
) -> Linearized:
    """What is accumulated, after its loops have been run with tangents, or backwards as well, or
    written out, where that costs less."""
    given = rows(graph)
    if has_runs(graph.outputs):  # a list has no weight of its own
        through, seeds = through_loops(graph, columns)
        return Linearized(through, seeds, rows(through))
    costs = costs_of_loops(graph, columns, given)
    back = costs is not None and costs.reversed
    written = written_out(graph, columns, len(given), back)
    if back and written is None:
        through, weights = back_through_loops(graph, columns, given)
        return Linearized(through, columns, weights, rows(through))
    through, seeds = through_loops(written or graph, columns)
    return Linearized(through, seeds, rows(through))


def note_of_loops(graph: Graph, request: Request, wrt: tuple[str, ...]) -> str:
    """How the loops of a graph are differentiated, and why."""
    inner = [part_at(graph.inputs, path) for path in wrt]
    together = [dict.fromkeys(leaves(graph.outputs), ZERO)]
    rows = together if request.what == "vjp" else units(graph.outputs)
    ways = request.what not in ("jvp", "taylor") and costs_of_loops(graph, units(inner), rows)
    if ways and written_out(graph, units(inner), len(rows), ways.reversed):
        each = "an adjoint along each row" if ways.reversed else "a tangent along each column"
        return f"loops are written out, which is shorter than {each}"
    return str(ways) if ways else ""


def _result(graph: Graph, request: Request, inner: Any, entries: Entries) -> Any:
    """The entries in the containers that users expect."""
    for out, row in zip(leaves(graph.outputs), entries, strict=False):
        if is_table(out):
            count = request.size if request.what == "jvp" else len(leaves(inner))
            row |= {at: table_or_blank(row.get(at, ZERO), out) for at in range(count)}
    if request.what == "vjp":
        return refilled(inner, [entries[0].get(at, ZERO) for at in range(len(leaves(inner)))])
    if request.what == "jvp":
        ways = [[row.get(at, ZERO) for row in entries] for at in range(request.size)]
        return [refilled(graph.outputs, one) for one in ways]
    outer = one_number(graph) if request.what == "grad" else graph.outputs
    if request.what in ("hessian", "hvp"):
        outer = blocks(outer, inner, [{}] * len(leaves(outer)))
    if request.what == "hvp":
        return refilled(outer, [row.get(0, ZERO) for row in entries])
    if request.what == "hessian":
        entries = mirrored(entries, graph.outputs, inner)
    if request.stack:
        columns = range(len(leaves(inner)))
        items = tuple([row.get(at, ZERO) for row in entries for at in columns])
        return Elements((len(entries), len(columns)), items)
    return _sparse(entries, inner) if request.sparse else blocks(outer, inner, entries)


def cotangent_name(inputs: Iterable[str]) -> str:
    """The input of a vjp beside those of the function."""
    return free_name("cotangent", {*inputs})


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

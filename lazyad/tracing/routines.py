"""What a routine is to call, as a Graph: a function of the user's on values that the routine gives.

In: a function, and what the routine gives it. Out: the Graph of what it computes of that and of
traced values that it closes over, and a Node whose value is what the routine makes of it
(`lazyad.regions.Call`). A room of its own because integrals, differential equations and solvers for
many unknowns are all called so.

A routine knows numbers alone: where arrays are kept whole, what it gives and gets are numbers, and
what is read besides are arrays.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lazyad.arrays.forms import WEAK, form_of, shape_of
from lazyad.arrays.scans import round_input
from lazyad.arrays.slices import array_of, elements
from lazyad.calls import Call, call
from lazyad.evaluation import evaluate
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    LOOP,
    TABLE,
    Graph,
    Node,
    is_condition,
    lifted,
    rewrite,
    walk,
)
from lazyad.operators import Operand
from lazyad.ops import ne
from lazyad.regions import enclosed, items, made
from lazyad.tracing import trace
from lazyad.tracing.arguments import signature_of
from lazyad.tracing.control.kept_loops import finish
from lazyad.values.errors import refused, told
from lazyad.values.origin import origins, state
from lazyad.values.structure import (
    Form,
    free_name,
    is_number,
    leaf_paths,
    leaves,
    map_leaves,
    refilled,
    structure_of,
    variable_name,
)


class _Held:
    """A function that the trace around has copied already: an inner trace runs it as it is."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def here(self, outer: Any) -> Callable[..., Any]:
        """The function as the trace that runs has it."""
        seen: Callable[..., Any] = self._function
        return seen if outer is not None else state.session.names.see(seen)


def body_of(function: Callable[..., Any], given: Mapping[str, Any]) -> tuple[Graph, list[Node]]:
    """The Graph of a function, whose inputs are each number that it is given, and then what it
    reads besides; and that, in this order. `given` has an example of one or two arguments by the
    names that the source calls them."""
    held = _Held(function)

    outer = state.session

    def of_one(x: Any) -> Any:
        return held.here(outer)(x)

    def of_two(x: Any, y: Any) -> Any:
        return held.here(outer)(x, y)

    before = set(map(id, outer.tape)) if outer is not None else set()
    examples = dict(zip(("x", "y"), given.values(), strict=False))
    if state.whole:
        examples = {n: map_leaves(_as_form, structure_of(x, False)) for n, x in examples.items()}
    graph = trace(of_two if len(given) == 2 else of_one, examples, whole=state.whole)
    own, results = leaves(graph.inputs), leaves(graph.outputs)

    def stays(node: Node) -> bool:  # where it is asked for, because it may raise
        if node.op is TABLE and all(one.op is CONST for one in node.args):
            return True  # as constants do
        return not node.op.total and id(node) not in before

    parts = zip(given, graph.inputs.values(), strict=True)
    names = [variable_name(path) for name, part in parts for path in leaf_paths(part, name)]
    body, outside = between(own, names, tuple(results), stays)
    if state.whole:
        body = _by_numbers(body, len(own))
    return body, [_made_here(node, before) for node in outside]


def _as_form(value: Any) -> Form:
    return Form(tuple(getattr(value, "shape", ())), "float64")


def _by_numbers(body: Graph, count: int) -> Graph:
    """The body whose first inputs, arrays in that count, are numbers, and whose outputs are."""
    inputs: dict[str, Node] = {}
    known: dict[Node, Node] = {}
    with origins():
        for at, (name, one) in enumerate(body.inputs.items()):
            if at >= count or not shape_of(one):
                inputs[free_name(name, inputs)] = one
                continue
            own = [free_name(f"{name}{k}", body.inputs) for k in range(math.prod(shape_of(one)))]
            new = {name: round_input(name, Form(()), one.origin) for name in own}
            known[one] = array_of([*new.values()], shape_of(one))
            inputs |= new
        found = rewrite(body, lambda node: known.get(node, node))
        outputs = [number for one in leaves(found.outputs) for number in elements(one)]
    return Graph(inputs, tuple(outputs), body.name, found.nodes)


def between(
    own: Sequence[Node],
    names: Sequence[str],
    results: Any,
    stays: Callable[[Node], bool] = lambda node: False,
) -> tuple[Graph, list[Node]]:
    """The Graph that computes results of some Nodes, and what it reads besides, inputs after those.
    What depends on none of them is read, unless it `stays`."""
    order, outside = enclosed(leaves(results), own, stays)
    outside = [node for node in outside if all(node is not one for one in own)]
    if any(node.op is LOOP and node.payload is None for node in order):
        finish(state.session.kept)
    names = [*names]
    names += [free_name(f"given{at}", names) for at in range(len(outside))]
    new = {one: _named(name, one) for one, name in zip((*own, *outside), names, strict=True)}
    inputs = dict(zip(names, new.values(), strict=True))
    conditions = [] if state.whole else [one for one in outside if is_condition(one)]
    for one in conditions:  # which is given as a number
        new[one] = Node(ne, (new[one], Node(CONST, (), 0.0)), None, one.origin)
    for one in order:
        args = tuple([new.get(arg, arg) for arg in one.args])
        new[one] = Node(one.op, args, one.payload, one.origin)
    outputs = map_leaves(lambda one: new.get(one, one), results)
    return Graph(inputs, outputs, "inner", [new[one] for one in (*conditions, *order)]), outside


def _named(name: str, like: Node) -> Node:
    """An input that stands for the Node."""
    if not state.whole:
        return Node(INPUT, (), name, like.origin)
    form = form_of(like)
    form = form._replace(kind="float64") if form.kind == WEAK else form
    return round_input(name, form, like.origin)


def _made_here(node: Node, before: set[int]) -> Node:
    """What does not depend on what the routine gives, in the trace around."""
    if node.op.leaf or id(node) in before or state.session is None:
        return node
    known = {one: one for one in walk([node]) if one.op is INPUT or id(one) in before}
    return lifted(evaluate([node], known)[0])


def called(what: Call, own: Sequence[Any], read: Sequence[Node]) -> list[Any]:
    """What the routine comes to: Nodes, or numbers where nothing is traced."""
    if state.whole:
        return [*map(as_value, items(made(CALL, [*map(as_node, own), *read], what)))]
    if not read and not any(isinstance(one, Operand) for one in own):
        constant = Node(CALL, tuple([lifted(one) for one in own]), what)
        return list(call(constant, [float(one) for one in own], evaluate))
    return items(made(CALL, [*[lifted(one) for one in own], *read], what))


def as_node(value: Any) -> Node:
    """A number of the function's as a Node."""
    if not state.whole:
        return lifted(value)
    from lazyad.tracing.numpy.whole import node_of

    return node_of(value)


def as_value(node: Any) -> Any:
    """The same as the function has it, which computes with arrays where these are kept whole."""
    if not state.whole or not isinstance(node, Node):
        return node
    from lazyad.tracing.numpy.whole import Whole

    return Whole(node)


def numbers_of(structure: Any) -> list[Any]:
    """The numbers of a structure, which those of whole arrays are among."""
    parts = leaves(structure)
    return [one for part in parts for one in elements(as_node(part))] if state.whole else parts


def numbers_put(structure: Any, numbers: Sequence[Any]) -> Any:
    """The structure with these numbers in it."""
    if not state.whole:
        return refilled(structure, numbers)
    left = iter([*map(as_node, numbers)])

    def filled(part: Any) -> Any:
        shape = shape_of(as_node(part))
        return as_value(array_of([next(left) for _ in range(math.prod(shape))], shape))

    return map_leaves(filled, structure)


def names_of(function: Callable[..., Any], *otherwise: str) -> list[str]:
    """What the first parameters of a function are called; as said, where it has no names."""
    try:
        parameters = [*signature_of(function).parameters.values()]
    except (TypeError, ValueError):
        return [*otherwise]
    named = [one.name for one in parameters if one.kind is not one.VAR_POSITIONAL]
    found = named[: len(otherwise)]
    return found if len(found) == len(otherwise) else [*otherwise]


def _one_number(value: Any) -> Any:
    """The number that a value is, or that an array of one element holds; None of anything else."""
    if isinstance(value, Operand) and not getattr(value, "shape", ()):
        return value
    if getattr(value, "size", 0) == 1:
        return value.item()
    return value if is_number(value) else None


def scalar(name: str, value: Any) -> Any:
    """The one number that a routine of that name is to begin or to end at."""
    if (found := _one_number(value)) is None:
        what = f"{name} from or to {told(value)}"
        raise refused(TypeError, what, f"numbers; of an array {name} for each element")
    return found


def number(value: Any, name: str, place: str) -> Any:
    """The one number that a function returned."""
    found = _one_number(value)
    if found is not None and not isinstance(found, bool):
        return found
    what = f"{name} returns {told(value)}, and no number"
    raise refused(TypeError, what, "a function that returns one number", place)

"""What a graph comes to where no kernel runs: inside another function, or where its kernel raised.

In: a Graph, and its arguments: the values of a function that is being traced, Duals, or the numbers
that a kernel raised at. Out: the result, or the exception with the user's line. A room of its own
because here each Node is by the rules of its own numbers. A kernel is written for what is ordinary:
it divides as Python does and checks nothing, so that 1/0 raises in it, also of an array's element,
for which NumPy says inf. Only then is the graph evaluated, Node by Node.
"""

from __future__ import annotations

import numbers
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from lazyad.derivatives import failures
from lazyad.dual import Dual
from lazyad.emit.targets import find_target
from lazyad.evaluation import applied, evaluate, unless_raised
from lazyad.graph import INPUT, ZERO, Graph, Node
from lazyad.tracing.arguments import value_of
from lazyad.values.errors import refused
from lazyad.values.origin import blame, by_numpy, describe, origins, rules, state
from lazyad.values.structure import Elements, leaves, map_leaves, refilled, structure_of


def given(graph: Graph, args: Sequence[Any]) -> dict[Node, Any]:
    return dict(zip(leaves(graph.inputs), leaves(structure_of([*args])), strict=True))


# -- inside another function


def value_on(graph: Graph, args: Sequence[Any]) -> Any:
    """The graph's value for these arguments; what it closes over stays as it is."""
    known = _with_closed_over(graph, given(graph, args))
    # In another function's trace, what raises is one of its branches: its handlers see it.
    decided: set[Node] = set()
    if state.session is not None:
        with origins():
            decided = {node for node in failures(graph.nodes) if node.op.lazy}
    values = evaluate(leaves(graph.outputs), known, decided, _as_traced)
    return value_of(refilled(graph.outputs, values))


def _with_closed_over(graph: Graph, known: dict[Node, Any]) -> dict[Node, Any]:
    """The values that are given, and what the graph closes over, which stays as it is."""
    if any(node.op is INPUT and node not in known for node in graph.nodes):
        own = set(known)
        for node in graph.nodes:
            if any(arg in own for arg in node.args):
                own.add(node)
            elif node not in own and (node.op is INPUT or any(arg in known for arg in node.args)):
                known[node] = node
    return known


def arrays_on(graph: Graph, args: Sequence[Any]) -> Any:
    """The same of a graph of whole arrays, inside the trace of another."""
    from lazyad.tracing.numpy.whole import Whole, node_of

    nodes = [map_leaves(node_of, structure_of(arg, False)) for arg in args]
    known = _with_closed_over(graph, given(graph, nodes))
    values = evaluate(leaves(graph.outputs), known, (), _as_traced)
    return value_of(refilled(graph.outputs, map(Whole, values)))


def _as_traced(node: Node, args: Sequence[Any]) -> Any:
    """The op of a Node, by whose rules it was traced: math.sqrt stays Python's inside another."""
    with rules(by_numpy(node.origin)):
        return applied(node, args)


def with_zeros(values: Sequence[Any], count: int) -> list[Any]:
    """The values, of which the last `count` are tangents. One of 0 is none: it must not multiply a
    partial that is infinite."""
    if any(isinstance(number, Dual) for number in leaves(structure_of([*values]))):
        return [*values]
    start = len(values) - count
    tangents = [map_leaves(_structural, structure_of(tangent)) for tangent in values[start:]]
    return [*values[:start], *tangents]


def _structural(tangent: Any) -> Any:
    return ZERO if isinstance(tangent, numbers.Real) and tangent == 0 else tangent


# -- where its kernel raised


def by_own_rules(graph: Graph, args: Sequence[Any], wide: bool = False) -> Any:
    """What the graph's kernel would return if NumPy's numbers did not raise; if it is to be `wide`,
    what is nan only because a number on the way is too large or too small for floats is what it is.

    Raises what a Node of Python's raises, with the line that made it.
    """
    roots, known = leaves(graph.outputs), given(graph, args)
    values = evaluate(roots, known, apply=on_numbers)
    if wide and (lost := [at for at, one in enumerate(values) if one != one]):  # noqa: PLR0124
        from lazyad.run.wide import widely  # and with it decimal

        for at, found in zip(lost, widely([roots[at] for at in lost], known), strict=True):
            values[at] = found
    return value_of(refilled(graph.outputs, values), array=_array)


def on_numbers(node: Node, args: Sequence[Any]) -> Any:
    """The op of the Node, by NumPy's function where Python has no number and NumPy's rules hold."""
    error: Exception
    args = [*map(unless_raised, args)]
    try:
        value = node.op(*args)
        if not isinstance(value, complex):
            return value
        what = f"{args[0]!r} ** {args[1]!r} is no real number"
        instead = "a base that is not negative, or a whole exponent"
        error = refused(ValueError, what, instead, describe(node.origin))
    except (ArithmeticError, ValueError, IndexError) as raised:
        error = raised
    text = find_target("numpy").spell(node)
    if text is not None and not node.op.outside and by_numpy(node.origin):
        function = _numpys(text, node.op.arity)
        if function is not None:
            return function(*args)
    if node.origin is not None and node.origin.code is not None:
        blame(error, node.origin.place)
    raise error


@cache
def _numpys(text: str, arity: int) -> Callable[..., Any] | None:
    """NumPy's function of that template of an op's; None if it needs SciPy, which is missing, or is
    the very function of Python's that raised."""
    import numpy

    if "np.vectorize(" in text:
        return None
    names: dict[str, Any] = {"np": numpy}
    if "special." in text:
        try:
            from scipy import special
        except ImportError:
            return None
        names["special"] = special
    variables = [f"x{at}" for at in range(arity)]
    function = eval(f"lambda {', '.join(variables)}: {text.format(*variables)}", names)

    def call(*args: Any) -> Any:
        with numpy.errstate(all="ignore"):
            return function(*map(numpy.float64, args)).item()

    return call


def _array(elements: Elements) -> Any:
    import numpy

    rows = elements.rows()
    return numpy.array(rows) if elements.items else numpy.zeros(elements.shape)

"""What a graph comes to where its kernel raised: each Node by the rules of its own numbers.

In: an optimized graph, and the arguments its kernel was called with. Out: the result, or the
exception with the user's line. A room of its own because a kernel is written for what is ordinary:
it divides as Python does and checks nothing, so that 1/0 raises in it, also of an array's element,
for which NumPy says inf. Only then is the graph evaluated, Node by Node.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from lazyad.emit.targets import find_target
from lazyad.evaluation import evaluate
from lazyad.graph import Graph, Node
from lazyad.values.errors import explain
from lazyad.values.origin import blame, by_numpy, describe
from lazyad.values.structure import Elements, Record, Static, leaves, refilled, structure_of


def by_own_rules(graph: Graph, args: Sequence[Any]) -> Any:
    """What the graph's kernel would return if NumPy's numbers did not raise.

    Raises what a Node of Python's raises, with the line that made it.
    """
    given = leaves(structure_of(list(args)))
    known = dict(zip(leaves(graph.inputs), given, strict=True))
    values = evaluate(leaves(graph.outputs), known, apply=_applied)
    return _built(refilled(graph.outputs, values))


def _applied(node: Node, args: Sequence[Any]) -> Any:
    """The op of the Node, by NumPy's function where Python has no number and NumPy's rules hold."""
    error: Exception
    try:
        value = node.op(*args)
        if not isinstance(value, complex):
            return value
        error = ValueError(
            explain(
                f"{args[0]!r} ** {args[1]!r} is no real number",
                describe(node.origin),
                "a base that is not negative, or a whole exponent",
            )
        )
    except (ArithmeticError, ValueError) as raised:
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
    """NumPy's function of that template of an op's; None if it needs SciPy, which is missing."""
    import numpy

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


def _built(structure: Any) -> Any:
    """The value of a structure of numbers, as emitted source builds it."""
    kind = type(structure)
    if kind is tuple or kind is list:
        return kind([_built(part) for part in structure])
    if kind is dict:
        return {key: _built(part) for key, part in structure.items()}
    if kind is Static:
        return structure.value if isinstance(structure.value, str) else None
    if kind is Elements:
        import numpy

        rows = structure.rows()
        return numpy.array(rows) if structure.items else numpy.zeros(structure.shape)
    if kind is Record:
        known = getattr(structure.type, "__dataclass_fields__", {})
        fields = {
            name: _built(part)
            for name, part in structure.fields.items()
            if name not in known or known[name].init
        }
        return structure.type(**fields)
    return structure

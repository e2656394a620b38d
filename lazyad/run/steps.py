"""A kernel run one operation after the other, until a number is none any more.

In: a `Specialized`, and the numbers of a call. Out: nothing, or an error that says which line made
the first nan or infinity, or raised, of what, and which lines led there. A room of its own because
kernels look at nothing while they run.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lazyad.evaluation import resolved
from lazyad.graph import Graph, Node
from lazyad.run.interpreted import given, on_numbers
from lazyad.run.program import Program
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaf_paths, leaves

MOST = 12  # lines that led there, which are told


class _Fault(Exception):
    """An operation of ordinary numbers that came to none."""

    def __init__(self, node: Node, args: Sequence[Any], came: Any) -> None:
        super().__init__(node)
        self.node, self.given, self.came = node, args, came


class _Line(NamedTuple):
    """What a line of the user's came to."""

    where: str
    value: Any
    tangent: bool


def look_at(program: Program, args: Sequence[Any]) -> None:
    """Evaluate the program's graph for these arguments; tangents, one after them.

    Raises FloatingPointError for the first operation whose result is nan or infinite, or that
    raises, and what the user's own `raise` raises.
    """
    graph = program.graph
    known = given(graph, args)
    for name, value in zip(_names(graph), known.values(), strict=True):
        if not math.isfinite(value):
            what, instead = f"the argument {name} is {value!r}", "a finite number"
            raise FloatingPointError(three_parts(what, f"the call of {graph.name}", instead))

    def apply(node: Node, numbers: Sequence[Any]) -> Any:
        try:
            found = on_numbers(node, numbers)
        except (ArithmeticError, ValueError, IndexError) as error:
            raise _Fault(node, numbers, error) from error
        if type(found) is not bool and not math.isfinite(found) and all(map(_is_finite, numbers)):
            raise _Fault(node, numbers, found)
        return found

    try:
        resolved(leaves(graph.outputs), known, (), apply)
    except _Fault as fault:
        raise FloatingPointError(_in_words(program, fault, known)) from None


def _is_finite(number: Any) -> bool:
    """Whether a number is, or all numbers of a table are."""
    return all(map(math.isfinite, number if type(number) is tuple else (number,)))


def _names(graph: Graph) -> list[str]:
    return [path for name, part in graph.inputs.items() for path in leaf_paths(part, name)]


def _in_words(program: Program, fault: _Fault, known: dict[Node, Any]) -> str:
    """What failed, of what, and what led there."""
    node, came = fault.node, fault.came
    graph, variables = program.graph, program.variables
    names = dict(zip(leaves(graph.inputs), _names(graph), strict=True)) | variables
    raised = isinstance(came, Exception)
    verb = f"raises {type(came).__name__}: {came}" if raised else f"is {came!r}"
    tangent = node.origin is not None and node.origin.primal is not None
    of = f"{'the tangent' if tangent else 'the value'} of {node.op.name}"
    operands = [
        f"{names[arg]} = {number!r}" if arg in names else repr(number)
        for arg, number in zip(node.args, fault.given, strict=True)
    ]
    lines = [f"{of}({', '.join(operands)}) {verb}"]
    lines.append(f"  where: {describe(node.origin)}")
    statement = program.statement_of(node)
    lines += [f"  in the kernel: {statement}"] if statement else []
    led = _led(node, known)
    lines += ["  came from:"] * bool(led)
    for one in led[-MOST:]:
        word = "tangent " if one.tangent else ""
        lines.append(f"    {one.where}  ->  {word}{one.value!r}")
    instead = "a branch or a formula that stays finite there"
    return "\n".join([*lines, f"  instead: {instead}"])


def _led(node: Node, known: dict[Node, Any]) -> list[_Line]:
    """The lines that what a Node reads was made in, first to last, and what each came to."""
    order = {one: at for at, one in enumerate(known)}
    found: dict[tuple[Any, bool], Node] = {}
    seen, stack = {node}, [*node.args]
    while stack:
        one = stack.pop()
        if one in seen or one not in order:
            continue
        seen.add(one)
        stack += one.args
        if one.op.leaf or one.origin is None or one.origin.code is None:
            continue
        key = (one.origin.place[:3], one.origin.primal is not None)
        if key not in found or order[found[key]] < order[one]:
            found[key] = one
    last = sorted(found.values(), key=order.__getitem__)
    return [
        _Line(describe(n.origin), known[n], n.origin.primal is not None) for n in last if n.origin
    ]

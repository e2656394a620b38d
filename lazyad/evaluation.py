"""The interpreter: the values of Nodes, given those of the inputs.

In: Nodes, and a value for each input. Out: values, of whatever the ops work on. A room of its own
because it is a reading of a Graph like any other: the reference that kernels are tested against.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from lazyad.calls import call
from lazyad.graph import (
    BLANK,
    CONST,
    INPUT,
    ITEM,
    LEFT,
    LOOP,
    PUT,
    RAISE,
    REGIONS,
    RIGHT,
    TABLE,
    TAKE,
    ZERO_OP,
    Node,
    Op,
    lifted,
)
from lazyad.regions import made, run, table
from lazyad.text import leaf_name
from lazyad.values.errors import refused
from lazyad.values.origin import describe


def applied(node: Node, args: Sequence[Any]) -> Any:
    """What the Node's op makes of these arguments; one of whole arrays makes a Node."""
    return node.op(*args) if node.op.array is None else made(node.op, args, node.payload)


def evaluate(
    roots: Sequence[Node],
    values: Mapping[Node, Any],
    decided: Container[Node] = (),
    apply: Callable[[Node, Sequence[Any]], Any] = applied,
) -> list[Any]:
    """The values of `roots`, given those of the inputs; a branch not taken is not evaluated.

    Works over whatever the ops work on: floats, Duals, or Nodes (which inlines the graph). On Nodes
    both sides of a choice are evaluated, unless it is to be `decided`, as an `if` is. `apply` does
    what the Node's op does to its arguments.
    """
    return resolved(roots, dict(values), decided, apply)


def resolved(
    roots: Sequence[Node],
    known: dict[Node, Any],
    decided: Container[Node] = (),
    apply: Callable[[Node, Sequence[Any]], Any] = applied,
) -> list[Any]:
    """The same, given all values that are known, to which it adds those that it computes."""
    for root in roots:
        stack = [root]
        while stack:
            node = stack[-1]
            if node in known:
                stack.pop()
                continue
            op, needed = node.op, node.args
            if op.lazy:
                if node in decided and isinstance(known.get(node.args[0]), Node):
                    known[node.args[0]] = bool(known[node.args[0]])
                needed = _needed(node, known)
            waiting = [arg for arg in needed if arg not in known]
            if waiting:
                stack.extend(reversed(waiting))
                continue
            stack.pop()
            if op.leaf or op.apart or op.lazy:
                known[node] = _value(node, known, apply)
            else:
                known[node] = apply(node, [known[arg] for arg in needed])
    return [unless_raised(known[root]) for root in roots]


def unless_raised(value: Any) -> Any:
    """The value, unless it is what a function raises here."""
    if type(value) is Node and value.op is RAISE:
        raise value.payload[0](*filter(None, value.payload[1:]))
    return value


def _needed(node: Node, known: dict[Node, Any]) -> tuple[Node, ...]:
    if not node.op.lazy or isinstance(known.get(node.args[0]), Node):
        return node.args
    condition, then, otherwise = node.args
    if condition not in known:
        return (condition,)
    return (then if known[condition] else otherwise,)


def _value(node: Node, known: dict[Node, Any], apply: Callable[[Node, Sequence[Any]], Any]) -> Any:
    if node.op is CONST:
        return node.payload
    if node.op is ZERO_OP:
        return 0.0
    if node.op is RAISE:
        return node  # it is raised where it is chosen
    if node.op is INPUT:
        what = f"the input {leaf_name(node)} was given no value"
        raise refused(ValueError, what, "list it among the graph's inputs", describe(node.origin))
    if node.op is ITEM:
        values = known[node.args[0]]
        return (
            made(ITEM, [values], node.payload) if isinstance(values, Node) else values[node.payload]
        )
    if node.op in REGIONS:
        return _run(node, [known[arg] for arg in node.args], apply)
    if node.op is TABLE:
        return tuple([known[arg] for arg in node.args])
    if node.op is PUT or node.op is BLANK:
        args = [known[arg] for arg in node.args]
        if any(isinstance(arg, Node) or _is_traced(arg) for arg in args):
            return made(node.op, [_as_node(arg) for arg in args], None)
        assert node.op.on_numbers is not None
        return node.op.on_numbers(*args[:1], *[at.real for at in args[1:2]], *args[2:])
    if node.op in (TAKE, LEFT, RIGHT):
        numbers, at = [known[arg] for arg in node.args]
        return _taken(node, numbers, at, apply)
    needed = _needed(node, known)  # of a choice
    if len(needed) < len(node.args):
        return unless_raised(known[needed[0]])
    return apply(node, [known[arg] for arg in needed])


def _taken(node: Node, numbers: Any, at: Any, apply: Callable[[Node, Sequence[Any]], Any]) -> Any:
    """What stands there in a table, or where the number would; the tangent of `at` is nobody's."""
    looks = node.op is not TAKE and _is_traced(numbers)
    if isinstance(numbers, Node) or isinstance(at, Node) or looks:
        return made(node.op, [_as_node(numbers), lifted(at)], None)
    if node.op is not TAKE:
        numbers = tuple([one.real for one in numbers])
    return apply(node, [numbers, at.real])


def _as_node(value: Any) -> Node:
    return table(value) if isinstance(value, tuple) else lifted(value)


def _run(node: Node, args: Sequence[Any], apply: Callable[[Node, Sequence[Any]], Any]) -> Any:
    if any(isinstance(arg, Node) or _is_traced(arg) for arg in args):
        return made(node.op, [_as_node(arg) for arg in args], node.payload)
    how = run if node.op is LOOP else call
    return how(node, args, lambda roots, known: evaluate(roots, known, (), apply))


def _is_traced(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Node) for one in value)


def by_definition(op: Op) -> Callable[..., Any]:
    """The op on numbers, as its definition in terms of other ops has it: lazily, as a target does,
    which Python's call of the definition would not be."""

    def on_numbers(*args: Any) -> Any:
        inputs, output = op.definition
        return evaluate([output], dict(zip(inputs, args, strict=True)))[0]

    return on_numbers

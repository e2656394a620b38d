"""Calls of routines as statements: a function within the function, and the line that hands it on.

In: a call's Node, in a body. Out: one statement in that body, whose value is a tuple. A room of its
own because the inner body reads the variables of the outer one, and assigns none of them.
"""

from __future__ import annotations

from typing import Any

from lazyad.calls import Call
from lazyad.emit.containers import string
from lazyad.emit.spelling import ATOM, Text, called, digits, tuple_of
from lazyad.emit.statements import Call as Statement
from lazyad.graph import Node

_NAMES = {"integrals": ("integrand", "area"), "together": ("integrand", "area")}
_OTHERS = {True: ("slopes", "states"), False: ("residuals", "solution")}


def write_call(body: Any, node: Node) -> None:
    """Write a call into a `lazyad.emit.body.Body`."""
    what: Call = node.payload
    inputs, names = what.inputs, [*what.body.inputs]
    body.assign_all(node.args[what.starts :])  # the inner function is called more than once
    texts = [body.text[arg] for arg in node.args]
    given = dict(zip(inputs[what.given :], texts[what.starts :], strict=True))
    parameters = []
    for one, name in zip(inputs[: what.given], names, strict=False):
        tangent = name in what.body.seeds
        variable = name[1:] if tangent else name
        parameters.append(body.names.take(variable, [(node, variable)], tangent))
        given[one] = Text(parameters[-1], ATOM)
    inner = type(body)(what.body, body.target, body.names, kernel=not body.derived, given=given)
    inner.own = what.given
    inner.indent = body.indent + 4
    inner.finish(inner.outputs, None)
    function, result = _NAMES.get(what.routine, _OTHERS[bool(what.times)])
    function, result = body.names.free(function), body.names.free(result)
    passed = [_text(one) for one in what.passed([text.source for text in texts[: what.starts]])]
    call = [function, *passed, *[_text(one, literal=True) for one in what.options]]
    value = called(what.routine, call, body.names.scope)
    body.waiting.difference_update(node.args)
    body.block.append(
        Statement(function, parameters, inner.block, result, value, (node,), node.origin)
    )
    body.operations += inner.operations
    body.variables |= inner.variables
    body.variables[node] = result
    body.text[node] = Text(result, ATOM)


def name_result(body: Any, node: Node) -> None:
    """One of the numbers that a call comes to."""
    body.text[node] = Text(f"{body.text[node.args[0]].source}[{node.payload}]", ATOM)


def _text(value: Any, literal: bool = False) -> str:
    """An argument: a tuple of what is written, or what stands for itself."""
    if isinstance(value, tuple):
        return tuple_of([_text(one, literal) for one in value])
    if isinstance(value, str):
        return string(value) if literal else value
    return digits(value) if isinstance(value, float) else repr(value)

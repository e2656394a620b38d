"""Python function -> Graph: call it once on Nodes and keep what it returns.

A room of its own because it alone knows Python's signatures and the user's source.
"""

from __future__ import annotations

import inspect
import keyword
import numbers
import os
from collections.abc import Callable
from typing import Any

from lazyad.errors import explain
from lazyad.graph import INPUT, Graph, Node, leaves
from lazyad.origin import origins


def trace(function: Callable[..., Any]) -> Graph:
    """The graph of a function of scalars, traced by calling it on one Node per parameter.

    Raises TypeError for *args, **kwargs and for a result that is not made of numbers.

    >>> print(trace(lambda x, y: (x * y, 2.0)))
    f(x, y):
      %0 = mul(x, y)
      return (%0, 2.0)
    """
    inputs = {name: Node(INPUT, (), name) for name in parameters(function)}
    keyword_only = {
        name: inputs[name]
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }
    positional = [node for name, node in inputs.items() if name not in keyword_only]
    with origins() as now:
        now.origin, now.transforming = (
            None,
            False,
        )  # a function traced while another is gets its own lines
        tape: list[Node] = []
        now.tape = tape
        outputs = function(*positional, **keyword_only)
    for leaf in leaves(outputs):
        if not isinstance(leaf, (Node, numbers.Real)) and not _is_numpy_scalar(leaf):
            raise TypeError(
                explain(
                    f"the function returns a {type(leaf).__name__} ({leaf!r:.40})",
                    location(function),
                    "return numbers, or tuples, lists and dicts of numbers",
                )
            )
    return Graph(inputs, outputs, function_name(function), tape)


def parameters(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """The parameters of a function of scalars; a TypeError for *args and **kwargs."""
    if isinstance(function, (staticmethod, classmethod)):
        kind = type(function).__name__
        raise TypeError(
            explain(f"compile was given a {kind}", location(function), f"@{kind} above @compile")
        )
    try:
        found = dict(inspect.signature(function).parameters)
    except ValueError as error:
        raise TypeError(
            explain(
                f"{function!r} does not say which parameters it takes",
                location(function),
                "a Python function that calls it",
            )
        ) from error
    for parameter in found.values():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            raise TypeError(
                explain(
                    f"the parameter {parameter} has no fixed number of arguments",
                    location(function),
                    "one named parameter for each number",
                )
            )
    return found


def function_name(function: Callable[..., Any]) -> str:
    """The function's own name; f for a lambda."""
    name = getattr(function, "__name__", "f")
    return name if name.isidentifier() and not keyword.iskeyword(name) else "f"


def location(function: Callable[..., Any]) -> str:
    """`file.py:12 in f`, the line that defines the function."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    if code is None:
        return repr(function)
    return (
        f"{os.path.basename(code.co_filename)}:{code.co_firstlineno} in {function_name(function)}"
    )


def _is_numpy_scalar(value: Any) -> bool:
    return hasattr(value, "dtype") and getattr(value, "shape", None) == () and not callable(value)

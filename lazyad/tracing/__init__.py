"""Python function -> Graph: call it on Nodes, for each way its branches go, and keep the results.

In: a function and the structure of its arguments. Out: a Graph. `arguments` knows how users call,
`names` what math and NumPy mean meanwhile, `arrays` what arrays of Nodes do, and `branches` runs
the function for each outcome of its comparisons.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any

from lazyad.errors import explain
from lazyad.graph import INPUT, Graph, Node
from lazyad.origin import Origin, describe, is_foreign, is_library, unpacked
from lazyad.structure import Static, is_number, leaf_paths, leaves, map_paths, structure_of
from lazyad.tracing.arguments import abstract, function_name, location, signature_of, value_of
from lazyad.tracing.branches import explore
from lazyad.tracing.names import traced


def trace(
    function: Callable[..., Any], arguments: Mapping[str, Any] | None = None, paths: int = 256
) -> Graph:
    """The graph of a function, traced by calling it on a Node for each number in its arguments.

    `arguments` gives an example, or the structure, of each parameter; without it, each is a number.
    `paths` bounds how many ways may lead through its branches.
    Raises TypeError for a result that is not made of numbers, and what `explore` raises.

    >>> print(trace(lambda x, y: (x * y, 2.0)))
    f(x, y):
      %0 = mul(x, y)
      return (%0, 2.0)
    """
    signature = signature_of(function)
    if arguments is None:
        arguments = dict.fromkeys(signature.parameters, 0.0)
    arguments = {name: abstract(name, value, False, True) for name, value in arguments.items()}
    named = unpacked(function.__code__) if hasattr(function, "__code__") else {}
    places = {f"{name}[{at}]": part for name in named for at, part in enumerate(named[name])}
    inputs = {
        name: map_paths(lambda path, _: Node(INPUT, (), path, places.get(path)), given, name)
        for name, given in arguments.items()
        if type(given) is not Static
    }

    if sys.modules.get("numpy"):
        from lazyad.tracing import arrays  # noqa: F401  # gives Nodes NumPy's protocols

    def run() -> Any:
        given = {name: inputs.get(name, part) for name, part in arguments.items()}
        try:
            return _checked(structure_of(called(function, given), masks=False), function)
        except (TypeError, ValueError, AttributeError) as error:
            _explain(error, function)
            raise

    outputs, order = explore(run, paths)
    if outputs is None:
        raise _no_number(outputs, "its result", function)
    return Graph(inputs, outputs, function_name(function), order)


def called(function: Callable[..., Any], arguments: Mapping[str, Any]) -> Any:
    """What the function returns on these values or structures, its names seen as a trace does."""
    copy, see = traced(function)
    values = {name: value_of(structure_of(given), see) for name, given in arguments.items()}
    args, kwargs = _passed(signature_of(function), values)
    return copy(*args, **kwargs)


def _passed(
    signature: inspect.Signature, values: Mapping[str, Any]
) -> tuple[list[Any], dict[str, Any]]:
    """The values as a call passes them."""
    args: list[Any] = []
    kwargs: dict[str, Any] = {}
    for name, parameter in signature.parameters.items():
        if parameter.kind is parameter.VAR_POSITIONAL:
            args += values[name]
        elif parameter.kind is parameter.VAR_KEYWORD:
            kwargs |= values[name]
        elif parameter.kind is parameter.KEYWORD_ONLY:
            kwargs[name] = values[name]
        else:
            args.append(values[name])
    return args, kwargs


def _checked(result: Any, function: Callable[..., Any]) -> Any:
    """The result, if it is made of numbers; None where the function returns nothing at all."""
    if result is None:
        return result
    for path, leaf in zip(leaf_paths(result, "its result"), leaves(result), strict=True):
        if isinstance(leaf, (Node, bool)) or is_number(leaf):
            continue
        if getattr(getattr(leaf, "dtype", None), "kind", "") == "b":
            continue
        raise _no_number(leaf, path, function)
    return result


def _no_number(leaf: Any, path: str, function: Callable[..., Any]) -> TypeError:
    inside = "" if path == "its result" else f", at {path}"
    return TypeError(
        explain(
            f"the function returns a {type(leaf).__name__} ({leaf!r:.40}){inside}",
            location(function),
            "return numbers, or tuples, lists, dicts, NamedTuples, dataclasses or arrays of them",
        )
    )


def _explain(error: Exception, function: Callable[..., Any]) -> None:
    """Raise in three parts what Python or a library says of Nodes that it does not know."""
    if " where: " in str(error):
        return
    traceback, origin, library = error.__traceback__, None, False
    while traceback is not None:
        code = traceback.tb_frame.f_code
        library = is_library(code.co_filename)
        if not is_foreign(code.co_filename):
            origin = Origin(code, traceback.tb_lasti)
        traceback = traceback.tb_next
    if "Node object" in str(error) or "'Node'" in str(error):
        what = str(error).replace("'Node' object", "a traced number").replace("'Node'", "number")
        what = what.replace("Node object", "traced number")
        name = function_name(function)
        instead = (
            f"call {name} or {name}.lower with arguments of the structure it takes, say a list"
        )
    elif library and not isinstance(error, AttributeError):
        what = f"a library refused traced values: {error}"
        instead = "a formula of your own, or @lazyad.op(outside=True) around that call"
    else:
        return
    raise type(error)(explain(what, describe(origin), instead)) from error


__all__ = [
    "abstract",
    "called",
    "function_name",
    "location",
    "signature_of",
    "trace",
    "traced",
    "value_of",
]

"""How compiled functions pickle: as their graphs, or by their name.

In: a `Compiled`. Out: what pickle writes, and from it a `Compiled` that has those graphs and no
Python function. A room of its own because a compiled function need not know.
"""

from __future__ import annotations

import copyreg
import functools
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lazyad.graph import Graph
from lazyad.run.compiled import Compiled
from lazyad.run.program import Options
from lazyad.run.serialize import FORMAT, check_format
from lazyad.run.specialized import Specialized
from lazyad.values.errors import refused

if TYPE_CHECKING:
    from inspect import Parameter


def reduced(compiled: Compiled[..., Any]) -> str | tuple[Any, ...]:
    """As `object.__reduce__` returns it."""
    sound = [one for one in [*compiled.known.values()] if compiled.is_sound(one)]
    if not sound:
        named = _named(compiled)
        if named is compiled:
            return str(compiled.__qualname__)
        if named is not None and named is compiled.function:
            return Compiled, (named, compiled.options)
        sound = [_of_numbers(compiled)]
    parameters = [
        parameter.replace(annotation=parameter.empty)
        for parameter in compiled.__signature__.parameters.values()
    ]
    names = {
        key: value
        for key in ("__name__", "__qualname__", "__module__", "__doc__")
        if isinstance(value := getattr(compiled, key, None), str)
    }
    graphs = [(one.arguments, one.trace) for one in sound]
    return _restored, (FORMAT, graphs, compiled.options, parameters, names)


def _of_numbers(compiled: Compiled[..., Any]) -> Specialized:
    """The function of numbers, as nobody has called it yet."""
    try:
        found = compiled.of_numbers()
        _ = found.trace
    except Exception as error:
        name = compiled.__name__
        what = f"nothing says what the parameters of {name} hold: it was never called, and takes"
        instead = f"a call, or {name}.lower(...) with arguments as in a call, before it is pickled"
        raise refused(TypeError, f"{what} no plain numbers", instead, compiled.where) from error
    return found


def _named(compiled: Compiled[..., Any]) -> Any:
    """What the function's name leads to: the function, or this."""
    try:
        steps = compiled.__qualname__.split(".")
        return functools.reduce(getattr, steps, sys.modules.get(compiled.__module__))
    except AttributeError:
        return None


def _restored(
    written: int,
    graphs: Sequence[tuple[dict[str, Any], Graph]],
    options: Options,
    parameters: Sequence[Parameter],
    names: dict[str, str],
) -> Compiled[..., Any]:
    """A Compiled from its pickle: of its graphs, and with no Python function."""
    from inspect import Signature

    check_format(written)
    compiled: Compiled[..., Any] = Compiled(graphs[0][1], options._replace(wrt=None, static=()))
    compiled.begin(options, Signature(parameters))
    for arguments, graph in graphs:
        compiled.add(Specialized(graph, arguments, options, compiled.where))
    compiled.__dict__.update(names)
    return compiled


copyreg.pickle(Compiled, reduced)

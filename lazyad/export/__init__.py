"""Files that people keep: emitted functions as a module of Python's, its stub, or C.

In: graphs, and what is known of the function that they are of. Out: a file that runs without
lazyad, the same whenever it is written. A room of its own because what is shown on a screen needs
no docstring, and is never compiled by somebody else.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from lazyad.emit.containers import one_line
from lazyad.emit.targets import Target
from lazyad.export.points import ENOUGH, Point, candidates, point, scope_of
from lazyad.export.python import NUMBERS, Module, arguments, checked, module, stub
from lazyad.export.python import About as About
from lazyad.export.python import Exported as Exported
from lazyad.values.errors import refused
from lazyad.values.structure import leaves


def export(
    path: str | os.PathLike[str],
    functions: Sequence[Exported],
    target: Target,
    about: About,
    *,
    standalone: bool,
    called: Sequence[Sequence[float]],
) -> None:
    """Write a file of these functions; its name says of which language. It checks itself near the
    numbers of the calls.

    Raises TypeError or ValueError, in three parts, for what no such file can have.
    """
    suffix = os.path.splitext(path)[1]
    if suffix == ".pyi":
        text = stub(functions, target, about, standalone)
    elif suffix == ".py":
        made = module(functions, target, about, standalone)
        points = [one for each in functions for one in _points(made, each, called)]
        text = checked(made, functions, points)
    else:
        what = f"{os.path.basename(path)!r} says of no language what it is to be"
        raise refused(ValueError, what, "a name that ends in .py, .pyi or .c", "the argument path")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _points(made: Module, one: Exported, called: Sequence[Sequence[float]]) -> list[Point]:
    numbers_in, found = scope_of(NUMBERS, "numbers")["numbers"], []
    scope = scope_of(made.text, one.graph.name)
    function = scope[one.graph.name]
    for numbers in candidates(len(leaves(one.graph.inputs)), called):
        given = eval(one_line(arguments(one.graph, numbers, made.names)), dict(scope))
        at = point(one.graph.name, lambda *args: numbers_in(function(*args)), given, numbers)
        if at is not None and at not in found:
            found.append(at)
        if len(found) == ENOUGH:
            break
    if not found:
        what = f"nothing says where {one.graph.name} can be checked: it is not finite at any number"
        instead = "points=[(...), ...], arguments as in a call of it"
        raise refused(ValueError, f"{what} that was tried", instead)
    return found

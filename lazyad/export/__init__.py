"""Files that people keep: emitted functions as a module of Python's, its stub, or C.

In: graphs, and what is known of the function that they are of. Out: a file that runs without
lazyad, the same whenever it is written. A room of its own because what is shown on a screen needs
no docstring, and is never compiled by somebody else.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import Any

from lazyad.emit.containers import one_line
from lazyad.emit.targets import Target
from lazyad.export.c import Function, Read, Unsupported, c_file
from lazyad.export.hints import shape_of
from lazyad.export.points import ENOUGH, Point, candidates, point, scope_of
from lazyad.export.python import NUMBERS, Module, arguments, checked, module, module_text, stub
from lazyad.export.python import About as About
from lazyad.export.python import Exported as Exported
from lazyad.graph import Graph
from lazyad.values.errors import refused
from lazyad.values.structure import free_name, leaf_paths, leaves, variable_name


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
    base, suffix = os.path.splitext(path)
    if suffix == ".c":
        header = f"{base}.h"
        text, head = _in_c(functions, target, about, os.path.basename(header))
        _write(path, text)
        _write(header, head)
        return
    if suffix == ".pyi":
        text = stub(functions, target, about, standalone)
    elif suffix == ".py":
        made = module(functions, target, about, standalone)
        points = [one for each in functions for one in _points(made, each, called)]
        text = checked(made, functions, points)
    else:
        what = f"{os.path.basename(path)!r} says of no language what it is to be"
        raise refused(ValueError, what, "a name that ends in .py, .pyi or .c")
    _write(path, text)


def _write(path: str | os.PathLike[str], text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _in_c(
    functions: Sequence[Exported], target: Target, about: About, header: str
) -> tuple[str, str]:
    """The text in C, and of the header."""
    if not target.lazy:
        what = f"the target {target.name!r} computes arrays, and C one point"
        raise refused(TypeError, what, "target='python', the default")
    flat, written = [], []
    for one in functions:
        graph, parameters = _of_numbers(one.graph)
        flat.append(Exported(graph, one.what, one.before))
        doc = [f"{one.what[:1].upper()}{one.what[1:]}."]
        for name, part in one.graph.inputs.items():
            if parameters[name]:
                doc.append(f"{name}: {', '.join(leaf_paths(part, name))}")
        places = [path[1:] for path in leaf_paths(one.graph.outputs, ".")]
        doc.append(f"out: {', '.join(places)}".rstrip(": "))
        written.append(Function(graph.name, parameters, len(places), doc))
    made = module(flat, target, about, None)
    said = module_text(functions, about)
    try:
        return c_file(Read(made.text, [one.name for one in written]), written, said, header)
    except Unsupported as error:
        what = f"{about.name} has no form in C: {error}"
        raise refused(TypeError, what, "a name that ends in .py") from None


def _of_numbers(graph: Graph) -> tuple[Graph, dict[str, list[str] | None]]:
    """The graph as a function of its numbers, one by one, and their names in each parameter."""
    taken = {*graph.inputs}
    given: dict[str, Any] = {}
    seeds: list[str] = []
    parameters: dict[str, list[str] | None] = {}
    for name, part in graph.inputs.items():
        names = []
        for path, leaf in zip(leaf_paths(part, name), leaves(part), strict=True):
            own = name if leaf is part else free_name(variable_name(path), taken)
            taken.add(own)
            given[own] = leaf
            names.append(own)
        parameters[name] = None if names == [name] else names
        seeds += names if name in graph.seeds else []
    flat = Graph(given, tuple(leaves(graph.outputs)), graph.name, graph.nodes, tuple(seeds))
    return flat, parameters


def _points(made: Module, one: Exported, called: Sequence[Sequence[float]]) -> list[Point]:
    numbers_in, found = scope_of(NUMBERS, "numbers")["numbers"], []
    scope = scope_of(made.text, one.graph.name)
    function = scope[one.graph.name]
    count = sum(math.prod(shape_of(leaf)) for leaf in leaves(one.graph.inputs))
    for numbers in candidates(count, called):
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

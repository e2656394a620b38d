"""Which functions a file is to have, from their names, and what is said of them.

In: names of derivatives, and the programs of a function. Out: a file, which `lazyad.export` writes.
A room of its own because only here is known what a derivative is called in a file, and that several
of them can share their work.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lazyad.derivatives import NAMED, Request
from lazyad.export import About, Exported, export
from lazyad.export.hints import shape_of
from lazyad.graph import RAISE, Graph, Node
from lazyad.passes import ARRAYS, LEVELS, optimize
from lazyad.regions import everything
from lazyad.run.program import Options, Program, collector_paused
from lazyad.tracing.arguments import signature_of
from lazyad.tracing.control.branches import UNEXPLORED
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_number, leaves, structure_of
from lazyad.version import __version__

_AND = "_and_"
_KNOWN = ("value", "kernel", *NAMED)
_TOGETHER = ("value", "grad", "jacobian", "hessian")


class Programs(NamedTuple):
    """Those of a function, and how others are made of it."""

    known: Mapping[str, Program]  # by their names in a file; "" is what `source` shows
    derived: Callable[[Request], Program]
    options: Options


def write_file(
    path: str | os.PathLike[str],
    derivatives: str | Sequence[str],
    programs: Programs,
    function: Any,
    *,
    standalone: bool,
    points: Sequence[Any],
) -> None:
    """Write a file: see `Compiled.export`; the function is None if none was traced."""
    wanted = [derivatives] if isinstance(derivatives, str) else [*derivatives] or [""]
    if len({*wanted}) < len(wanted) or {"kernel", "value"} <= {*wanted}:
        what = f"the file is to have two functions of one name: {', '.join(wanted)}"
        raise refused(ValueError, what, "each once; beside 'value', the kernel is 'jvp'")
    with collector_paused():
        functions = [_function(name, programs) for name in wanted]
    primal = programs.known["value"].graph
    called = [_numbers(primal, one) for one in points]
    code = getattr(function, "__code__", None)
    file = os.path.basename(code.co_filename) if code and os.path.isfile(code.co_filename) else ""
    doc = getattr(function, "__doc__", None) or ""
    said = _made(programs.options)
    raised = [one for each in functions for one in everything(each.graph) if one.op is RAISE]
    if any(str((*one.payload, "")[1]).startswith(UNEXPLORED) for one in raised):
        said += "\nIt raises NotImplementedError on ways that no call had taken when it was made."
    about = About(primal.name, file, doc, said, _defaults(function, primal))
    target = programs.options.target
    export(path, functions, target, about, standalone=standalone, called=called)


def _defaults(function: Any, primal: Graph) -> dict[str, float]:
    """The defaults of the parameters that are numbers."""
    known = signature_of(function).parameters if function is not None else {}
    found = {name: one.default for name, one in known.items()}
    numbers = [name for name, part in primal.inputs.items() if isinstance(part, Node)]
    return {n: float(found[n]) for n in numbers if type(found.get(n)) in (int, float)}


def _numbers(primal: Graph, args: Any) -> list[float]:
    """The numbers of a call; what else it holds is fixed into the trace."""
    args = args if isinstance(args, (tuple, list)) else [args]
    found = [*filter(is_number, leaves(structure_of([*args])))]
    count = sum(math.prod(shape_of(leaf)) for leaf in leaves(primal.inputs))
    if len(found) != count:
        what = f"a point has {len(found)} numbers, and {primal.name} takes {count}"
        raise refused(ValueError, what, f"arguments as in a call: ({', '.join(primal.inputs)},)")
    return [float(one) for one in found]


def _made(options: Options) -> str:
    """By what the file was made."""
    passes = {*options.before, *options.passes}
    levels = ARRAYS if options.target.whole else LEVELS
    level = [repr(name) for name, level in levels.items() if {*level} == passes]
    target = options.target.name.partition(",")[0]
    how = [f"optimize={(level or ['passes of its own'])[0]}", f"target={target!r}"]
    how += [f"wrt={options.wrt!r}"] if options.wrt else []
    how += [f"loops={options.loops!r}"] if options.loops != "auto" else []
    how += [f"dtype={options.dtype!r}"] if options.dtype != "float64" else []
    return f"Made by lazyad {__version__}, {', '.join(how)}. Change the function, not this."


def _function(name: str, programs: Programs) -> Exported:
    """The function of that name; of several names, what they come to together."""
    base = programs.known["value"].graph.name
    if name in NAMED or name in programs.known:
        program = programs.derived(NAMED[name]) if name in NAMED else programs.known[name]
        graph = program.graph.named(f"{base}_{name}") if name in NAMED else program.graph
        return Exported(graph, program.what, program.before)
    parts = name.split(_AND)
    if len(parts) == 1 or not {*parts} <= {*_TOGETHER}:
        instead = f"one of {', '.join(_KNOWN)}, or some of {', '.join(_TOGETHER)} together: "
        instead += "'value_and_grad_and_hessian'"
        raise refused(ValueError, f"no derivative is named {name!r:.60}", instead)
    made = [_function(part, programs) for part in parts]
    # What they share is computed once.
    nodes = [node for part in made for node in part.graph.nodes]
    outputs = tuple([part.graph.outputs for part in made])
    graph = Graph(made[0].graph.inputs, outputs, f"{base}_{name}", nodes)
    what = " and ".join([part.what.removesuffix(f" of {base}") for part in made])
    before = sum(part.before for part in made)
    return Exported(optimize(graph, programs.options.passes), f"{what} of {base}", before)

"""A Graph as a builtin function: its Nodes, compiled by LLVM.

In: a Graph, and the Python function that is emitted from it. Out: a function that takes and
returns the same. A room of its own because it alone knows all steps.
"""

from __future__ import annotations

import ctypes
import re
import struct
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any

from lazyad.codegen import load, surround
from lazyad.emit.targets import find_target
from lazyad.graph import Graph
from lazyad.native import buffers, calls, ir, lanes, runtime
from lazyad.native.machine import Code, Twin
from lazyad.native.numbers import Unsupported
from lazyad.native.steps import of_nodes
from lazyad.native.vectors import LANES
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

FEW = 1000  # numbers of arguments, or of a result, that are put together quickly


class Assembled(NamedTuple):
    """IR of a whole module, and what it takes to run it."""

    text: str
    functions: list[Callable[..., Any]]  # Python's, that it calls
    constants: list[float]  # that it returns
    operations: int
    plain: bool  # whether it takes the arguments as they come, and not one by one their numbers
    kinds: list[str]  # of the numbers that it returns
    loops: bool
    name: str


def flat(graph: Graph) -> Graph:
    """The function of a graph's numbers, one by one, which returns them in a row."""
    given: dict[str, Any] = {f"x{at}": leaf for at, leaf in enumerate(leaves(graph.inputs))}
    return Graph(given, tuple(leaves(graph.outputs)), graph.name, graph.nodes)


def assembled(graph: Graph) -> Assembled:
    """The IR of a graph's kernel. Raises `Unsupported` for what only Python does."""
    code = ir.code("run", of_nodes(flat(graph), find_target("python")))
    arguments, outputs = [*graph.inputs.values()], graph.outputs
    plain = calls.is_plain(arguments) and calls.is_plain(outputs, result=True)
    if not plain:
        arguments, outputs = leaves(graph.inputs), tuple(leaves(graph.outputs))
    counts = [int(count) for count in re.findall(r"@python(\d+)\(", code.text)]
    way = "call" if plain else "try"
    entry, constants = calls.entry(way, code.kinds, code.loops, arguments, outputs)
    text = [calls.declarations(len(code.calls), counts, len(constants)), code.text, entry]
    operations = sum(graph.operations.values())
    rest = plain, code.kinds, code.loops, graph.name
    return Assembled("\n".join(text), code.calls, constants, operations, *rest)


def kernel(
    graph: Graph, load_python: Callable[[], Callable[..., Any]], module: str, cached: bool = False
) -> Callable[..., Any]:
    """The builtin function; where it gives up it calls its twin, which `load_python` loads.

    Raises `Unsupported` for what only Python does.
    """
    found = assembled(graph)
    _runtime(cached)
    code = Code(module, found.text, found.operations, cached)
    code.twin, code.made = Twin(load_python), found
    code.fill("objects", [float, code.twin, NotImplemented])
    code.fill("functions", found.functions)
    code.fill("constants", found.constants)
    parameters = ", ".join(["$module", *graph.inputs, "/"])
    if found.plain:
        return code.function("run.call", graph.name, f"{graph.name}({parameters})\n--\n\n")
    python = code.twin.function
    source = surround(graph, find_target("python"), code.function("run.try", "run", ""), python)
    around = load(source, graph.name, module)
    vars(around).update(__wrapped__=python, code=code)
    return around


def _runtime(cached: bool) -> None:
    """Let modules find what they share, and what types there are by now."""
    numpy = sys.modules.get("numpy")
    array = numpy.ndarray if numpy else None
    code = _shares("shared", runtime.RUNTIME, runtime.SHARED, cached)
    code.fill("objects", [float, None, None])
    code.fill("known", [list, tuple, array, True, False, float, None, ..., _rest])


def _rest() -> None:
    """What a long loop calls once in many rounds: where a function of Python's begins, CPython
    hears of signals, and lets other threads go on that have waited."""


def _shares(name: str, text: str, functions: Sequence[str], cached: bool) -> Code:
    """The module of that name, which defines these functions for all others."""
    with _lock:
        if name not in _shared:
            _shared[name] = Code(f"lazyad.native.{name}", text, 0, cached)
            _shared[name].share(functions)
    return _shared[name]


_shared: dict[str, Code] = {}  # what modules share, once it is compiled
_lock = threading.Lock()


def python_of(kernel: Any) -> Any:
    """The Python function that a kernel hands over to, or is."""
    code = getattr(kernel, "__self__", None)
    return code.twin.function if isinstance(code, Code) else getattr(kernel, "__wrapped__", kernel)


def door(
    kernel: Any,
    graph: Graph,
    arguments: Sequence[Any],
    otherwise: Callable[..., Any],
    guards: Sequence[Any],
) -> Callable[..., Any] | None:
    """Another way into a kernel's code: for arguments of that structure, as long as what `guards`
    says is so (see `Reads.guards`). All other calls are handed to `otherwise`. None if the kernel
    is not in machine code alone.
    """
    code = getattr(kernel, "__self__", None)
    if not isinstance(code, Code) or not calls.is_plain([*arguments]):
        return None
    found = code.made
    entry, constants = calls.entry("door", found.kinds, found.loops, arguments, graph.outputs)
    text = [calls.declarations(0, [], len(constants)), _RUN, entry]
    made = Code(kernel.__module__, "\n".join(text), 0, code.cached)
    made.point("inner", code.engine.get_function_address("run"))
    made.fill("objects", [float, None, None])
    made.fill("constants", constants)
    state = (code, made), otherwise, *guards
    return made.function("run.door", graph.name, "", state)


_RUN = "@inner = global ptr null"


def bound(
    kernel: Any, otherwise: Callable[[], None], places: Sequence[int], count: int, kept: Any
) -> Callable[[], None] | None:
    """A function without arguments: it reads so many numbers from the first place, where it has
    copied them from the second one, and writes to the third. None if the kernel is Python's."""
    code = getattr(kernel, "__self__", None) or getattr(kernel, "code", None)
    if not isinstance(code, Code):
        return None
    run = code.engine.get_function_address("run")
    told = struct.pack("=6q", run, *places, count, code.made.loops)
    return _shared["shared"].bound("lazyad_bound", code.made.name, ((code, kept), otherwise, told))


class Points(NamedTuple):
    """Machine code for points: `run(in, steps, out, start, stop, past)`, some times `lanes`."""

    run: Callable[..., None]
    lanes: int
    few: Callable[..., Any] | None  # of arrays, a few points at once: see `buffers`
    code: Code  # which lives as long
    has_door: bool

    def door(self, name: str, doc: str, otherwise: Any, guards: Sequence[Any]) -> Any:
        """What takes arrays, and others in which the results are to be, as long as what `guards`
        says is so; all other calls are handed on. None if the results are not so simple."""
        if not self.has_door:
            return None
        return self.code.function("points.door", name, doc, (self.code, otherwise, *guards))


def points(graph: Graph, cached: bool = False) -> Points:
    """The graph at many points: eight at a time, or one after the other where it has loops.

    Raises `Unsupported` for what only Python does.
    """
    program = of_nodes(flat(graph), find_target("python"))._replace(infinite=None)
    count, size = len(program.inputs), len(program.outputs)
    operations = sum(graph.operations.values())
    try:
        text = lanes.lanes(program)
        few = 0 < count <= FEW and 0 < size <= FEW and buffers.is_as_known()
        text += buffers.entries(count, graph.outputs, size) if few else ""
        width = LANES
    except Unsupported:
        code = ir.code("run", program)
        text = "\n".join([code.text, lanes.each(code, count)])
        width = 1
    _runtime(cached)
    declared = calls.declarations(0, [], python=False)
    if "@points.call(" in text:
        shared = _shares("few", declared + buffers.FUNCTIONS, buffers.SHARED, cached)
        shared.fill("few", buffers.objects())
        shared.point("new.array", buffers.new_array())
    text = "\n".join([declared, text])
    whole = Code("points", text, operations, cached)
    kinds = [ctypes.c_void_p] * 3
    run = ctypes.CFUNCTYPE(None, *kinds, *[ctypes.c_int64] * 3)(
        whole.engine.get_function_address("points")
    )
    call = whole.function("points.call", graph.name, "") if "@points.call(" in text else None
    return Points(run, width, call, whole, "@points.door(" in text)

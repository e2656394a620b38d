"""A Graph as a builtin function: emitted as Python, read again, and compiled by LLVM.

In: a Graph, and the Python function that was emitted from it. Out: a function that takes and
returns the same. A room of its own because it alone knows all steps.
"""

from __future__ import annotations

import ast
import ctypes
import re
import sys
from collections.abc import Callable
from typing import Any

from lazyad.codegen import emit, load, surround
from lazyad.emit.targets import find_target
from lazyad.graph import Graph
from lazyad.native import buffers, calls, ir, lanes
from lazyad.native.machine import Code
from lazyad.native.numbers import Unsupported
from lazyad.native.vectors import LANES
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

FEW = 1000  # numbers in a result that is put together quickly


class Assembled(NamedTuple):
    """IR of a whole module, and what it takes to run it."""

    text: str
    functions: list[Callable[..., Any]]  # Python's, that it calls
    constants: list[float]  # that it returns
    operations: int
    plain: bool  # whether it takes the arguments as they come, and not one by one their numbers


class Read(NamedTuple):
    """An emitted function of numbers, read again."""

    functions: list[ast.FunctionDef]  # in sections
    inputs: list[str]
    size: int  # of the row that it returns
    scope: dict[str, Any]  # what its file defines
    carried: dict[str, ast.FunctionDef]


def _read(graph: Graph) -> Read:
    """The graph as a function of its numbers, one by one."""
    numbers = leaves(graph.outputs)
    given = {f"x{at}": leaf for at, leaf in enumerate(leaves(graph.inputs))}
    flat = Graph(given, tuple(numbers), graph.name, graph.nodes)
    tree = ast.parse(emit(flat, find_target("python")).text)
    functions = [n for n in tree.body if isinstance(n, ast.FunctionDef) and _is_section(n, graph)]
    scope: dict[str, Any] = {}
    around = ast.Module([one for one in tree.body if one not in functions], [])
    exec(compile(around, f"<lazyad {graph.name}>", "exec", dont_inherit=True), scope)
    carried = {one.name: one for one in around.body if isinstance(one, ast.FunctionDef)}
    return Read(functions, [*given], len(numbers), scope, carried)


def assembled(graph: Graph) -> Assembled:
    """The IR of a graph's kernel. Raises `Unsupported` for what only Python does."""
    read = _read(graph)
    code = ir.code("run", read.functions, read.inputs, read.scope, read.carried)
    arguments, outputs = [*graph.inputs.values()], graph.outputs
    plain = calls.is_plain(arguments) and calls.is_plain(outputs, result=True)
    if not plain:
        arguments, outputs = leaves(graph.inputs), tuple(leaves(graph.outputs))
    counts = [int(count) for count in re.findall(r"@python(\d+)\(", code.text)]
    attempt, constants = calls.entry("try", "run", code, arguments, outputs)
    text = [calls.declarations(len(code.calls), counts, len(constants)), code.text, attempt]
    if plain:
        text.append(calls.entry("call", "run", code, arguments, outputs)[0])
    operations = sum(graph.operations.values())
    return Assembled("\n".join(text), code.calls, constants, operations, plain)


def _is_section(function: ast.FunctionDef, graph: Graph) -> bool:
    return re.fullmatch(rf"{graph.name}(_\d+)?", function.name) is not None


def kernel(graph: Graph, python: Callable[..., Any], module: str) -> Callable[..., Any]:
    """The builtin function; `python` is its twin, which it calls where it gives up.

    Raises `Unsupported` for what only Python does.
    """
    found = assembled(graph)
    code = Code(module, found.text, found.operations)
    code.twin = python
    numpy = sys.modules.get("numpy")
    array = numpy.ndarray if numpy else None
    code.fill("objects", [float, list, tuple, array, python, True, False, NotImplemented])
    code.fill("functions", found.functions)
    code.fill("constants", found.constants)
    parameters = ", ".join(["$module", *graph.inputs, "/"])
    if found.plain:
        return code.function("run.call", graph.name, f"{graph.name}({parameters})\n--\n\n")
    source = surround(graph, find_target("python"), code.function("run.try", "run", ""), python)
    around = load(source, graph.name, module)
    vars(around)["__wrapped__"] = python
    return around


def python_of(kernel: Any) -> Any:
    """The Python function that a kernel hands over to, or is."""
    code = getattr(kernel, "__self__", None)
    return code.twin if isinstance(code, Code) else getattr(kernel, "__wrapped__", kernel)


def attempt_of(kernel: Any) -> Callable[..., Any] | None:
    """The builtin function that returns NotImplemented where the kernel is Python's; None if the
    kernel is not in machine code alone."""
    code = getattr(kernel, "__self__", None)
    return code.function("run.try", kernel.__name__, "") if isinstance(code, Code) else None


class Points(NamedTuple):
    """Machine code for many points: `run(in, steps, out, n, past)`, n a multiple of `lanes`."""

    run: Callable[..., None]
    lanes: int
    few: Callable[..., Any] | None  # of arrays, a few points at once: see `buffers`
    code: Code  # which lives as long


def points(graph: Graph) -> Points:
    """The graph at many points: eight at a time, or one after the other where it has loops.

    Raises `Unsupported` for what only Python does.
    """
    read = _read(graph)
    operations = sum(graph.operations.values())
    rest = read.inputs, read.size, read.scope, read.carried
    try:
        text = lanes.lanes(read.functions, *rest)
        text += buffers.entry(len(read.inputs), read.size) if read.size <= FEW else ""
        width = LANES
    except Unsupported:
        code = ir.code("run", read.functions, read.inputs, read.scope, read.carried)
        if code.calls:
            raise
        text = "\n".join([code.text, calls.each(code, len(read.inputs))])
        width = 1
    whole = Code("points", "\n".join([calls.declarations(0, [], python=False), text]), operations)
    kinds = [ctypes.c_void_p] * 3
    run = ctypes.CFUNCTYPE(None, *kinds, ctypes.c_int64, ctypes.c_int64)(
        whole.engine.get_function_address("points")
    )
    few = None
    if "@points.call(" in text:
        array = sys.modules["numpy"].ndarray
        whole.fill("objects", [float, list, tuple, array, None, True, False, NotImplemented])
        few = whole.function("points.call", graph.name, "")
    return Points(run, width, few, whole)

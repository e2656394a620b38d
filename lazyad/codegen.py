"""Graph -> Python source -> function.

In: an optimized, legal Graph and a Target. Out: `Source`, the text of a valid Python file with
one straight-line function, and `load`, which makes the function. A room of its own because nothing
else makes a file, and nothing foreign reaches exec: only the table's spellings, checked
identifiers, and the repr of floats and strings are ever written.
"""

from __future__ import annotations

import itertools
import math
import weakref
from collections.abc import Callable, Sequence
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from lazyad.arrays.constants import ARRAY
from lazyad.emit import pieces
from lazyad.emit.body import Body
from lazyad.emit.carried import carried, needs, text_of
from lazyad.emit.containers import bracket, makers, openers, unpacked
from lazyad.emit.containers import statement as containers_statement
from lazyad.emit.layout import bracketed, imported
from lazyad.emit.names import Names
from lazyad.emit.printer import Printer
from lazyad.emit.sections import divide
from lazyad.emit.spelling import constant_name, names_in
from lazyad.emit.statements import spoken
from lazyad.emit.tables import constant_lines, constants, is_taken_apart
from lazyad.emit.targets import MODULES, Target, spellings
from lazyad.emit.whole import constant_lines as array_lines
from lazyad.emit.whole import is_written_out
from lazyad.graph import CALL, CONST, RAISE, SCAN, TABLE, Graph, Node, Op
from lazyad.piecewise import Pieces
from lazyad.regions import everything
from lazyad.values.errors import refused
from lazyad.values.origin import Place
from lazyad.values.outside import import_path, is_builtin
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import (
    Record,
    containers,
    is_complex_kind,
    is_name,
    leaves,
    variable_name,
)

if TYPE_CHECKING:
    from lazyad.emit.memory import Peak


class Source(NamedTuple):
    """Emitted text, and what it takes to load it and to say what a line computes."""

    text: str
    lines: dict[int, tuple[tuple[Node, ...], str | None]]  # the Nodes of a line, and what it names
    variables: dict[Node, str]
    sections: tuple[int, ...]  # the lines before each function, the last of which is the kernel
    bound: dict[str, Any]  # what the text names and no import line finds

    def places(self, line: int) -> list[Place]:
        """The user's lines that a line computes."""
        own = spoken(*self.lines.get(line, ((), None)), self.variables, {})
        origins = [node.origin for node in own if node.origin and node.origin.code]
        return list(dict.fromkeys(origin.place for origin in origins))


def emit(
    graph: Graph, target: Target, before: int | None = None, what: str | None = None
) -> Source:
    """The source of a function that computes the graph's outputs from its inputs.

    `before` is the number of operations before the passes and `what` is computed, for the header
    comment; a graph with seeds of which that is not said is a kernel, where `d<name>` is a tangent.
    Raises ValueError if a name is not an identifier.
    """
    for name in (graph.name, *graph.inputs):
        if not is_name(name):
            what, instead = "is not a Python identifier", "letters, digits and _, and no keyword"
            where = f"the names of the graph {graph.name}"
            raise refused(ValueError, f"{name!r} {what}", instead, where)
    if target.planned:
        from lazyad.emit.recompute import recomputed  # most programs plan no memory

        graph = recomputed(graph)
    outside = Outside([graph], everything(graph), target)
    body = body_for(graph, target, outside.names, bool(graph.seeds) and not what)
    what = what or f"{'value and tangent' if graph.seeds else 'the value'} of {graph.name}"
    was = "" if before is None else f", {before} before the passes"
    statements, total = body.statements(), body.operations
    header = f"# {what} in {total} operation{'' if total == 1 else 's'}{was}"
    head = [header, *outside.imports(), *outside.carried()]
    head += ["", ""] if len(head) > 1 else []
    printer = Printer(head, body.derived)
    starts = write(printer, graph, statements, body, outside.names)
    text = "\n".join(head) + "\n"
    return Source(text, printer.origins, body.variables, tuple(starts), outside.bound())


def body_for(graph: Graph, target: Target, names: Names, kernel: bool) -> Body:
    """The body of a function of that graph."""
    if not target.planned:
        return Body(graph, target, names, kernel=kernel)
    from lazyad.emit.planned import Planned

    return Planned(graph, target, names, kernel=kernel)


def memory_of(graph: Graph, target: Target) -> Peak:
    """How much memory a call takes beside its arguments and results, where that is planned.

    Raises TypeError for another target.
    """
    if not target.planned:
        what = f"the memory of {graph.name} is not planned by the target {target.name!r}"
        raise refused(TypeError, what, "compile(..., target='array')")
    from lazyad.emit.memory import Peak, peak
    from lazyad.emit.recompute import recomputed

    graph = recomputed(graph)
    outside = Outside([graph], everything(graph), target)
    body = body_for(graph, target, outside.names, bool(graph.seeds))
    body.statements()
    found = [peak(plan) for plan in body.plans]
    most = max(found, default=Peak(0, "no array is large enough"))
    return Peak(sum(one.bytes for one in found), most.where)


def write(
    printer: Printer,
    graph: Graph,
    statements: list[Any],
    body: Body,
    names: Names,
    *,
    begins: Sequence[str] = (),
) -> list[int]:
    """Add the lines of the function to those of the printer, where `begins` may be its head; of a
    very long one in sections that call the next. Returns the number of lines before each."""
    head, starts = printer.lines, []
    given = [body.variables[leaf] for leaf in body.inputs]
    most = math.inf if body.target.whole else None  # arrays are few, and are let go by name
    sections = divide(statements, given, body.variables, most)
    called = [graph.name]
    called += [names.free(f"{graph.name}_{at}") for at in range(2, len(sections) + 1)]
    for at, section in enumerate(sections):
        starts.append(len(head))
        groups = [list(of) for _, of in itertools.groupby(graph.inputs, graph.seeds.__contains__)]
        groups = groups if at == 0 else [section.given]
        head += (at == 0 and begins) or bracketed(f"def {called[at]}", groups, ":")
        if at == 0:
            known = {**body.variables, **names.scope}
            held = {n: part for n, part in graph.inputs.items() if not isinstance(part, Node)}
            for name, structure in held.items():
                if len(sections) > 1 or is_taken_apart(body, structure):
                    head += unpacked(structure, name, name, known, names.free)
        head += [f"    {name} = None" for name in section.branch]
        printer.block(section.body, 4)
        if at + 1 < len(sections):
            head += [
                *bracketed(f"return {called[at + 1]}", [sections[at + 1].given], "", 4),
                "",
                "",
            ]
    return starts


def surround(
    graph: Graph, target: Target, inner: Callable[..., Any], otherwise: Callable[..., Any]
) -> Source:
    """The source of a function with the graph's parameters and result around `inner`, which takes
    the numbers of the parameters and returns those of the result, or NotImplemented, which hands
    all to `otherwise`."""
    outside = Outside([graph], (), target, ["NotImplemented"])
    names, text = outside.names, {}
    body: list[str] = []
    for name, structure in graph.inputs.items():
        for leaf in leaves(structure):
            text[leaf] = name if leaf is structure else names.free(variable_name(name))
        body += unpacked(structure, name, name, text, names.free)
    result, run, python = [names.free(name) for name in ("result", "run", "python")]
    given = [text[leaf] for leaf in leaves(graph.inputs)]
    body += bracketed(f"{result} = {run}", [given], "", 4)
    body += [f"    if {result} is {names.scope['NotImplemented']}:"]
    body += bracketed(f"return {python}", [[*graph.inputs]], "", 8)
    made: dict[Any, str] = {}
    for at, leaf in enumerate(leaves(graph.outputs)):
        made.setdefault(leaf, f"{result}[{at}]")
    made |= {key: scope for key, scope in names.scope.items() if key not in made}
    body += containers_statement("return ", bracket(graph.outputs, made), 4, "")
    head = ["# takes apart what machine code is given, and puts together what it returns"]
    head += [*outside.imports(), *outside.carried()]
    head += ["", ""] if len(head) > 1 else []
    lines = [*head, *bracketed(f"def {graph.name}", [[*graph.inputs]], ":"), *body]
    bound = outside.bound() | {run: inner, python: otherwise}
    return Source("\n".join(lines) + "\n", {}, {}, (0,), bound)


def unimportable(graph: Graph, target: Target) -> dict[str, Any]:
    """What the source of a graph would name and no import line find."""
    return Outside([graph], everything(graph), target).bound()


class Outside:
    """What a file needs from outside its functions: imports, and functions that it carries. It
    names the `classes`, too; those `within` are written into the file, which are their lines."""

    def __init__(
        self,
        graphs: Sequence[Graph],
        nodes: Sequence[Node],
        target: Target,
        more: Sequence[str] = (),
        classes: Sequence[type] = (),
    ) -> None:
        spelled = spellings(nodes, target).values()
        ops = dict.fromkeys([node.op for node in nodes])

        def of(op: Op) -> list[Node]:
            return [node for node in nodes if node.op is op] if op in ops else []

        needed = [name for node in of(CONST) if (name := constant_name(node.payload))]
        needed += [*more, *[name for text in dict.fromkeys(spelled) for name in names_in(text)]]
        needed += [node.payload.routine for node in of(CALL)]
        needed += ["xp", "array_namespace"] * (target.lower is not None)
        inputs, outputs = [graph.inputs for graph in graphs], [graph.outputs for graph in graphs]
        built = containers(outputs)
        needed += makers(outputs, not target.lazy and not target.whole, target.lower is not None)
        self.functions = carried(needed)  # that are written into the file
        needed += [name for function in self.functions for name in (function, *needs(function))]
        raised = [node.payload[0] for node in of(RAISE)]
        needed += [kind.__name__ for kind in raised if is_builtin(kind)]
        records = [n.type for n in built if type(n) is Record and not is_complex_kind(n.type)]
        outside: list[tuple[Any, Any]] = [(kind, kind) for kind in records]
        outside += openers(inputs, outputs)
        outside += [(op.name, op.value) for op in ops if op.outside]
        self.lazy = target.lazy
        self.pieces = [op for op in ops if type(op.made_of) is Pieces]
        written = {op.name for op in self.pieces}
        needed = [name for name in needed if name not in written]
        needed += [name for op in self.pieces for name in pieces.needs(op, target.lazy)]
        outside += [(op.name, op.value) for op in self.pieces]
        outside += [(kind, kind) for kind in raised if not is_builtin(kind)]
        outside += [(kind, kind) for kind in classes]
        arrays = dict.fromkeys([node.payload for node in of(ARRAY)])
        fills = any(node.payload.given_out for node in of(SCAN))
        needed += ["np"] * bool(arrays or fills)
        if target.planned:
            from lazyad.emit.memory import is_large

            needed += ["np"] * is_large(nodes)
        self.names = Names(graphs, nodes, needed, outside)
        self.tables = constants(of(TABLE))
        self.names.tables = {key: self.names.take("table", (), False) for key in self.tables}
        self.names.arrays = {one: self.names.take("constant", (), False) for one in arrays}
        self.classes, self.within = classes, dict[type, list[str]]()

    def imports(self) -> list[str]:
        """The import lines that the body needs, and aliases where a parameter shadows a builtin."""
        scope, outside = self.names.scope, self.names.outside
        elsewhere = {*outside, *self.functions}
        named = {name: alias for name, alias in scope.items() if name not in elsewhere}
        math = [(n[5:], alias) for n, alias in named.items() if n.startswith("math.")]
        parts = [name if name == alias else f"{name} as {alias}" for name, alias in sorted(math)]
        lines = imported(parts) if parts else []
        aliases = []
        written = {*self.within, *[op.name for op in self.pieces]}
        others = {key: thing for key, thing in outside.items() if key not in written}
        lines += sorted(import_line(thing, scope[key]) for key, thing in others.items())
        for name, alias in named.items():
            if name in MODULES:
                line = MODULES[name]
                lines.append(line if alias == name else f"{line.split(' as ')[0]} as {alias}")
            elif not name.startswith("math.") and name not in (alias, "xp"):
                aliases.append(f"{alias} = {name.partition('=')[2] or name}")
        for key, name in self.names.tables.items():
            aliases += constant_lines(self.tables[key], name, scope)
        for constant, name in self.names.arrays.items():
            if is_written_out(constant):
                aliases += array_lines(constant, name, scope)
            else:
                lines.append(_bound_line(name))
        return ([""] if lines else []) + lines + (["", *aliases] if aliases else [])

    def carried(self) -> list[str]:
        """The functions that the body needs and no module has, each after two empty lines."""
        scope = self.names.scope
        lines = [line for written in self.within.values() for line in ("", "", *written)]
        lines += [line for name in self.functions for line in ("", "", *text_of(name, scope))]
        for op in self.pieces:  # black has one line between imports and numbers
            apart = ["", ""] if lines else [""]
            lines += [*apart, *pieces.text_of(op, self.lazy, scope, self.names.free)]
        return lines

    def bound(self) -> dict[str, Any]:
        """What cannot be imported, by its name in the source."""
        written = {*self.within, *[op.name for op in self.pieces]}
        outside = [(key, t) for key, t in self.names.outside.items() if key not in written]
        found = {self.names.scope[name]: t for name, t in outside if import_path(t) is None}
        arrays = self.names.arrays.items()
        return found | {name: one.array for one, name in arrays if not is_written_out(one)}


def import_line(thing: Any, alias: str) -> str:
    """The line that imports an object."""
    path = import_path(thing)
    if path is None:
        return _bound_line(alias)
    return f"from {path.module} import {path.name}" + ("" if alias == path.name else f" as {alias}")


def _bound_line(name: str) -> str:
    return f"# {name} cannot be imported: lazyad binds it here, and nobody can export this file"


# ---------------------------------------------------------------------------------- loading

_serial = itertools.count(1)
# Files of functions that are gone. They leave linecache when the next one comes, and not when the
# collector runs, which may be in the middle of linecache's own loop.
_forgotten: list[str] = []


def load(source: Source, name: str, module: str) -> FunctionType:
    """The function of emitted source. Its text is where tracebacks and inspect.getsource look."""
    import linecache  # here, because importing lazyad needs none

    filename = f"<lazyad {name} {next(_serial)}>"
    scope: dict[str, Any] = {"__name__": module, **source.bound}
    lines = source.text.splitlines(keepends=True)
    cuts = [0, *source.sections[1:], len(lines)]
    for start, end in itertools.pairwise(cuts):
        code = compile("".join(lines[start:end]), filename, "exec", dont_inherit=True)
        exec(_moved(code, start), scope)
    function: FunctionType = scope[name]
    while _forgotten:
        linecache.cache.pop(_forgotten.pop(), None)
    linecache.cache[filename] = (len(source.text), None, lines, filename)
    weakref.finalize(function, _forgotten.append, filename).atexit = False
    return function


def _moved(code: CodeType, lines: int) -> CodeType:
    """The code of a part of a file as if the whole file had been compiled."""
    if not lines:
        return code
    inner = [_moved(c, lines) if isinstance(c, CodeType) else c for c in code.co_consts]
    return code.replace(co_firstlineno=code.co_firstlineno + lines, co_consts=tuple(inner))

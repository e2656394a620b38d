"""A module of Python's: emitted functions with hints and docstrings, and a check of themselves.

In: `Exported` graphs of one function, the target, what to say of them. Out: the text of a file that
black leaves as it is. A room of its own because `codegen` writes one function, for this process.
"""

from __future__ import annotations

import itertools
import math
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from lazyad.arrays.forms import form_of
from lazyad.codegen import Outside, body_for, import_line, write
from lazyad.emit.containers import Bracket, bracket, exploded, one_line
from lazyad.emit.layout import WIDTH, packed
from lazyad.emit.printer import Printer
from lazyad.emit.spelling import digits
from lazyad.emit.tables import lines_of
from lazyad.emit.targets import MODULES, Target
from lazyad.export.hints import exception_lines, head, hint, record_lines, shape_of
from lazyad.export.points import Point
from lazyad.graph import RAISE, Graph
from lazyad.regions import everything
from lazyad.values.errors import refused
from lazyad.values.libraries import is_traced
from lazyad.values.outside import import_path, is_builtin
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import (
    Elements,
    Gathered,
    Opened,
    Record,
    containers,
    is_complex_kind,
    leaves,
)


class Exported(NamedTuple):
    """One function of the file."""

    graph: Graph
    what: str  # it computes: "Jacobian of f"
    before: int  # operations before the passes

    @property
    def work(self) -> str:
        """How much it computes."""
        count = self.graph.operations.total()
        was = f", {self.before} before the passes" if self.before != count else ""
        return f"{count} operation{'' if count == 1 else 's'}{was}"

    def doc(self, own: str) -> list[str]:
        """The docstring; of the function itself its own."""
        if own.strip() and not self.what.startswith(("value of", "the value of")):
            own = ""
        return docstring(own or f"{self.what[:1].upper()}{self.what[1:]}.", 4)


class About(NamedTuple):
    """What is said of all functions of a file."""

    name: str
    file: str  # where it was written, or ""
    doc: str
    made: str  # by what, and how
    defaults: Mapping[str, float]  # of parameters that are numbers


class Module(NamedTuple):
    """The text without its check, and what writes the arguments of a call in it."""

    text: str
    names: Mapping[Any, str]


def module(
    functions: Sequence[Exported], target: Target, about: About, standalone: bool | None
) -> Module:
    """The module, without its check; with a `standalone` of None, it is read again and never run.

    Raises TypeError, in three parts, for what no file can have.
    """
    outside = _outside(functions, target, bool(standalone))
    if standalone is not None:
        _check(outside, standalone)
    names = outside.names.scope
    lines = [*_module_doc(functions, about), *outside.imports(), *outside.carried()]
    for one in functions:
        own = outside.names.of_function(about.name)
        body = body_for(one.graph, target, own, bool(one.graph.seeds))
        statements = body.statements()
        printer = Printer(lines, body.derived, about.file)
        lines += ["", ""]
        begins = [*signature(one.graph, names, target, about), *one.doc(about.doc)]
        write(printer, one.graph, statements, body, own, begins=begins)
        lines += _places(one.graph)
    return Module("\n".join(lines) + "\n", names)


def _places(graph: Graph) -> list[str]:
    """Where the entries of a sparse matrix stand, which the function returns in a row."""
    *_, last = [None, *containers(graph.outputs)]
    sparsity = last.sparsity if type(last) is Elements else None
    if sparsity is None:
        return []
    lines = ["", "", f"# The entries of {graph.name} stand in a matrix of this shape."]
    for name in ("shape", "rows", "columns"):
        items = Bracket("(", [("", str(place)) for place in getattr(sparsity, name)], ")")
        lines += lines_of(f"{graph.name}_{name}", items, 0)
    return lines


def stub(functions: Sequence[Exported], target: Target, about: About, standalone: bool) -> str:
    """What an editor reads of the module, in its place."""
    outside = _outside(functions, target, standalone)
    _check(outside, standalone)
    names = outside.names.scope
    kinds = [kind for kind in outside.classes if kind not in outside.within]
    imports = [import_line(kind, names[kind]) for kind in kinds]
    imports += [MODULES[name] for name in ("np", "NamedTuple", "dataclass") if name in names]
    lines = [*_module_doc(functions, about), *([""] if imports else []), *sorted(imports)]
    for written in outside.within.values():
        lines += ["", *written]
    lines.append("")
    for one in functions:
        lines += signature(one.graph, names, target, about, ": ...")
    return "\n".join(lines) + "\n"


def _outside(functions: Sequence[Exported], target: Target, standalone: bool) -> Outside:
    """What the functions need, and the classes in their hints."""
    graphs = [one.graph for one in functions]
    nodes = [*dict.fromkeys(itertools.chain.from_iterable(map(everything, graphs)))]
    found = containers([[graph.inputs, graph.outputs] for graph in graphs])
    records = {one.type: one for one in reversed(found) if type(one) is Record}
    records = {kind: one for kind, one in records.items() if not is_complex_kind(kind)}
    classes = [*records, *dict.fromkeys(one.type for one in found if type(one) is Opened)]
    raised = [node.payload[0] for node in nodes if node.op is RAISE]
    errors = [kind for kind in dict.fromkeys(raised) if not is_builtin(kind)]
    more = (
        ["np"] if any(type(one) in (Elements, Gathered) for one in found) or not target.lazy else []
    )
    if standalone:
        more += ["NamedTuple"] * any(issubclass(kind, tuple) for kind in records)
        more += ["dataclass"] * any(not issubclass(kind, tuple) for kind in records)
    outside = Outside(graphs, nodes, target, more, classes)
    names = outside.names.scope
    if standalone:
        outside.within = {kind: exception_lines(kind, names) for kind in errors}
        outside.within |= {kind: record_lines(one, names) for kind, one in records.items()}
    return outside


def signature(
    graph: Graph, names: Mapping[Any, str], target: Target, about: About, tail: str = ":"
) -> list[str]:
    """The head of a function; the last parameters keep the defaults that are numbers."""
    for leaf in leaves(graph.outputs) if target.whole else ():
        form_of(leaf)  # which it has from now on
    points = not (target.lazy or target.whole)  # each number may be an array of them
    number = f"{names['np']}.ndarray" if points else "float"
    items = [f"{name}: {hint(part, names, number)}" for name, part in graph.inputs.items()]
    for at, name in reversed([*enumerate(graph.inputs)]):
        if name not in about.defaults:
            break
        items[at] += f" = {digits(about.defaults[name])}"
    return head(graph.name, items, f" -> {hint(graph.outputs, names, number)}{tail}")


def _check(outside: Outside, standalone: bool) -> None:
    """Raise TypeError for what the file cannot have."""
    bound = outside.bound()
    if bound:
        (name, thing), *_ = bound.items()
        what = f"the file needs {name}, which no import finds"
        where, instead = "the file", "define it at the top of a module"
        if size := getattr(thing, "size", 0):
            what = f"the file needs an array of {size} numbers, which are not written out"
            instead = "an argument of the function"
        else:
            where = f"its module {thing.__module__}"
        if not standalone and isinstance(thing, type):
            instead += ", or standalone=True, which writes it into the file"
        raise refused(TypeError, what, instead, where)
    for thing in outside.names.outside.values() if standalone else ():
        path = None if thing in outside.within else import_path(thing)
        if path is not None and is_traced(path.module):
            what = f"the file calls {path.name} of {path.module}, whose text it cannot have"
            raise refused(TypeError, what, "standalone=False, which imports it", path.module)


def _module_doc(functions: Sequence[Exported], about: About) -> list[str]:
    return docstring(module_text(functions, about), 0)


def module_text(functions: Sequence[Exported], about: About) -> str:
    """What is said of a file."""
    many = len(functions) > 1
    of = f" of {about.file}" if about.file else ""
    what = functions[0].what
    first = f"{about.name} and its derivatives" if many else f"{what[:1].upper()}{what[1:]}"
    first += f"{of}."
    rows = [f"    {one.graph.name}: {one.work}" for one in functions]
    return "\n".join([first, "", about.made, "", *rows])


def docstring(text: str, indent: int) -> list[str]:
    """A docstring, as black has it; nothing in the text ends it."""
    import inspect  # takes milliseconds, as the next does, and most programs export nothing
    import textwrap

    lines = [line.rstrip() for line in inspect.cleandoc(text).split("\n")]
    if len(lines) == 1:
        lines = textwrap.wrap(lines[0], WIDTH - indent - len('""""""'))
    pad = " " * indent
    safe = ["".join(c if c.isprintable() else "?" for c in line) for line in lines]
    safe = [line.replace("\\", "\\\\").replace('"""', r"\"\"\"") for line in safe]
    safe[0] = f" {safe[0]}" if safe[0].startswith('"') else safe[0]
    if len(safe) == 1:
        space = " " if safe[0].endswith('"') else ""
        return [f'{pad}"""{safe[0]}{space}"""']
    body = [f"{pad}{line}" if line else "" for line in safe[1:]]
    return [f'{pad}"""{safe[0]}', *body, f'{pad}"""']


# -- the check

NUMBERS = '''
def numbers(value):
    """The numbers in a result, in order."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    names = ("__dataclass_fields__", "__dict__", "__slots__")
    for fields in (getattr(value, name, None) for name in names):
        if fields:
            value = [getattr(value, name) for name in fields]
            break
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, (tuple, list)):
        return [number for part in value for number in numbers(part)]
    return [float(value)] if isinstance(value, (float, int)) else []
'''


_CHECK = f"""

if __name__ == "__main__":
    # The same bits as where this was written? The exit status is 1 where they are not.
{textwrap.indent(NUMBERS, "    ")}
"""

_CHECKS = """\
    # fmt: off
    checks = [
POINTS
    ]
    # fmt: on
    wrong = []
    for function, given, expected in checks:
        found = numbers(function(*given))
        if [*map(float.hex, found)] != [*map(float.hex, expected)]:
            call = f"{function.__name__}{given}"
            wrong.append(f"{call}: {found} here, {expected} where this was written")
    if wrong:
        raise SystemExit("\\n".join(wrong))
    print(f"{len(checks)} results are the same to the last bit")
"""


def checked(made: Module, functions: Sequence[Exported], points: Sequence[Point]) -> str:
    """The module, and a check of what its functions gave at these points."""
    rows: list[str] = []
    graphs = {one.graph.name: one.graph for one in functions}
    for point in points:
        given = arguments(graphs[point.name], point.numbers, made.names)
        expected = [digits(number) for number in point.expected]
        rows += [f"        ({point.name},", *exploded("", given, 9, ",")]
        line = f"         [{', '.join(expected)}]),"
        short = len(line) <= WIDTH
        rows += [line] if short else ["         [", *packed(expected, 13), "         ]),"]
    return made.text + _CHECK + _CHECKS.replace("POINTS", "\n".join(rows))


def arguments(graph: Graph, numbers: Sequence[float], names: Mapping[Any, str]) -> Any:
    """The arguments of a call as they are written."""
    text: dict[Any, Any] = {**names}
    rest = map(digits, numbers)
    for leaf in leaves(graph.inputs):
        shape = shape_of(leaf)
        items = tuple(itertools.islice(rest, math.prod(shape)))
        own = {item: item for item in items} | {"np": names.get("np")}
        text[leaf] = one_line(bracket(Elements(shape, items), own)) if shape else items[0]
    return bracket(tuple(graph.inputs.values()), text)

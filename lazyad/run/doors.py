"""The quick way from a call to its kernel.

In: a kernel, the structure of its arguments, and what its trace read. Out: what a compiled function
is called as, while its calls are of that structure: a builtin function over machine code, or one of
Python's. A room of its own because it is the one place where nanoseconds count.

A call that is anything else, or that raises, is handed on as it came to `otherwise`.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from types import FunctionType, ModuleType
from typing import Any

from lazyad.graph import Graph
from lazyad.tracing.reads import Reads
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Elements, Form, NumpyFloat, leaves
from lazyad.values.trees import parsed

SHORT = 60  # lines of a kernel that stands in its door
MANY = 50  # arguments that are not named one by one
FEW = 8  # items of a list that are looked at one by one
_MISSING: Any = object()  # what no argument is


def door(
    kernel: Callable[..., Any],
    graph: Graph,
    arguments: Sequence[Any],
    reads: Reads,
    otherwise: Callable[..., Any],
    *,
    spread: int,
    text: str,
) -> Callable[..., Any] | None:
    """The way into the kernel for arguments of that structure; so many of them, which come first,
    are tuples whose items are the kernel's own. None if there is none that is quick.

    `text` is the file that the kernel is from, if it may stand in the door itself."""
    if reads.asks_kinds or NumpyFloat in map(type, leaves([*arguments])):
        return None
    if isinstance(getattr(kernel, "__self__", None), ModuleType):  # it may be machine code
        from lazyad.native.kernel import door as native_door

        native = native_door(kernel, graph, arguments, otherwise, reads.guards())
        if native is not None:
            return native
    inside = _Inside.of(kernel, text) if text else None
    return _of_python(kernel, arguments, reads, otherwise, spread=spread, inside=inside)


def _of_python(
    kernel: Callable[..., Any],
    arguments: Sequence[Any],
    reads: Reads,
    otherwise: Callable[..., Any],
    *,
    spread: int,
    inside: _Inside | None,
) -> Callable[..., Any] | None:
    asks, scope = reads.identical()
    names = [f"x{at}" for at in range(len(arguments))]
    given, asked, unpacked = [], [], []
    for at, (name, structure) in enumerate(zip(names, arguments, strict=True)):
        inner = [(name, structure)]
        if at < spread:
            inner = [(f"{name}_{place}", one) for place, one in enumerate(structure)]
            unpacked.append(f"({''.join([f'{own}, ' for own, _ in inner])}) = {name}")
            asked.append(f"type({name}) is tuple")
        for own, one in inner:
            found = _conditions(own, one, scope)
            if found is None:
                return None
            asked += found
            given.append(own)
    if len(names) > MANY and len(asked) == len(names):  # floats alone
        names, given, inside = [], ["*rest"], None
        asked = [f"len(rest) == {len(arguments)}", "{*map(type, rest)} == floats"]
    else:
        asked.append("not rest")
    head = f"{''.join([f'{name}=missing, ' for name in names])}/, " if names else ""
    lines = [
        f"def call({head}*rest, **named):",
        "    try:",
        *[f"        {one}" for one in unpacked],
        f"        if {' and '.join([*asked, 'not named', asks])}:",
        f"            return kernel({', '.join(given)})",
        "    except Exception:",
        "        pass",
        f"    given = [{''.join([f'{name}, ' for name in names])}*rest]",
        "    return otherwise(*[one for one in given if one is not missing], **named)",
    ]
    scope |= {
        "__name__": __name__,
        "kernel": kernel,
        "otherwise": otherwise,
        "missing": _MISSING,
        "floats": {float},
    }
    if inside:
        lines, scope = inside.put_into(lines, scope, given)
    exec(compile("\n".join(lines), f"{__file__}/door", "exec"), scope)
    return scope["call"]  # type: ignore[no-any-return]


class _Inside(NamedTuple):
    """A kernel that is short enough to stand in its door, which is one call less."""

    parameters: list[str]
    lines: list[str]
    words: set[str]  # all that occur in it
    scope: dict[str, Any]

    @staticmethod
    def of(kernel: Any, text: str) -> _Inside | None:
        """None of a kernel that is long, that changes its parameters, or that is in sections."""
        start = text.rfind("\ndef ") + 1
        own = text[start:]
        if not isinstance(kernel, FunctionType) or own.count("\n") > SHORT:
            return None
        (function,) = parsed(own).body
        if not isinstance(function, ast.FunctionDef) or function.name != kernel.__name__:
            return None
        parameters = [one.arg for one in function.args.args]
        names = [one for one in ast.walk(function) if isinstance(one, ast.Name)]
        if any(one.id in parameters and type(one.ctx) is not ast.Load for one in names):
            return None
        lines = own.splitlines()[function.body[0].lineno - 1 :]
        return _Inside(parameters, lines, {*re.findall(r"\w+", own)}, kernel.__globals__)

    def put_into(
        self, lines: Sequence[str], scope: Mapping[str, Any], given: Sequence[str]
    ) -> tuple[list[str], dict[str, Any]]:
        """The lines of the door with the kernel's in the place of its call, and what they name. All
        names of the door's get a form that the kernel has none of."""
        mark = "_"
        while any(word.startswith(mark) for word in self.words):
            mark += "_"
        arguments = dict(zip(given, self.parameters, strict=True))

        def renamed(word: re.Match[str]) -> str:
            name = word[0]
            kept = name in vars(builtins) or keyword.iskeyword(name) or name == "call"
            return arguments.get(name) or (name if kept else mark + name)

        made: list[str] = []
        for line in lines:
            if line.lstrip().startswith("return kernel("):
                made += [f"        {one}" for one in self.lines]
            else:
                made.append(re.sub(r"(?<![.\w])[a-z_]\w*", renamed, line))
        own = {name if name[:2] == "__" else mark + name: value for name, value in scope.items()}
        return made, self.scope | own


def _conditions(name: str, structure: Any, scope: dict[str, Any]) -> list[str] | None:
    """When an argument has that structure, a number or a row of them; None for others."""
    kind = type(structure)
    if kind is float:
        return [f"type({name}) is float"]
    if kind is Elements and structure.items:
        return [_array(name, structure.shape, "float64", scope)]
    if any(type(leaf) is Form for leaf in leaves(structure)):
        return _whole(name, structure, scope) if len(leaves(structure)) <= MANY else None
    if kind not in (list, tuple) or {*map(type, structure)} != {float}:
        return None
    own = f"type({name}) is {kind.__name__} and len({name}) == {len(structure)}"
    if len(structure) <= FEW:
        return [own, *[f"type({name}[{at}]) is float" for at in range(len(structure))]]
    return [own, f"{{*map(type, {name})}} == floats"]


def _array(name: str, shape: tuple[int, ...], kind: str, scope: dict[str, Any]) -> str:
    numpy = sys.modules["numpy"]
    scope |= {"ndarray": numpy.ndarray, kind: numpy.dtype(kind)}
    return f"type({name}) is ndarray and {name}.dtype is {kind} and {name}.shape == {shape}"


def _whole(name: str, structure: Any, scope: dict[str, Any]) -> list[str] | None:
    """The same of whole arrays, and of containers of them."""
    kind = type(structure)
    if kind is Form and not structure.shape and structure.kind == "float64":
        return [f"type({name}) is float"]
    if kind is Form:
        return [_array(name, structure.shape, structure.kind, scope)]
    if kind not in (list, tuple, dict):
        return None
    parts = [*structure.items()] if kind is dict else [*enumerate(structure)]
    found = [f"type({name}) is {kind.__name__} and len({name}) == {len(structure)}"]
    for key, part in parts:
        inner = _whole(f"{name}[{key!r}]", part, scope)
        if inner is None or type(key) not in (str, int):
            return None
        found += inner
    return found

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
from itertools import takewhile
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from lazyad.graph import Graph
from lazyad.tracing.reads import Reads
from lazyad.values.errors import three_parts
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Elements, Form, NumpyFloat, leaves
from lazyad.values.trees import parsed

if TYPE_CHECKING:
    from inspect import Signature

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
    signature: Signature,
    spread: int,
    text: str,
    where: str,
) -> Callable[..., Any] | None:
    """The way into the kernel for arguments of that structure; so many of them, which come first,
    are tuples whose items are the kernel's own. None if there is none that is quick.

    `where` the function was written is for Python's own errors; `text` is the file that the kernel
    is from, if it may stand in the door itself.
    """
    if reads.asks_kinds or NumpyFloat in map(type, leaves([*arguments])):
        return None
    if isinstance(getattr(kernel, "__self__", None), ModuleType):  # it may be machine code
        from lazyad.native.kernel import door as native_door

        native = native_door(kernel, graph, arguments, otherwise, reads.guards())
        if native is not None:
            return native
    inside = _Inside.of(kernel, text) if text else None
    made = _of_python(
        kernel, arguments, reads, otherwise, signature=signature, spread=spread, inside=inside
    )
    if made is not None:  # Python's own error for another keyword begins with that
        what = f"{graph.name} takes the names of its parameters as keywords, each once"
        instead = f"{graph.name}{signature}; {graph.name}"
        made.__qualname__ = three_parts(what, where, instead)
    return made


def _of_python(
    kernel: Callable[..., Any],
    arguments: Sequence[Any],
    reads: Reads,
    otherwise: Callable[..., Any],
    *,
    signature: Signature,
    spread: int,
    inside: _Inside | None,
) -> FunctionType | None:
    """It takes the names of the parameters for keywords, and no others: for these Python makes a
    dict at each call, which takes as long as all that is asked."""
    asks, scope = reads.identical()
    names = [f"x{at}" for at in range(len(arguments))]
    public = dict(zip(names, signature.parameters, strict=True))
    given, asked, unpacked = [], ["not rest"], []
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
    back = f"otherwise(({''.join([f'{name}, ' for name in names])}), rest)"
    head = [f"{name}=missing" for name in names]
    if alone := sum(one.kind is one.POSITIONAL_ONLY for one in signature.parameters.values()):
        head.insert(alone, "/")
    head.append("*rest")
    scope["otherwise"] = _handed_on(otherwise, [*public.values()])
    if len(names) > MANY and len(asked) == len(names) + 1:  # floats alone
        head, given, inside = ["*rest", "**named"], ["*rest"], None
        back, scope["otherwise"] = "otherwise(*rest, **named)", otherwise
        asked = ["not named", f"len(rest) == {len(arguments)}", "{*map(type, rest)} == floats"]
    lines = [
        f"def call({', '.join(head)}):",
        "    try:",
        *[f"        {one}" for one in unpacked],
        f"        if {' and '.join([*asked, asks])}:",
        f"            return kernel({', '.join(given)})",
        "    except Exception:",
        "        pass",
        f"    return {back}",
    ]
    scope |= {"kernel": kernel, "missing": _MISSING, "floats": {float}}
    used = {*re.findall(r"\w+", "".join(lines))}
    scope |= {name: value for name, value in vars(builtins).items() if name in used}
    inside = inside if inside and inside.fits(given, public) else None
    mark = _apart({*public.values(), *(inside.words if inside else ())})
    known = public | (dict(zip(given, inside.parameters, strict=True)) if inside else {})

    def renamed(word: re.Match[str]) -> str:
        name = word[0]
        kept = keyword.iskeyword(name) or name == "call"
        return known.get(name) or (name if kept else mark + name)

    lines = [re.sub(r"(?<![.\w])[a-z_]\w*", renamed, line) for line in lines]
    scope = {mark + name: value for name, value in scope.items()}
    if inside:
        lines, scope = inside.put_into(lines, scope, mark)
    scope["__name__"] = __name__
    exec(compile("\n".join(lines), f"{__file__}/door", "exec"), scope)
    return scope["call"]  # type: ignore[no-any-return]  # which the lines define


def _apart(words: set[str]) -> str:
    """What none of these begins with."""
    mark = "_"
    while any(word.startswith(mark) for word in words):
        mark += "_"
    return mark


def _handed_on(otherwise: Callable[..., Any], names: Sequence[str]) -> Callable[..., Any]:
    """What takes a call as the door has it: a value for each parameter, and what is beyond them."""

    def call(values: Sequence[Any], rest: Sequence[Any]) -> Any:
        given = [*takewhile(lambda value: value is not _MISSING, values)]
        named = dict(zip(names, values, strict=True) if len(given) < len(names) else ())
        named = {name: named[name] for name in names[len(given) :] if named[name] is not _MISSING}
        return otherwise(*given, *rest, **named)

    return call


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

    def fits(self, given: Sequence[str], public: Mapping[str, str]) -> bool:
        """Whether what the door calls its parameters means nothing else in the kernel."""
        own = dict(zip(given, self.parameters, strict=True))
        return all(own.get(at, name) == name for at, name in public.items()) and not any(
            at not in own and name in self.words for at, name in public.items()
        )

    def put_into(
        self, lines: Sequence[str], scope: Mapping[str, Any], mark: str
    ) -> tuple[list[str], dict[str, Any]]:
        """The lines of the door with the kernel's in the place of its call, and what they name."""
        made: list[str] = []
        for line in lines:
            inside = line.lstrip().startswith(f"return {mark}kernel(")
            made += [f"        {one}" for one in self.lines] if inside else [line]
        return made, {**self.scope, **scope}


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
        own = f"k{len(scope)}"
        scope[own] = key
        inner = _whole(f"{name}[{own}]", part, scope)
        if inner is None or type(key) not in (str, int):
            return None
        found += inner
    return found

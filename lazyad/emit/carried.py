"""The functions of `written` and `routines` as emitted files carry them.

In: the names that a file needs, and what they are called in it. Out: the functions behind those
names, and their text. A room of its own because it alone reads source to write it again.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import CodeType, FunctionType

from lazyad.arrays import standard
from lazyad.arrays import written as of_arrays
from lazyad.emit.layout import bracketed
from lazyad.plain import routines, written
from lazyad.values.trees import parsed

_FUNCTIONS = {
    name: function
    for name, function in {
        **vars(written),
        **vars(routines),
        **vars(of_arrays),
        **vars(standard),
    }.items()
    if isinstance(function, FunctionType)
}
_WORD = r"(?<![\w.])(?:math\.\w+|[^\W\d]\w*)"


def carried(names: Iterable[str]) -> list[str]:
    """Those of the names that are functions of these, and what these call there.

    >>> carried(["math.sin", "erfinv"])
    ['erfcinv', 'erfinv']
    """
    found: set[str] = set()
    pending = [name for name in names if name in _FUNCTIONS]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [n for n in needs(name) if n in _FUNCTIONS]
    return sorted(found)


@cache
def needs(name: str) -> list[str]:
    """The names that the text of a function needs: of `math`, builtins and neighbours.

    >>> needs("digamma")[:4]
    ['ValueError', 'digamma', 'int', 'math.floor']
    """
    function = _FUNCTIONS[name]
    of_math = re.findall(r"math\.\w+", _source(function))
    return sorted({*_globals(function.__code__), *of_math} - {"math"})


# What CPython computes by itself, and libm otherwise.
OWN = {"math.gamma": "py_gamma", "math.lgamma": "py_lgamma"}


@cache
def of_python() -> tuple[dict[str, str], dict[str, ast.FunctionDef]]:
    """Those functions as trees, with all that they call; and what of `math` is meant by its names
    in them."""
    names = carried(OWN.values())
    called = {one: one.replace("math.", "py_of_") for name in names for one in [name, *needs(name)]}
    body = parsed("\n".join([line for name in names for line in text_of(name, called)])).body
    meant = {new: one for one, new in called.items() if one.startswith("math.")}
    return meant, {one.name: one for one in body if isinstance(one, ast.FunctionDef)}


def _source(function: FunctionType) -> str:
    import inspect  # takes milliseconds, and few files carry functions

    return inspect.getsource(function)


def _globals(code: CodeType) -> Iterator[str]:
    import dis

    for instruction in dis.get_instructions(code):
        if instruction.opname == "LOAD_GLOBAL":
            yield instruction.argval
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _globals(inner)


def text_of(name: str, called: Mapping[str, str]) -> list[str]:
    """The lines of a function; `called` says what the names it needs are called in this file."""
    function = _FUNCTIONS[name]
    code = function.__code__
    own = {one: called[one] for one in (name, *needs(name))}
    lines = _source(function).splitlines()
    body = lines[1 + next(at for at, line in enumerate(lines) if line.endswith(":")) :]
    head = bracketed(f"def {own[name]}", [code.co_varnames[: code.co_argcount]], ":")
    return [*head, *[re.sub(_WORD, lambda word: own.get(word[0], word[0]), line) for line in body]]

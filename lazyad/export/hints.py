"""What exported functions take and return, as type hints; and their classes, written out.

In: structures whose leaves are Nodes. Out: hints, and the lines of classes with the same fields. A
room of its own because nothing else says what a structure is to a type checker.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lazyad.emit.layout import bracketed
from lazyad.graph import Node, is_condition
from lazyad.values.errors import refused
from lazyad.values.structure import (
    Elements,
    Gathered,
    Opened,
    Record,
    Run,
    Static,
    is_complex_kind,
    takes_fields,
)

FEW = 4  # items of a tuple that are told apart
LONGEST = 50  # a longer hint says no more than the container


def hint(structure: Any, names: Mapping[Any, str], number: str = "float") -> str:
    """The hint of a structure; `names` has those of classes and of NumPy.

    >>> hint(({"a": 1.0}, [2.0, 3.0]), {})
    'tuple[dict[str, float], list[float]]'
    """
    kind = type(structure)
    if kind is Static:
        return "str" if isinstance(structure.value, str) else "None"
    if kind is Run:
        return hint(structure.item, names, number)
    if kind in (Elements, Gathered):
        return f"{names['np']}.ndarray"
    if kind is Record and is_complex_kind(structure.type):
        return "complex" if structure.type is complex else f"{names['np']}.ndarray"
    if kind is Record or kind is Opened:
        return names[structure.type]
    if kind is dict:
        keys, values = [type(key).__name__ for key in structure], [*structure.values()]
        parts = [_one(keys), _one([hint(value, names, number) for value in values])]
        return _short("dict", parts if all(parts) else [])
    if kind is list:
        one = _one([hint(part, names, number) for part in structure])
        return _short("list", [one] if one else [])
    if kind is tuple:
        parts = [hint(part, names, number) for part in structure]
        same = _one(parts) if len(parts) > FEW else ""
        return _short("tuple", [same, "..."] if same else parts or ["()"])
    if shape_of(structure):
        return f"{names['np']}.ndarray"
    return "bool" if isinstance(structure, Node) and is_condition(structure) else number


def shape_of(leaf: Any) -> tuple[int, ...]:
    """The shape of what stands for a whole array; that of a number."""
    form = getattr(leaf, "form", None)
    return () if form is None else tuple(form.shape)


def _one(hints: list[str]) -> str:
    """What all of them are; nothing where they differ."""
    kinds = set(hints)
    if kinds == {"bool", "float"}:
        return "float"
    return kinds.pop() if len(kinds) == 1 else ""


def _short(kind: str, inner: list[str]) -> str:
    text = f"{kind}[{', '.join(inner)}]" if inner else kind
    return text if len(text) <= LONGEST else kind


def head(name: str, items: list[str], tail: str) -> list[str]:
    """The first line of a function, whose parameters have hints, as black breaks it."""
    lines = bracketed(f"def {name}", [items], tail)
    if len(lines) <= 3:
        return lines
    rows = [f"    {item}," for item in items]
    return [lines[0], *rows, lines[-1]]


def record_lines(record: Record, names: Mapping[Any, str]) -> list[str]:
    """A class of these fields, and nothing else of the user's."""
    kind, name = record.type, names[record.type]
    if not takes_fields(kind):
        what = f"the constructor of {kind.__qualname__} computes or checks"
        instead = "standalone=False, which imports the class; or a class of fields alone"
        raise refused(TypeError, what, instead, f"its module {kind.__module__}")
    fields = [f"    {field}: {hint(part, names)}" for field, part in record.fields.items()]
    fields = fields or ["    pass"]
    if issubclass(kind, tuple):
        return [f"class {name}({names['NamedTuple']}):", *fields]
    frozen = getattr(getattr(kind, "__dataclass_params__", None), "frozen", False)
    decorator = f"@{names['dataclass']}{'(frozen=True)' if frozen else ''}"
    return [decorator, f"class {name}:", *fields]


def exception_lines(kind: type, names: Mapping[Any, str]) -> list[str]:
    """An exception of that name, caught as what Python's own it is."""
    base = next(one for one in kind.__mro__ if one.__module__ == "builtins")
    return [f"class {names[kind]}({base.__name__}):", "    pass"]

"""Structures as source: arguments taken apart at the top of a function, results put together.

In: structures whose leaves are Nodes, and what each Node is called. Out: lines as black breaks
them. A room of its own because it alone writes a container; `layout` knows lines.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable, Mapping
from typing import Any

from lazyad.emit.layout import LONG, SKIP, WIDTH, packed
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import (
    REGISTERED,
    Elements,
    Gathered,
    Opened,
    Record,
    Run,
    Static,
    containers,
    is_complex_kind,
    is_name,
    is_written_out,
    leaves,
    parts,
    takes_fields,
    variable_name,
)


class Bracket(NamedTuple):
    """A container as it is written: what opens it, its labelled items, what closes it."""

    opening: str
    items: list[tuple[str, Any]]  # each a text or another Bracket
    closing: str
    call: bool = False  # black breaks the arguments of a call less eagerly than a literal


def bracket(structure: Any, text: Mapping[Any, Any]) -> Any:
    """A Bracket for a container, the text of a leaf; `text` also names classes and NumPy, says
    where it knows of `points` that each leaf may be an array of them, and which items of a list are
    `runs` that are written as one.

    >>> one_line(bracket({"a": [0, (1,)]}, {0: "x", 1: "y"}))
    '{"a": [x, (y,)]}'
    """
    kind = type(structure)
    if kind is Static:
        return string(structure.value) if isinstance(structure.value, str) else "None"
    if kind is Elements and not structure.items:
        return f"{text['np']}.zeros({structure.shape})"
    if kind is Elements and "points" in text and len(structure.items) > 1:
        return _stacked(structure, text)
    if kind is Elements:
        return _call(text, "array", bracket(structure.rows(), text))
    if kind is Gathered:
        return _call(text, "array", bracket(structure.rows, text))
    if kind is Opened:
        return _closed(structure, text)
    if kind is Record and is_complex_kind(structure.type):
        return _complex(structure, text)
    found = parts(structure)
    if found is None:
        return text[structure]
    inner = [part for _, part in found]
    if "runs" in text and (kind is list or kind is tuple):
        inner = [_kept(one, text) if type(one) is Run else one for one in text["runs"](inner)]
        if kind is list and len(inner) == 1 and isinstance(inner[0], str):
            return inner[0].removeprefix("*")
    items = [part if isinstance(part, str) else bracket(part, text) for part in inner]
    if kind is Record:
        return _record(structure, text[structure.type], items, text)
    if kind is dict:
        labels = [f"{key_text(key)}: " for key in structure]
        return Bracket("{", list(zip(labels, items, strict=True)), "}")
    opening, closing = "[]" if kind is list else "()"
    return Bracket(opening, [("", item) for item in items], closing)


def _kept(run: Run, text: Mapping[Any, Any]) -> str:
    """What the rounds of a loop kept, as the items of a list."""
    tables = dict.fromkeys([text[table] for table in leaves(run)])
    if parts(run.item) is None:
        return f"*{next(iter(tables))}"
    rows = {table: f"row{at or ''}" for at, table in enumerate(tables)}
    each = {table: rows[text[table]] for table in leaves(run)}
    values = ", ".join(tables)
    values = f"zip({values})" if len(tables) > 1 else values
    item = one_line(bracket(run.item, {**text, **each}))
    return f"*[{item} for {', '.join(rows.values())} in {values}]"


def _complex(record: Record, text: Mapping[Any, Any]) -> Bracket:
    """A complex number, or an array of such; of both parts where each may be one at many points."""
    real, imag = record.fields.values()
    if type(real) is Elements and "points" not in text:
        items = zip(real.items, imag.items, strict=True)
        numbers = [_complex(Record(complex, {"real": x, "imag": y}), text) for x, y in items]
        return _call(text, "array", _nested(Elements(real.shape, tuple(numbers)).rows()))
    both = bracket(real, text), bracket(imag, text)
    if record.type is complex and "points" not in text:
        name = text.get("complex", "complex")
        return Bracket(f"{name}(", [("", part) for part in both], ")", True)
    name = text.get("complex_array") or text["complex_sum"]
    return Bracket(f"{name}(", [("", part) for part in both], ")", True)


def _nested(rows: Any) -> Any:
    return Bracket("[", [("", _nested(row)) for row in rows], "]") if type(rows) is list else rows


def _call(text: Mapping[Any, Any], function: str, *args: Any) -> Bracket:
    return Bracket(f"{text['np']}.{function}(", [("", arg) for arg in args], ")", True)


def _record(record: Record, kind: str, items: list[Any], text: Mapping[Any, Any]) -> Bracket:
    """A call of the class; one with code of the user's own in it, which has run or is not for
    tangents, is not called again."""
    names = [*map(_field, record.fields)]
    if takes_fields(record.type):
        given = [(f"{name}=", item) for name, item in zip(names, items, strict=True)]
        return Bracket(f"{kind}(", given, ")", True)
    labels = [f"{string(name)}: " for name in names]
    fields: Any = Bracket("{", list(zip(labels, items, strict=True)), "}")
    function = text[_maker(record)]
    if issubclass(record.type, tuple):
        function += ".__new__"
        fields = Bracket("(", [("", item) for item in items], ")")
    return Bracket(f"{function}(", [("", kind), ("", fields)], ")", True)


def _closed(structure: Opened, text: Mapping[Any, str]) -> Bracket:
    """A call of what makes the container of its parts."""
    inner = bracket(structure.inner, text)
    row = REGISTERED.get(structure.type)
    if row is None:
        return Bracket(f"{text[structure.type]}(", [("", inner)], ")", True)
    rest = structure.rest
    rest = _literal(rest) if is_written_out(rest) else text[_Rest(rest)]
    return Bracket(f"{text[row.unflatten]}(", [("", rest), ("", inner)], ")", True)


class _Rest(NamedTuple):
    """What no source can write of a container; the file has it bound."""

    value: Any


def _literal(rest: Any) -> Any:
    if type(rest) is tuple:
        return Bracket("(", [("", _literal(part)) for part in rest], ")")
    return string(rest) if type(rest) is str else repr(rest)


def openers(inputs: Any, outputs: Any) -> list[tuple[Any, Any]]:
    """What source that takes these inputs apart, and makes these outputs, has from outside: their
    keys in its scope, and the things themselves."""
    given = [one for one in containers(inputs) if type(one) is Opened and leaves(one)]
    made = [one for one in containers(outputs) if type(one) is Opened]
    found: list[Any] = [REGISTERED[one.type].flatten for one in given if one.type in REGISTERED]
    for one in made:
        found.append(REGISTERED[one.type].unflatten if one.type in REGISTERED else one.type)
    rests = [one.rest for one in made if not is_written_out(one.rest)]
    return [(one, one) for one in found] + [(_Rest(rest), rest) for rest in rests]


def makers(structure: Any, points: bool, standard: bool) -> set[str]:
    """What source that builds the structure needs beside classes; where each number may be one at
    many `points`, and where arrays are of any library that follows the `standard`."""
    found = {name for one in containers(structure) if (name := _maker(one))}
    if points and "complex" in found:
        found = (found - {"complex"}) | {"complex_array"}
    if standard and "complex_array" in found:
        found = (found - {"complex_array"}) | {"complex_sum"}
    return found


def _maker(container: Any) -> str:
    if type(container) in (Elements, Gathered):
        return "np"
    if type(container) is Record and is_complex_kind(container.type):
        elements = type(container.fields["real"]) is Elements
        return "complex" if elements or container.type is complex else "complex_array"
    if type(container) is not Record or takes_fields(container.type):
        return ""
    return "tuple" if issubclass(container.type, tuple) else "rebuilt"


def _stacked(array: Elements, text: Mapping[Any, Any]) -> Bracket:
    """An array whose elements may be arrays of points, some of them single numbers."""
    elements = _call(text, "broadcast_arrays", *[text[item] for item in array.items])
    rows = _call(text, "array", elements)
    for axis in range(len(array.shape) - 1, 0, -1):
        count = str(math.prod(array.shape[:axis]))
        rows = _call(text, "array", _call(text, "split", rows, count))
    return rows


def one_line(item: Any, outermost: bool = False) -> str:
    """The text of a Bracket; a tuple that is returned needs no parentheses."""
    if isinstance(item, str):
        return item
    inner = ", ".join(label + one_line(part) for label, part in item.items)
    if item.opening == "(" and len(item.items) == 1:
        inner += ","
    elif item.opening == "(" and outermost and item.items:
        return inner
    return f"{item.opening}{inner}{item.closing}"


def statement(head: str, item: Any, indent: int, tail: str) -> list[str]:
    """A statement around a container, on one line if that fits."""
    line = f"{' ' * indent}{head}{one_line(item, outermost=True)}{tail}"
    if len(line) <= WIDTH:
        return [line]
    lines = exploded(head, item, indent, tail)
    if _is_long(item):
        lines[-1] += SKIP
    return lines


def exploded(head: str, item: Any, indent: int, tail: str) -> list[str]:
    """The same, one element a line wherever one line is too long; of many, as many as fit."""
    pad = " " * indent
    line = f"{pad}{head}{one_line(item)}{tail}"
    if len(line) <= WIDTH or isinstance(item, str) or not item.items:
        return [line]
    lines = [f"{pad}{head}{item.opening}"]
    if _is_row(item):
        lines += packed([label + part for label, part in item.items], indent + 4)
        return [*lines, f"{pad}{item.closing}{tail}"]
    inner = ", ".join(label + one_line(part) for label, part in item.items)
    alone = item.call and len(item.items) == 1 and not item.items[0][0]
    if item.call and len(pad) + 4 + len(inner) <= WIDTH:
        lines.append(f"{pad}    {inner}")
    else:
        for label, part in item.items:
            lines += exploded(label, part, indent + 4, "" if alone else ",")
    return [*lines, f"{pad}{item.closing}{tail}"]


def _is_row(item: Bracket) -> bool:
    return len(item.items) > LONG and all(isinstance(part, str) for _, part in item.items)


def _is_long(item: Any) -> bool:
    """Whether there is a row in it that black would give a line to each element of."""
    if isinstance(item, str):
        return False
    return _is_row(item) or any(_is_long(part) for _, part in item.items)


def string(text: str) -> str:
    """A string literal as black writes it."""
    source = str.__repr__(text)  # whatever a subclass, such as an enum's, makes of its repr
    if source[0] != "'" or ('"' in source and "\\'" not in source):
        return source
    inner = source[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'


_WHERE = "the structure of an argument or of the result"


def key_text(key: Any) -> str:
    """A dict key as black writes it; only plain ones are ever emitted, also for an enum's or
    NumPy's str if that finds the same."""
    known = isinstance(key, enum.Enum) or type(key).__module__ == "numpy"
    if known and isinstance(key, str) and hash(key) == hash(str.__str__(key)):
        key = str.__str__(key)
    if type(key) not in (str, int, bool, type(None)):
        what = f"a dict key of type {type(key).__name__} ({key!r:.40})"
        raise refused(TypeError, what, "str or int keys", _WHERE)
    return string(key) if isinstance(key, str) else repr(key)


def _field(name: Any) -> str:
    """A field's name, which the class chose."""
    if not is_name(name):
        what, instead = f"a field is called {name!r:.40}", "fields that are Python identifiers"
        raise refused(TypeError, what, instead, _WHERE)
    return str(name)


def unpacked(
    structure: Any, source: str, path: str, text: Mapping[Any, str], free: Callable[[str], str]
) -> list[str]:
    """Statements that give every number of the argument `source` its variable.

    `free` gives a container inside that must be taken apart on its own a name that is not taken.

    >>> unpacked([0, {"k": 1}], "x", "x", {0: "x0", 1: "x1_k"}, str)
    ['    x0, x1 = x', '    x1_k = x1["k"]']
    """
    later: list[str] = []

    def target(part: Any, at: str) -> Any:
        found = parts(part)
        if found is None:
            return text[part]
        if not leaves(part):
            return free("_")
        if _is_sequence(part):
            return Bracket("(", [("", target(inner, at + step)) for step, inner in found], ")")
        name = free(variable_name(at))
        later.extend(unpacked(part, name, at, text, free))
        return name

    if parts(structure) is None or not leaves(structure):
        return []
    if type(structure) is Elements:
        return _assigned(_rows(structure.rows(), text), f"{source}.tolist()")
    if type(structure) is Opened:
        row, structure = REGISTERED.get(structure.type), structure.inner
        source = f"{text[row.flatten]}({source})[0]" if row else source
        if row and not _is_sequence(structure):  # a dict, which is read key by key
            name = free(variable_name(path))
            return [f"    {name} = {source}", *unpacked(structure, name, path, text, free)]
    if _is_sequence(structure):
        return [*_assigned(target(structure, path), source), *later]
    lines = []
    for (step, part), key in zip(parts(structure) or (), _keys(structure), strict=True):
        if parts(part) is None or leaves(part):
            lines += _assigned(target(part, path + step), f"{source}{key}")
    return [*lines, *later]


def _assigned(target: Any, source: str) -> list[str]:
    return statement("", target, 4, f" = {source}")


def _rows(rows: Any, text: Mapping[Any, str]) -> Any:
    if isinstance(rows, list):
        return Bracket("(", [("", _rows(row, text)) for row in rows], ")")
    return text[rows]


def _keys(structure: Any) -> list[str]:
    if type(structure) is Record:
        return [f".{_field(name)}" for name in structure.fields]
    return [f"[{key_text(key)}]" for key in structure]


def _is_sequence(structure: Any) -> bool:
    """Whether one assignment takes it apart."""
    named = type(structure) is Record and issubclass(structure.type, tuple)
    return named or type(structure) in (tuple, list)

"""Lines as black breaks them: what fits 88 columns stays on one.

In: names, expressions and the structure of a result. Out: lines of source. A room of its own
because it knows the style of black and nothing of graphs.
"""

from __future__ import annotations

import re
from typing import Any

from lazyad.errors import explain
from lazyad.graph import Node
from lazyad.spelling import Text

WIDTH = 88  # black's


def bracketed(head: str, items: list[str], tail: str, indent: int = 0) -> list[str]:
    """`head(items)tail` on one line, or as black breaks it."""
    pad = " " * indent
    line = f"{pad}{head}({', '.join(items)}){tail}"
    if len(line) <= WIDTH or not items:
        return [line]
    body = f"{pad}    {', '.join(items)}"
    rows = [body] if len(body) <= WIDTH else [f"{pad}    {item}," for item in items]
    return [f"{pad}{head}(", *rows, f"{pad}){tail}"]


def called(names: list[str], function: str, args: list[str]) -> list[str]:
    """`names = function(args)`, as black breaks it."""
    head = f"{', '.join(names)} = {function}"
    if len(f"    {head}(") <= WIDTH:
        return bracketed(head, args, "", 4)
    rows = [f"        {name}," for name in names]
    return ["    (", *rows, *bracketed(f") = {function}", args, "", 4)]


def imported(parts: list[str]) -> list[str]:
    line = f"from math import {', '.join(parts)}"
    if len(line) <= WIDTH:
        return [line]
    return ["from math import (", *[f"    {part}," for part in parts], ")"]


def listed(head: str, names: list[str], tail: str) -> list[str]:
    line = f"{head}{', '.join(names)}{tail}"
    if len(line) <= WIDTH or len(names) == 1:
        return [line]
    return [f"{head}(", *[f"        {name}," for name in names], f"    ){tail}"]


def wrapped(head: str, source: str, tail: str, indent: int) -> list[str]:
    """One statement; where its op's arguments have long names, broken as black breaks it."""
    pad, inner = " " * indent, " " * (indent + 4)
    line = f"{pad}{head}{source}{tail}"
    if len(line) <= WIDTH or source.isidentifier():
        return [line]
    call = re.fullmatch(r"([\w.]+)\(([^()]*)\)", source)
    opening, body = (f"{call[1]}(", call[2]) if call else ("(", source)
    if len(inner + body) <= WIDTH:
        rows = [body]
    elif call:
        rows = [f"{part}," for part in body.split(", ")]
    else:
        rows = re.sub(r"(?<=\w) (?=[-+*/%<>=!&|]+ \w)", "\n", body).split("\n")
    return [f"{pad}{head}{opening}", *[inner + row for row in rows], f"{pad}){tail}"]


def result_text(structure: Any, text: dict[Node, Text], nested: bool = False) -> str:
    """Nested tuples, lists and dicts of expressions, on one line."""
    if isinstance(structure, dict):
        rows = [f"{_key(k)}: {result_text(v, text, True)}" for k, v in structure.items()]
        return "{" + ", ".join(rows) + "}"
    if isinstance(structure, (tuple, list)):
        inner = ", ".join(result_text(v, text, True) for v in structure)
        if isinstance(structure, list):
            return f"[{inner}]"
        if len(structure) == 1:
            return f"({inner},)"
        return f"({inner})" if nested or not structure else inner
    return text[structure].source


def exploded(
    head: str, structure: Any, text: dict[Node, Text], indent: int, tail: str
) -> list[str]:
    """The same, one element a line wherever one line is too long."""
    pad = " " * indent
    line = f"{pad}{head}{result_text(structure, text, True)}{tail}"
    if len(line) <= WIDTH or not isinstance(structure, (dict, tuple, list)) or not structure:
        return [line]
    opening, closing = {dict: ("{", "}"), tuple: ("(", ")"), list: ("[", "]")}[type(structure)]
    items = structure.items() if isinstance(structure, dict) else ((None, v) for v in structure)
    lines = [f"{pad}{head}{opening}"]
    for key, value in items:
        label = f"{_key(key)}: " if isinstance(structure, dict) else ""
        lines += exploded(label, value, text, indent + 4, ",")
    return [*lines, f"{pad}{closing}{tail}"]


def _key(key: Any) -> str:
    """A dict key as black writes it; only plain ones are ever emitted."""
    if type(key) not in (str, int, bool, type(None)):
        raise TypeError(
            explain(
                f"a dict key of type {type(key).__name__} ({key!r:.40})",
                "the structure the function returns",
                "str or int keys",
            )
        )
    source = repr(key)
    if source[0] != "'" or ('"' in source and "\\'" not in source):
        return source
    inner = source[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'

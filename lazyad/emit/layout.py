"""Lines as black breaks them: what fits 88 columns stays on one.

In: names and expressions. Out: lines of source. A room of its own because it knows the style of
black and nothing of graphs.
"""

from __future__ import annotations

from lazyad.emit.spelling import Text

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


def imported(parts: list[str]) -> list[str]:
    line = f"from math import {', '.join(parts)}"
    if len(line) <= WIDTH:
        return [line]
    return ["from math import (", *[f"    {part}," for part in parts], ")"]


def wrapped(head: str, value: Text, tail: str, indent: int) -> list[str]:
    """One statement; where its op's arguments have long names, broken as black breaks it."""
    pad, inner = " " * indent, " " * (indent + 4)
    line = f"{pad}{head}{value.source}{tail}"
    if len(line) <= WIDTH or not value.pieces:
        return [line]
    opening, rows = _rows(value, WIDTH - len(inner))
    return [f"{pad}{head}{opening}", *[inner + row for row in rows], f"{pad}){tail}"]


def _rows(value: Text, room: int) -> tuple[str, list[str]]:
    """What opens the bracket around an expression, and the lines in it."""
    pieces = value.pieces
    first, last = pieces[0], pieces[-1]
    if last in (")", "])") and first.rstrip("([").replace(".", "").isidentifier():
        opening = first.rstrip("[")
        args = pieces[1:-1:2]
        body = value.source[len(opening) : -1]
        if len(body) <= room:
            return opening, [body]
        if last == "])":
            return opening, ["[", *[f"    {arg}," for arg in args], "]"]
        return opening, [f"{arg}," for arg in args]
    if len(value.source) <= room or len(pieces) < 3 or pieces[1] == "**":
        return "(", [value.source]
    signs = [f"{sign.strip()} {arg}" for sign, arg in zip(pieces[1::2], pieces[2::2], strict=True)]
    return "(", [first, *signs]

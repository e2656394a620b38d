"""Lines as black breaks them: what fits 88 columns stays on one.

In: names and expressions. Out: lines of source. A room of its own because it knows the style of
black and nothing of graphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from lazyad.emit.spelling import PRODUCT, SUM, Text, is_enclosed

WIDTH = 88  # black's


SKIP = "  # fmt: skip"  # black leaves such a statement as it is
LONG = 12  # items of one container that black would give a line each


def bracketed(head: str, groups: Sequence[Sequence[str]], tail: str, indent: int = 0) -> list[str]:
    """`head(items)tail` on one line, or on two more, or each group on lines of its own."""
    pad = " " * indent
    items = ", ".join(item for group in groups for item in group)
    line = f"{pad}{head}({items}){tail}"
    if len(line) <= WIDTH or not items:
        return [line]
    if len(pad) + 4 + len(items) <= WIDTH:
        rows = [f"{pad}    {items}"]
    else:  # a comment inside, for black makes other empty lines around a `def` that is skipped
        rows = [row for group in groups for row in packed(group, indent + 4)]
        rows = [f"{pad}    # fmt: off", *rows, f"{pad}    # fmt: on"]
    return [f"{pad}{head}(", *rows, f"{pad}){tail}"]


def packed(items: Sequence[str], indent: int) -> list[str]:
    """As many items a line as fit, each with its comma.

    >>> packed(["x" * 30, "y" * 30, "z" * 30], 4)[1]
    '    zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz,'
    """
    rows: list[str] = []
    for item in items:
        if rows and len(rows[-1]) + len(item) + 2 <= WIDTH:
            rows[-1] += f" {item},"
        else:
            rows.append(f"{' ' * indent}{item},")
    return rows


def imported(parts: list[str]) -> list[str]:
    line = f"from math import {', '.join(parts)}"
    if len(line) <= WIDTH:
        return [line]
    return ["from math import (", *[f"    {part}," for part in parts], ")"]


def wrapped(head: str, value: Text, tail: str, indent: int) -> list[str]:
    """One statement; where its op's arguments have long names, broken as black breaks it."""
    pad = " " * indent
    line = f"{pad}{head}{value.source}{tail}"
    if len(line) <= WIDTH or not value.pieces:
        return [line]
    inner = " " * (indent + 4)
    if last := _last_bracket(value):
        opening, body = last
        if len(pad) + len(head) + len(opening) <= WIDTH and len(inner) + len(body) <= WIDTH:
            return [f"{pad}{head}{opening}", inner + body, f"{pad}){tail}"]
    opening, rows = _rows(value, WIDTH - len(inner))
    closing = "]" if opening.endswith("[") else ")"
    return [f"{pad}{head}{opening}", *[inner + row for row in rows], f"{pad}{closing}{tail}"]


def _last_bracket(value: Text) -> tuple[str, str] | None:
    """Of a sum or product of two, what comes before the bracket that ends it, and what is in it."""
    if len(value.pieces) != 3 or value.precedence not in (SUM, PRODUCT):
        return None
    first, sign, last = value.pieces
    name, bracket, body = last.partition("(")
    signs = "+-" if value.precedence == SUM else "*/"
    alone = not first.startswith("(") and not any(f" {one} " in first for one in signs)
    called = not name or name.replace(".", "").isidentifier()
    if not (alone and called and is_enclosed(bracket + body)):
        return None
    return f"{first}{sign}{name}(", body[:-1]


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
            return opening, _lists(pieces, room)
        return opening, [f"{arg}," for arg in args]
    if last == ")]":  # of a table, at a place that is a float
        opening = first + "["
        return opening, [value.source[len(opening) : -1]]
    if len(value.source) <= room or len(pieces) < 3 or pieces[1] == "**" or last == "]":
        return "(", [value.source]
    signs = [f"{sign.strip()} {arg}" for sign, arg in zip(pieces[1::2], pieces[2::2], strict=True)]
    return "(", [first, *signs]


def _lists(pieces: Sequence[str], room: int) -> list[str]:
    """The lists between the brackets of a function of one list, or of two as math.sumprod is."""
    lists: list[list[str]] = [[]]
    for arg, after in zip(pieces[1:-1:2], pieces[2::2], strict=True):
        lists[-1].append(arg)
        if after == "], [":
            lists.append([])
    rows = []
    for items in lists:
        line = f"[{', '.join(items)}],"
        rows += [line] if len(line) <= room else ["[", *[f"    {item}," for item in items], "],"]
    return rows if len(lists) > 1 else [*rows[:-1], rows[-1][:-1]]  # black gives one no comma

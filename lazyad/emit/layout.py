"""Lines as black breaks them: what fits 88 columns stays on one.

In: names and expressions. Out: lines of source. A room of its own because it knows the style of
black and nothing of graphs.
"""

from __future__ import annotations

import re

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
    elif call and body[0] == "[" and body.find("]") == len(body) - 1:
        rows = ["[", *[f"    {part}," for part in body[1:-1].split(", ")], "]"]
    elif call:
        rows = [f"{part}," for part in body.split(", ")]
    else:
        rows = re.sub(r"(?<=\w) (?=[-+*/%<>=!&|]+ \w)", "\n", body).split("\n")
    return [f"{pad}{head}{opening}", *[inner + row for row in rows], f"{pad}){tail}"]

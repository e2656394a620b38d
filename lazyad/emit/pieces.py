"""The functions of tables as emitted files carry them, each under the numbers that it looks into.

In: an op of piecewise polynomials, and what it and its table are called. Out: lines of source. A
room of its own because nothing else writes numbers by the thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lazyad.emit.layout import WIDTH, packed
from lazyad.emit.spelling import digits, tuple_of
from lazyad.graph import Op
from lazyad.piecewise import Pieces


def needs(op: Op, lazy: bool) -> list[str]:
    """What the function of the table needs from outside the file."""
    if not lazy:
        return ["np"]
    return ["bisect_left" if op.made_of.left else "bisect_right"]


def text_of(op: Op, lazy: bool, scope: Mapping[str, str], free: Callable[[str], str]) -> list[str]:
    """The table and its function; in a target that is not `lazy`, of an array of points."""
    pieces: Pieces = op.made_of
    name = scope[op.name]
    breaks, rows = free(f"{name}_breaks"), free(f"{name}_rows")
    columns = pieces.rows if lazy else [*zip(*pieces.rows, strict=True)]
    array = "" if lazy else f"{scope['np']}.array"
    table = [tuple_of([digits(one) for one in row]) for row in columns]
    if lazy:
        at, found = f"{scope[needs(op, lazy)[0]]}({breaks}, x)", f"{rows}[at]"
    else:
        side = "left" if pieces.left else "right"
        at = f'{scope["np"]}.searchsorted({breaks}, x, "{side}")'
        found = f"{rows}[:, at]"
    return [
        *_assigned(breaks, "", [digits(one) for one in pieces.breaks]),
        *_assigned(rows, array, table),
        "",
        "",
        f"def {name}(x):",
        f"    at = {at}",
        *_body(len(pieces.rows[0]), found),
    ]


def _body(width: int, found: str) -> list[str]:
    """Horner's rule."""
    if width == 1:
        return [f"    (a,) = {found}", "    return a"]
    names = [*"abcdefgh"[: width - 1]] if width < 10 else [f"c{at}" for at in range(width - 1)]
    head = f"    start, {', '.join(names)} = {found}"
    if width == 2:
        return [head, f"    return {names[0]}"]
    if width == 3:
        return [head, "    return a * (x - start) + b"]
    total = f"{names[0]} * t + {names[1]}"
    for name in names[2:]:
        total = f"({total}) * t + {name}"
    if len(total) + 11 <= WIDTH and len(head) <= WIDTH:
        return [head, "    t = x - start", f"    return {total}"]
    loop = ["    for c in row[2:]:", "        total = total * t + c", "    return total"]
    return [f"    row = {found}", "    t, total = x - row[0], row[1]", *loop]


def _assigned(name: str, array: str, items: Sequence[str]) -> list[str]:
    line = f"{name} = {array}({tuple_of(items)})" if array else f"{name} = {tuple_of(items)}"
    if len(line) <= WIDTH:
        return [line]
    off, on = "    # fmt: off", "    # fmt: on"
    if array:
        return [f"{name} = {array}(", off, f"    {tuple_of(items)},", on, ")"]
    return [f"{name} = (", off, *packed(items, 4), on, ")"]

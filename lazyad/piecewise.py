"""Piecewise polynomials of one variable: an op whose payload is the table.

In: where the pieces meet, and a row of coefficients for each piece. Out: an `Op` whose derivative
is the same with differentiated coefficients. A room of its own because such an op is in no table:
there is one for each table of numbers that a function looks into, and a graph brings it along.

The emitted file has the table above the function, and finds the piece by `bisect`.
"""

from __future__ import annotations

import weakref
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any

from lazyad.graph import ZERO, Op
from lazyad.values.rows import NamedTuple

Row = tuple[float, ...]


class Pieces(NamedTuple):
    """`rows` has one more than there are `breaks`: (start, c_k, ..., c_0), the coefficients of
    the powers of x - start, or (c_0,) alone. At a break x is of the piece to its `left` or not."""

    breaks: Row
    rows: tuple[Row, ...]
    left: bool = False

    @property
    def degree(self) -> int:
        return max(0, len(self.rows[0]) - 2)


_made: weakref.WeakValueDictionary[str, Op] = weakref.WeakValueDictionary()
_NAMES = ("steps", "lines")


def piecewise(
    breaks: Sequence[float],
    rows: Sequence[Sequence[float]],
    left: bool = False,
    name: str | None = None,
) -> Op:
    """The op of one table, the same one for the same table; `name` is what the source calls it.

    >>> bend = piecewise([0.0], [(0.0, -1.0, 0.0), (0.0, 2.0, 0.0)])  # -x and 2 x
    >>> bend(-3.0), bend(3.0), bend.made_of.degree
    (3.0, 6.0, 1)
    """
    pieces = Pieces(
        tuple(map(float, breaks)), tuple([tuple(map(float, row)) for row in rows]), bool(left)
    )
    if len(pieces.rows) != len(breaks) + 1 or len({len(row) for row in pieces.rows}) != 1:
        raise ValueError("a table of pieces that do not fit their breaks")
    if name is None:
        name = _NAMES[pieces.degree] if pieces.degree < 2 else "spline"
    return _op(pieces, name)


def _op(pieces: Pieces, name: str) -> Op:
    import hashlib  # takes milliseconds, and few programs have tables

    digest = hashlib.sha256(repr(pieces).encode()).hexdigest()[:16]
    key = f"{name}_{digest}"
    known = _made.get(key)
    if known is not None:
        return known
    breaks, rows, find = pieces.breaks, pieces.rows, bisect_left if pieces.left else bisect_right

    def value(x: float) -> float:
        row = rows[find(breaks, x)]
        if len(row) == 1:
            return row[0]
        t, total = x - row[0], row[1]
        for coefficient in row[2:]:
            total = total * t + coefficient
        return total

    @cache
    def slope() -> Any:
        lower = [_differentiated(row) for row in rows]
        if not any(any(row[-1:] if len(row) == 1 else row[1:]) for row in lower):
            return None
        return _op(Pieces(breaks, tuple(lower), pieces.left), f"{name}_slope")

    def partials(out: Any, x: Any) -> tuple[Any]:
        return (slope()(x) if slope() is not None else ZERO,)

    value.__name__ = name
    made = Op(key, value, partials, 1, spelling=f"{key}({{0}})", numpy=f"{key}({{0}})", fails=())
    made.made_of = pieces
    _made[key] = made
    return made


def _differentiated(row: Row) -> Row:
    start, *coefficients = row if len(row) > 1 else (0.0, *row)
    degree = len(coefficients) - 1
    found = tuple([(degree - at) * c for at, c in enumerate(coefficients[:-1])])
    return (start, *found) if len(found) > 1 else found or (0.0,)

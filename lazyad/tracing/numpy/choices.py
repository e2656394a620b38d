"""NumPy's functions that compare: which element counts stays a choice in the program.

In: Arrays. Out: Arrays, or bare elements. A room of its own because NumPy decides these once, for
the values it sees, and a program that serves all values must keep every outcome.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.tracing.numpy.arrays import (
    Array,
    along,
    as_array,
    elementwise,
    is_traced,
    numbers,
    objects,
    packed,
    refusal,
    stored,
)
from lazyad.tracing.numpy.selections import positions
from lazyad.tracing.numpy.ufuncs import FORMULAS, choose


def where(condition: Any, x: Any = None, y: Any = None) -> Any:
    """np.where; of a condition alone, positions that stand for it as an index."""
    if x is None or y is None:
        return positions(condition)
    return elementwise(choose, [condition, x, y])


def clip(a: Any, a_min: Any = None, a_max: Any = None, *, min: Any = None, max: Any = None) -> Any:
    """np.clip, where either bound may be None."""
    low, high = a_min if min is None else min, a_max if max is None else max
    if low is not None and high is not None:
        return elementwise(FORMULAS["clip"], [a, low, high])
    if low is None and high is None:
        return np.positive(a)
    return np.maximum(a, low) if high is None else np.minimum(a, high)


def nan_to_num(
    x: Any, copy: bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None
) -> Any:
    """np.nan_to_num, in place unless it copies."""
    most = float(np.finfo(float).max)
    new = np.where(np.isnan(x), nan, x)
    new = np.where(np.equal(x, math.inf), most if posinf is None else posinf, new)
    new = np.where(np.equal(x, -math.inf), -most if neginf is None else neginf, new)
    return new if copy or not isinstance(x, Array) else stored(new, x)


def select(condlist: Sequence[Any], choicelist: Sequence[Any], default: Any = 0.0) -> Any:
    """np.select: the first condition that holds."""
    result = default
    for condition, choice in reversed(list(zip(condlist, choicelist, strict=True))):
        result = np.where(condition, choice, result)
    return result


def choose_among(a: Any, choices: Sequence[Any]) -> Any:
    """np.choose: from the choice that the element of `a` counts, for an `a` of constants."""
    if is_traced(a):
        raise refusal("np.choose by traced values", "np.where(condition, x, y), or np.select")
    index = np.asarray(numbers(a))
    np.choose(index, [0.0] * len(choices))  # raises NumPy's errors
    return select([index == at for at in range(len(choices))], choices)


def piecewise(x: Any, condlist: Any, funclist: Sequence[Any], *args: Any, **kw: Any) -> Any:
    """np.piecewise: the last condition that holds. Each function is called on all of x."""

    def value(function: Any) -> Any:
        return function(x, *args, **kw) if callable(function) else function

    conditions = condlist if np.ndim(condlist) > np.ndim(x) else [condlist]
    values = [value(function) for function in funclist]
    otherwise = values.pop() if len(values) > len(conditions) else 0.0
    return select(conditions[::-1], values[::-1], otherwise)


# ---------------------------------------------------------------------------------- order


def sort(a: Any, axis: Any = -1) -> Any:
    """np.sort, by a network of comparisons. Where a nan is among them, in no particular order."""
    return along(axis, _in_order, a)


def _in_order(row: list[Any]) -> list[Any]:
    for i, j in _network(len(row)):
        swap = row[j] < row[i]
        row[i], row[j] = choose(swap, row[j], row[i]), choose(swap, row[i], row[j])
    return row


def argsort(a: Any, axis: Any = -1) -> Any:
    """np.argsort, of equal elements the first one first: choices between whole numbers, which may
    index an array. Neighbours change places, n (n - 1) / 2 times."""
    return _index(along(axis, _order_of, a))


def _order_of(row: list[Any]) -> list[Any]:
    found = [(value, float(at)) for at, value in enumerate(row)]
    for end in range(len(row) - 1, 0, -1):
        for at in range(end):
            (a, i), (b, j) = found[at], found[at + 1]
            swap = (b < a) | (np.isnan(a) & ~np.isnan(b))
            found[at] = choose(swap, b, a), choose(swap, j, i)
            found[at + 1] = choose(swap, a, b), choose(swap, i, j)
    return [at for _, at in found]


def _network(n: int) -> list[tuple[int, int]]:
    """The pairs that Batcher's odd-even merge sort compares.

    >>> _network(4)
    [(0, 1), (2, 3), (0, 2), (1, 3), (1, 2)]
    """
    pairs = []
    size = 1
    while size < n:
        step = size
        while step:
            for start in range(step % size, n - step, 2 * step):
                for i in range(start, min(start + step, n - step)):
                    if i // (2 * size) == (i + step) // (2 * size):
                        pairs.append((i, i + step))
            step //= 2
        size *= 2
    return pairs


def _arg(beats: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """np.argmax or np.argmin: a choice between whole numbers, which may index an array."""

    def arg(a: Any, axis: Any = None, *, keepdims: Any = False) -> Any:
        a = as_array(a)
        np.argmax(np.zeros(a.shape), axis)  # raises NumPy's errors
        rows = a.reshape(1, -1) if axis is None else np.moveaxis(a, axis, -1)
        flat = [_first_best(row, beats) for row in rows.reshape(-1, rows.shape[-1]).tolist()]
        found = packed(flat, () if axis is None else rows.shape[:-1])
        return _index(_shaped(found, a, axis, keepdims))

    return arg


argmax, argmin = _arg(operator.gt), _arg(operator.lt)


def _first_best(row: Sequence[Any], beats: Callable[[Any, Any], Any]) -> Any:
    """Where the first best element of a row is, or the first nan: balanced."""

    def better(one: Any, other: Any) -> Any:
        (x, _), (y, _) = one, other
        second = beats(y, x) | (np.isnan(y) & ~np.isnan(x))
        return tuple([choose(second, b, a) for a, b in zip(one, other, strict=True)])

    found = [(value, float(at)) for at, value in enumerate(row)]
    while len(found) > 1:
        rest = found[-1:] if len(found) % 2 else []
        found = [*map(better, found[::2], found[1::2]), *rest]
    return found[0][1]


def _index(found: Any) -> Any:
    """Whole numbers that are known now as NumPy's."""
    return found if is_traced(found) else np.asarray(found, int)[()]


def searchsorted(a: Any, v: Any, side: Any = "left", sorter: Any = None) -> Any:
    """np.searchsorted in constants: a balanced choice between whole numbers."""
    if is_traced(a):
        raise refusal(
            "np.searchsorted in traced values", "np.sum(a < v), how many of them are smaller"
        )
    np.searchsorted(numbers(a), 0.0, side, sorter)  # raises NumPy's errors
    grid = np.asarray(numbers(a), float)[slice(None) if sorter is None else sorter].tolist()

    def place(x: Any, low: int, high: int) -> Any:
        if low == high:
            return float(low)
        half = (low + high) // 2
        below = x <= grid[half] if side == "left" else x < grid[half]
        return choose(below, place(x, low, half), place(x, half + 1, high))

    return _index(elementwise(lambda x: place(x, 0, len(grid)), [v]))


def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    """np.digitize by constant bins: a balanced choice between whole numbers."""
    if is_traced(bins):
        raise refusal("np.digitize by traced bins", "bins that do not depend on the arguments")
    np.digitize(0.0, numbers(bins))  # raises NumPy's errors
    grid = np.asarray(numbers(bins), float)
    side = "left" if right else "right"
    if len(grid) < 2 or grid[0] <= grid[-1]:
        return searchsorted(grid, x, side)
    return len(grid) - searchsorted(grid[::-1], x, side)


def median(a: Any, axis: Any = None, keepdims: Any = False) -> Any:
    """np.median: the middle of the sorted elements, or the mean of the two in the middle."""

    def middle(rows: Any) -> Any:
        half, odd = divmod(rows.shape[-1], 2)
        return rows[..., half] if odd else (rows[..., half - 1] + rows[..., half]) / 2.0

    return _of_sorted(middle, a, axis, keepdims)


def quantile(a: Any, q: Any, axis: Any = None, *, keepdims: Any = False) -> Any:
    """np.quantile, between the two nearest of the sorted elements."""
    if is_traced(q):
        raise refusal("np.quantile with a traced q", "np.quantile(a, 0.5)")
    np.quantile(0.0, q)  # raises NumPy's errors
    if np.ndim(q):
        return np.stack([quantile(a, one, axis, keepdims=keepdims) for one in q])

    def between(rows: Any) -> Any:
        last = rows.shape[-1] - 1
        below = min(math.floor(last * q), max(last - 1, 0))
        low, high, t = rows[..., below], rows[..., min(below + 1, last)], last * q - below
        return low + (high - low) * t if t < 0.5 else high - (high - low) * (1.0 - t)

    return _of_sorted(between, a, axis, keepdims)


def percentile(a: Any, q: Any, axis: Any = None, *, keepdims: Any = False) -> Any:
    """np.percentile."""
    return quantile(a, np.true_divide(q, 100.0), axis, keepdims=keepdims)


def _of_sorted(pick: Callable[[Any], Any], a: Any, axis: Any, keepdims: Any) -> Any:
    """What is picked of the elements that the axes hold, sorted along one last axis; nan where one
    is among them, which then have no order."""
    array = objects(a)
    axes = list(range(array.ndim)) if axis is None else np.atleast_1d(axis).tolist()
    moved = np.moveaxis(array, axes, range(-len(axes), 0))
    rows = moved.reshape(*moved.shape[: array.ndim - len(axes)], -1).view(Array)
    found = pick(sort(rows))
    found = where(np.any(np.isnan(rows), axis=-1), math.nan, found)
    return _shaped(found, a, axis, keepdims)


def _shaped(result: Any, a: Any, axis: Any, keepdims: Any) -> Any:
    result = as_array(result)
    if keepdims is True:
        result = np.expand_dims(result, tuple(range(np.ndim(a))) if axis is None else axis)
    return result[()]


# ---------------------------------------------------------------------------------- interpolation


def interp(  # noqa: PLR0917  # NumPy's parameters
    x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None, period: Any = None
) -> Any:
    """np.interp on a constant grid: a balanced tree of comparisons, and NumPy's formula in each
    interval. At a grid point the derivative is that of the interval to the right."""
    if is_traced(xp) or period is not None:
        raise refusal(
            f"np.interp with {'a grid of traced values' if period is None else 'a period'}",
            "np.interp(x, xp, fp), where xp does not depend on the arguments",
        )
    grid, values = np.asarray(numbers(xp), float).tolist(), objects(fp).tolist()
    np.interp(0.0, grid, np.zeros(len(values)))  # raises NumPy's errors
    pieces = [
        (start, value, (after - value) / (end - start))
        for start, end, value, after in zip(grid, grid[1:], values, values[1:], strict=False)
        if start < end
    ]

    def inside(x: Any, pieces: Sequence[Any]) -> Any:
        if len(pieces) == 1:
            [(start, value, slope)] = pieces
            return slope * (x - start) + value
        half = len(pieces) // 2
        return choose(x < pieces[half][0], inside(x, pieces[:half]), inside(x, pieces[half:]))

    def at(x: Any) -> Any:
        result = choose(x >= grid[-1], values[-1], x)  # x itself if it is a nan
        if right is not None:
            result = choose(x > grid[-1], right, result)
        if pieces:
            result = choose(x < grid[-1], inside(x, pieces), result)
        return choose(x < grid[0], values[0] if left is None else left, result)

    return elementwise(at, [x])

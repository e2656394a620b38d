"""NumPy's functions that compare: which element counts stays a choice in the program.

In: Arrays. Out: Arrays, or bare elements. A room of its own because NumPy decides these once, for
the values it sees, and a program that serves all values must keep every outcome.
"""

from __future__ import annotations

import builtins
import math
import operator
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import pairwise
from typing import Any

import numpy as np

from lazyad.graph import RAISE, Node, lifted
from lazyad.ops import choose
from lazyad.regions import found_in
from lazyad.tracing.numpy.arrays import (
    along,
    any_array,
    array_of,
    as_array,
    elementwise,
    is_traced,
    numbers,
    objects,
    packed,
    refusal,
    rows_of,
    stored,
)
from lazyad.tracing.numpy.selections import positions, wholes_of
from lazyad.tracing.numpy.ufuncs import FORMULAS
from lazyad.tracing.tables import surely
from lazyad.values.origin import state


def where(condition: Any, x: Any = np._NoValue, y: Any = np._NoValue) -> Any:
    """np.where; of a condition alone, positions that stand for it as an index. Of numbers it is an
    array without dimensions, which unlike a number can be assigned to."""
    if x is np._NoValue or y is np._NoValue:
        return positions(condition)
    found = elementwise(choose, [condition, x, y])
    return array_of([found], ()) if isinstance(found, Node) else found


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
    x = any_array(x)
    if x.dtype.kind != "f":
        return x
    most = float(np.finfo(x.dtype).max)
    new = np.where(np.isnan(x), nan, x)
    new = np.where(np.equal(x, math.inf), most if posinf is None else posinf, new)
    new = np.where(np.equal(x, -math.inf), -most if neginf is None else neginf, new)
    return new if copy else stored(new, x)


def copyto(dst: Any, src: Any, where: Any = True) -> None:
    stored(src if where is True else np.where(where, src, dst), dst)


def putmask(a: Any, mask: Any, values: Any) -> None:
    """np.putmask: each element where the mask holds becomes the value of its own place."""
    copyto(a, np.resize(any_array(values), np.shape(a)), mask)


def place(arr: Any, mask: Any, vals: Any) -> None:
    """np.place: the elements where the mask holds become the values in turn; of one value, all that
    one."""
    if np.size(any_array(vals)) == 1:
        putmask(arr, mask, vals)
        return
    if is_traced(mask):
        what = "np.place with a mask of traced values and several values"
        raise refusal(what, "np.putmask(a, mask, values), or np.where(mask, values, a)")
    mask = np.asarray(numbers(mask), bool)
    arr[mask] = np.resize(any_array(vals), np.count_nonzero(mask))


def choose_among(a: Any, choices: Sequence[Any], *, mode: str = "raise") -> Any:
    """np.choose: from the choice that the element of `a` counts."""
    result: Any = 0.0
    if mode != "raise":
        a = np.clip(a, 0, len(choices) - 1) if mode == "clip" else np.mod(a, len(choices))
    elif state.whole:
        *choices, result = choices
    elif is_traced(a) and max(wholes_of(a)) >= len(choices):
        result = Node(RAISE, (), (ValueError, "invalid entry in choice array"))
    else:
        np.choose([*wholes_of(a)], [0.0] * len(choices))  # raises NumPy's errors
    for at, choice in reversed([*enumerate(choices)]):
        result = np.where(np.equal(any_array(a), at), choice, result)
    return result


def piecewise(x: Any, condlist: Any, funclist: Sequence[Any], *args: Any, **kw: Any) -> Any:
    """np.piecewise: the last condition that holds. Each function is called on all of x."""

    def value(function: Any) -> Any:
        return function(x, *args, **kw) if callable(function) else function

    x = any_array(x)
    conditions = condlist if np.ndim(any_array(condlist)) > np.ndim(x) else [condlist]
    values = [value(function) for function in funclist]
    found = np.full_like(x, values.pop() if len(values) > len(conditions) else 0.0)
    for condition, one in zip(conditions, values, strict=True):
        found = np.where(condition, one, found)
    return found


# ---------------------------------------------------------------------------------- order


def sort(a: Any, axis: Any = -1) -> Any:
    """np.sort, by a network of comparisons: nans come last."""
    return along(axis, _in_order, a)


def _in_order(row: list[Any], is_last: Callable[[Any], Any] = np.isnan) -> list[Any]:
    for i, j in _network(len(row)):
        swap = choose(row[j] < row[i], True, is_last(row[i]))
        row[i], row[j] = choose(swap, row[j], row[i]), choose(swap, row[i], row[j])
    return row


def _without_nan(row: list[Any]) -> list[Any]:
    return _in_order(row, lambda one: False)


def argsort(a: Any, axis: Any = -1) -> Any:
    """np.argsort, of equal elements the first one first: choices between whole numbers, which may
    index an array. Neighbours change places, n (n - 1) / 2 times."""
    return _index(along(axis, _order_of, a))


def lexsort(keys: Any, axis: Any = -1) -> Any:
    """np.lexsort: by each key in turn, where those before it are in order already."""
    keys = [np.moveaxis(any_array(key), axis, -1) for key in keys]
    order = np.argsort(keys[0], kind="stable")
    for key in keys[1:]:
        now = np.take_along_axis(key, order, -1)
        order = np.take_along_axis(order, np.argsort(now, kind="stable"), -1)
    return np.moveaxis(order, -1, axis)


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
        flat = [_first_best(row, beats) for row in rows_of(rows).tolist()]
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
    """np.searchsorted: a balanced choice between whole numbers; of many, what bisect finds."""
    np.searchsorted(np.zeros(np.shape(a)), 0.0, side, sorter)  # raises NumPy's errors
    grid = objects(a if sorter is None else as_array(a)[sorter]).tolist()
    if len(grid) > MANY and state.session is not None and is_traced([v, grid]):
        return elementwise(lambda x: _found(grid, x, side), [v])

    def place(x: Any, low: int, high: int) -> Any:
        if low == high:
            return float(low)
        half = (low + high) // 2
        other = grid[half]
        below = x <= other if side == "left" else x < other
        if is_traced(other):  # a nan is the largest
            is_last = other != other  # noqa: PLR0124
            below = below | (is_last if side == "left" else is_last & (x == x))  # noqa: PLR0124
        return choose(below, place(x, low, half), place(x, half + 1, high))

    return _index(elementwise(lambda x: place(x, 0, len(grid)), [v]))


MANY = 8  # numbers that are looked through in the table itself


def _found(grid: Sequence[Any], x: Any, side: str) -> Any:
    """The place of a number in a sorted grid, where a nan is the largest."""
    place = found_in(state.session.wholes.table(grid), lifted(x), side)
    return choose(np.equal(x, x), place, float(len(grid))) if side == "left" else place


def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    """np.digitize: a balanced choice between whole numbers."""
    if not is_traced(bins):
        bins = np.asarray(numbers(bins))
        np.digitize(0.0, bins)  # raises NumPy's errors
    side: Any = "left" if right else "right"
    falls = len(bins) > 1 and bins[0] > bins[-1]
    rising = np.searchsorted(any_array(bins), x, side)
    if not is_traced(falls) and not falls:
        return rising
    falling = len(bins) - np.searchsorted(any_array(bins[::-1]), x, side)
    return _index(np.where(falls, falling, rising)) if is_traced(falls) else falling


def histogram(
    a: Any, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None
) -> Any:
    """np.histogram: of each bin, the sum of the weights of the elements that lie in it."""
    bins = edges_of(a, bins, range)
    *ends, last = bins
    above = [np.greater_equal(a, end) for end in ends] + [np.greater(a, last)]
    inside = [one & ~after for one, after in pairwise(above)]
    weights = 1.0 if weights is None else weights
    counts = np.stack([np.sum(where(one, weights, 0.0)) for one in inside])
    return (counts / np.diff(bins) / np.sum(counts) if density else counts), bins


def edges_of(a: Any, bins: Any, range: Any) -> Any:
    """The ends of a histogram's bins."""
    if isinstance(bins, str):
        raise refusal(f"np.histogram with bins={bins!r}", "how many bins, or their edges")
    if np.ndim(bins):
        return any_array(bins)
    low, high = (np.min(a), np.max(a)) if range is None else range
    apart = np.where(np.equal(low, high), 0.5, 0.0)[()]
    return any_array(np.linspace(low - apart, high + apart, bins + 1))


def take(a: Any, indices: Any, axis: Any = None, *, mode: str = "raise") -> Any:
    """np.take, by choices between whole numbers too."""
    a, at = (as_array(a).ravel(), 0) if axis is None else (as_array(a), axis % np.ndim(a))
    a = np.moveaxis(a, at, 0)
    if mode != "raise":
        indices = np.clip(indices, 0, len(a) - 1) if mode == "clip" else np.mod(indices, len(a))
    count = np.ndim(indices)
    found = a[indices if is_traced(indices) else np.asarray(numbers(indices), int)]
    return np.moveaxis(found, [*builtins.range(count)], [*builtins.range(at, at + count)])[()]


def take_along_axis(arr: Any, indices: Any, axis: Any = -1) -> Any:
    """np.take_along_axis, by choices between whole numbers too."""
    if axis is None:
        return as_array(arr).ravel()[indices]
    arr, indices = [np.moveaxis(as_array(one), axis, -1) for one in (arr, indices)]
    before = np.broadcast_shapes(arr.shape[:-1], indices.shape[:-1])
    arr, indices = [np.broadcast_to(x, (*before, x.shape[-1])) for x in (arr, indices)]
    rows = zip(rows_of(arr), rows_of(indices), strict=True)
    found = [row[at if is_traced(at) else numbers(at).astype(int)] for row, at in rows]
    return np.moveaxis(np.stack(found).reshape(indices.shape), -1, axis)


def put_along_axis(arr: Any, indices: Any, values: Any, axis: Any) -> None:
    """np.put_along_axis, by choices between whole numbers too."""
    rows = arr if axis is not None else arr.reshape(-1)  # a view
    rows, indices = [np.moveaxis(as_array(one), axis or 0, -1) for one in (rows, indices)]
    values = np.asarray(as_array(values))
    if axis is not None and values.ndim == rows.ndim:
        values = np.moveaxis(values, axis, -1)
    values = np.broadcast_to(values, indices.shape)
    for place in np.ndindex(indices.shape):
        at = indices[place]
        rows[(*place[:-1], at if is_traced(at) else int(at))] = values[place]


def unravel_index(indices: Any, shape: Sequence[int], order: str = "C") -> Any:
    found, rest = [], any_array(indices)
    for size in reversed(shape) if order == "C" else shape:
        found.append(rest % size)
        rest = rest // size
    return tuple(reversed(found) if order == "C" else found)


def median(a: Any, axis: Any = None, keepdims: Any = False) -> Any:
    """np.median: the middle of the sorted elements, or the mean of the two in the middle."""

    return _of_sorted(_middle, a, axis, keepdims)


def _middle(rows: Any) -> Any:
    half, odd = divmod(rows.shape[-1], 2)
    return rows[..., half] if odd else (rows[..., half - 1] + rows[..., half]) / 2.0


def nanmedian(a: Any, axis: Any = None, keepdims: Any = False) -> Any:
    def of_rows(rows: Any) -> Any:
        if not state.whole:
            return _of_numbers(_middle, rows)
        ordered, places = np.sort(rows), (np.sum(~np.isnan(rows), axis=-1) - 1) * 0.5
        return (_at(ordered, np.floor(places)) + _at(ordered, np.ceil(places))) / 2.0

    return _of_rows(of_rows, a, axis, keepdims)


def quantile(
    a: Any, q: Any, axis: Any = None, *, method: str = "linear", keepdims: Any = False
) -> Any:
    """np.quantile, between the two nearest of the sorted elements."""
    pick = _quantile_of(method)
    return _of_each(lambda q: _of_sorted(lambda rows: pick(rows, q), a, axis, keepdims), q)


def nanquantile(
    a: Any, q: Any, axis: Any = None, *, method: str = "linear", keepdims: Any = False
) -> Any:
    """np.nanquantile: the place is that among those that are no nans."""
    pick = _quantile_of(method)

    def of_rows(rows: Any, q: Any) -> Any:
        if not state.whole:
            return _of_numbers(lambda first: pick(first, q), rows)
        counts = np.sum(~np.isnan(rows), axis=-1)
        return _at(np.sort(rows), place_of(method, counts, q))

    return _of_each(lambda q: _of_rows(lambda rows: of_rows(rows, q), a, axis, keepdims), q)


def _quantile_of(method: str) -> Callable[[Any, Any], Any]:
    """What lies at a quantile of sorted rows."""

    def pick(rows: Any, q: Any) -> Any:
        last = rows.shape[-1] - 1
        place = place_of(method, last + 1, q)
        if is_traced(place):
            return _at(rows, place)
        place = float(place)
        below = min(math.floor(place), max(last - 1, 0))
        low, high, t = rows[..., below], rows[..., min(below + 1, last)], place - below
        if t in (0.0, 1.0):
            return high if t else low
        return low + (high - low) * t if t < 0.5 else high - (high - low) * (1.0 - t)

    return pick


def _of_numbers(pick: Callable[[Any], Any], rows: Any) -> Any:
    """What is picked of each row's elements that are no nans, which are the first of the sorted:
    a balanced choice by how many they are."""
    ordered, counts = np.sort(rows), np.sum(~np.isnan(rows), axis=-1)

    def found(low: int, high: int) -> Any:
        if high - low == 1:
            return pick(ordered[..., :low])
        half = (low + high) // 2
        return np.where(counts < half, found(low, half), found(half, high))

    return found(1, rows.shape[-1] + 1)


def _of_percent(quantile: Callable[..., Any]) -> Callable[..., Any]:
    """np.percentile or np.nanpercentile."""

    @wraps(quantile)
    def percentile(a: Any, q: Any, *args: Any, **options: Any) -> Any:
        return quantile(a, np.true_divide(q, 100.0), *args, **options)

    return percentile


percentile, nanpercentile = _of_percent(quantile), _of_percent(nanquantile)


def _of_each(of_one: Callable[[Any], Any], q: Any) -> Any:
    """The quantile for each of q."""
    if not is_traced(q):
        np.quantile(0.0, q)  # raises NumPy's errors
    if not np.ndim(q):
        beyond: Any = Node(RAISE, (), (ValueError, "Quantiles must be in the range [0, 1]"))
        return np.where((q >= 0.0) & (q <= 1.0), of_one(q), beyond) if is_traced(q) else of_one(q)
    return np.stack([_of_each(of_one, one) for one in (any_array(q) if is_traced(q) else q)])


# Where between the sorted elements a quantile lies, by method: from how many there are, and q.
_PLACES: dict[str, Callable[..., Any]] = {
    "linear": lambda n, q: (n - 1) * q,
    "lower": lambda n, q: np.floor((n - 1) * q),
    "higher": lambda n, q: np.ceil((n - 1) * q),
    "midpoint": lambda n, q: 0.5 * (np.floor((n - 1) * q) + np.ceil((n - 1) * q)),
    "nearest": lambda n, q: np.rint((n - 1) * q),
    "inverted_cdf": lambda n, q: np.ceil(n * q) - 1,
    "interpolated_inverted_cdf": lambda n, q: n * q - 1,
    "hazen": lambda n, q: n * q - 0.5,
    "weibull": lambda n, q: n * q + q - 1,
    "median_unbiased": lambda n, q: n * q + (1 / 3 + q * (1 / 3)) - 1,
    "normal_unbiased": lambda n, q: n * q + (3 / 8 + q * (1 / 4)) - 1,
}


def place_of(method: str, n: Any, q: Any) -> Any:
    """Where between n sorted elements the quantile q lies, by one of NumPy's methods."""
    if method not in _PLACES:
        raise refusal(f"a quantile of traced values with method={method!r}", ", ".join(_PLACES))
    return np.minimum(np.maximum(_PLACES[method](n, q), 0), n - 1)


def _at(rows: Any, places: Any) -> Any:
    """What lies at a place of each row, between its elements."""
    count = rows.shape[-1]
    if state.whole:
        low = np.clip(np.floor(places), 0, max(count - 2, 0)).astype(int)
        at = np.broadcast_to(low, rows.shape[:-1])[..., None]
        below = np.take_along_axis(rows, at, -1)[..., 0]
        above = np.take_along_axis(rows, np.minimum(at + 1, count - 1), -1)[..., 0]
        part = (places - low).astype(rows.dtype)
        step = above - below
        between = np.where(part < 0.5, below + step * part, above - step * (1.0 - part))
        known = ((part == 0.0) | (part == 1.0)) & ~np.isfinite(step)  # above may be a nan
        return np.where(known, np.where(part == 0.0, below, above), between)
    flat = np.broadcast_to(places, rows.shape[:-1]).ravel()
    pairs = zip(flat, rows.reshape(-1, count), strict=True)
    return packed([interp(at, np.arange(count), row) for at, row in pairs], rows.shape[:-1])


def _of_sorted(pick: Callable[[Any], Any], a: Any, axis: Any, keepdims: Any) -> Any:
    """What is picked of the elements that the axes hold, sorted along one last axis; nan where one
    is among them, which then have no order."""

    def of_rows(rows: Any) -> Any:
        ordered = np.sort(rows) if state.whole else along(-1, _without_nan, rows)
        return np.where(np.any(np.isnan(rows), axis=-1), math.nan, pick(ordered))

    return _of_rows(of_rows, a, axis, keepdims)


def _of_rows(pick: Callable[[Any], Any], a: Any, axis: Any, keepdims: Any) -> Any:
    array = any_array(a)
    axes = list(range(array.ndim)) if axis is None else np.atleast_1d(axis).tolist()
    moved = np.moveaxis(array, axes, range(-len(axes), 0))
    rows = moved.reshape(*moved.shape[: array.ndim - len(axes)], -1)
    return _shaped(pick(rows), a, axis, keepdims)


def _shaped(result: Any, a: Any, axis: Any, keepdims: Any) -> Any:
    result = any_array(result)
    if keepdims is True:
        result = np.expand_dims(result, tuple(range(np.ndim(a))) if axis is None else axis)
    return result[()]


# ---------------------------------------------------------------------------------- interpolation


def interp(  # noqa: PLR0917  # NumPy's parameters
    x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None, period: Any = None
) -> Any:
    """np.interp: a balanced tree of comparisons with the grid, or bisect where that is long, and
    NumPy's formula in each interval. At a grid point the derivative is that of the interval to the
    right."""
    if period is not None:
        x, xp, fp = periodic(x, xp, fp, period)
        left = right = None
    grid, values = objects(xp).tolist(), objects(fp).tolist()
    np.interp(0.0, np.arange(len(grid)), np.zeros(len(values)))  # raises NumPy's errors
    pieces = [
        (start, value, (after - value) / (end - start))
        for start, end, value, after in zip(grid, grid[1:], values, values[1:], strict=False)
        if is_traced([start, end]) or start < end
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
            long = len(pieces) > MANY and state.session is not None and is_traced([x, grid])
            found = _between(grid, values, x) if long else inside(x, pieces)
            result = choose(x < grid[-1], found, result)
        return choose(x < grid[0], values[0] if left is None else left, result)

    return elementwise(at, [x])


def periodic(x: Any, xp: Any, fp: Any, period: Any) -> tuple[Any, Any, Any]:
    """Numbers within one period, and the table in order with what is beyond its ends."""
    x, xp, fp = np.mod(x, period), np.mod(xp, period), any_array(fp)
    order = np.argsort(xp)
    xp, fp = np.take(xp, order), np.take(fp, order)
    xp = np.concatenate([xp[-1:] - period, xp, xp[:1] + period])
    return x, xp, np.concatenate([fp[-1:], fp, fp[:1]])


def _between(grid: list[Any], values: list[Any], x: Any) -> Any:
    """The same at one number inside the grid, in the interval that bisect finds."""
    at = found_in(state.session.wholes.table(grid), lifted(x), "right") - 1.0
    start, value = surely(grid, at), surely(values, at)
    if is_traced([grid, values]):
        above = surely(values, at + 1.0) - value
        return above / (surely(grid, at + 1.0) - start) * (x - start) + value
    pairs = zip(pairwise(grid), pairwise(values), strict=True)
    slopes = [(b - a) / (end - begin) if begin < end else 0.0 for (begin, end), (a, b) in pairs]
    return surely(slopes, at) * (x - start) + value

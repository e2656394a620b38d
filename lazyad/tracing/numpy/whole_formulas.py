"""What NumPy's functions are that are formulas of others: written as plain NumPy on whole arrays.

In and out as in `whole_functions`. A room of its own because nothing here knows a Node: each is a
few lines that anybody could write.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.tracing.numpy.arrays import OF_WHOLE, refusal
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, applied, holds_whole, node_of
from lazyad.tracing.numpy.whole_functions import find
from lazyad.tracing.numpy.whole_shapes import Axis


def _array(x: Any) -> Any:
    """The array itself, or a traced one of what lists hold."""
    return x if isinstance(x, Whole) else Whole(node_of(x))


# ---------------------------------------------------------------------------------- without nan


def _put_for_nan(a: Any, instead: float) -> Any:
    a = _array(a)
    return np.where(np.isnan(a), instead, a) if a.dtype.kind == "f" else a


def _without_nan(function: Any, instead: float) -> Callable[..., Any]:
    def call(a: Any, axis: Axis = None, keepdims: bool = False) -> Any:
        return function(_put_for_nan(a, instead), axis=axis, keepdims=keepdims)

    return call


def _nan_extreme(function: Any, instead: float) -> Callable[..., Any]:
    """The extreme of those that are numbers; nan where none is."""

    def call(a: Any, axis: Axis = None, keepdims: bool = False) -> Any:
        found = function(_put_for_nan(a, instead), axis=axis, keepdims=keepdims)
        if _array(a).dtype.kind != "f":
            return found
        nan: Any = np.all(np.isnan(a), axis=axis, keepdims=keepdims)  # type: ignore[arg-type]
        return np.where(nan, np.nan, found)

    return call


def _numbers(a: Any, axis: Axis, keepdims: bool) -> Any:
    """How many are no nan."""
    count: Any = np.sum(~np.isnan(_array(a)), axis=axis, keepdims=keepdims)
    return count.astype(_array(a).dtype if _array(a).dtype.kind == "f" else float)


def _nanmean(a: Any, axis: Axis = None, keepdims: bool = False) -> Any:
    return np.nansum(a, axis=axis, keepdims=keepdims) / _numbers(a, axis, keepdims)


def _nanvar(a: Any, axis: Axis = None, ddof: int = 0, keepdims: bool = False) -> Any:
    apart = np.square(_array(a) - _nanmean(a, axis, True))
    apart = np.where(np.isnan(_array(a)), 0.0, apart)
    return np.sum(apart, axis=axis, keepdims=keepdims) / (_numbers(a, axis, keepdims) - ddof)


def _nanstd(a: Any, axis: Axis = None, ddof: int = 0, keepdims: bool = False) -> Any:
    return applied(ops.length, [_nanvar(a, axis, ddof, keepdims)])


def _nan_to_num(
    x: Any, copy: bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None
) -> Any:
    x = _array(x)
    if x.dtype.kind != "f":
        return x
    most = float(np.finfo(x.dtype).max)
    found = np.where(np.isnan(x), nan, x)
    found = np.where(x == np.inf, most if posinf is None else posinf, found)
    return np.where(x == -np.inf, -most if neginf is None else neginf, found)


# ---------------------------------------------------------------------------------- order


def _ordered(a: Any, axis: Axis) -> tuple[Any, Any]:
    """The elements along the last axis, sorted; and whether a nan is among them."""
    a = _array(a)
    if isinstance(axis, (tuple, list)):
        last = [*range(-len(axis), 0)]
        a = np.moveaxis(a, axis, last)
        stay = a.shape[: a.ndim - len(axis)]
        a = np.reshape(a, (*stay, a.size // max(1, math.prod(stay))))
    else:
        a = np.ravel(a) if axis is None else np.moveaxis(a, axis, -1)
    return np.sort(a, axis=-1), np.any(np.isnan(a), axis=-1)


def _kept(found: Any, axis: Axis, keepdims: bool, rank: int) -> Any:
    if not keepdims:
        return found
    return np.reshape(found, (1,) * rank) if axis is None else np.expand_dims(found, axis)


def _median(a: Any, axis: Axis = None, keepdims: bool = False) -> Any:
    rank = np.ndim(_array(a))
    row, nan = _ordered(a, axis)
    half, odd = divmod(row.shape[-1], 2)
    middle = row[..., half] if odd else (row[..., half - 1] + row[..., half]) / 2.0
    return _kept(np.where(nan, np.nan, middle), axis, keepdims, rank)


def _quantile(
    a: Any, q: Any, axis: Axis = None, method: str = "linear", keepdims: bool = False
) -> Any:
    if method != "linear" or isinstance(q, Whole):
        raise refusal("np.quantile of a traced q, or by another method", "method='linear'")
    rank = np.ndim(_array(a))
    row, nan = _ordered(a, axis)
    places = np.asarray(q, float) * (row.shape[-1] - 1)
    low = np.clip(np.floor(places).astype(int), 0, max(row.shape[-1] - 2, 0))
    high = np.minimum(low + 1, row.shape[-1] - 1)
    share = (places - low).astype(row.dtype if row.dtype.kind == "f" else float)
    below, above = [
        np.moveaxis(np.take(row, at, axis=-1), [*range(-share.ndim, 0)], [*range(share.ndim)])
        for at in (low, high)
    ]
    share = np.reshape(share, (*share.shape, *(1,) * (np.ndim(below) - share.ndim)))
    found = np.where(nan, np.nan, below + share * (above - below))
    return _kept(found, axis, keepdims, rank) if share.ndim == 0 or not keepdims else found


def _percentile(a: Any, q: Any, axis: Axis = None, **more: Any) -> Any:
    return _quantile(a, np.asarray(q, float) / 100.0, axis, **more)


def _digitize(x: Any, bins: Any, right: bool = False) -> Any:
    return np.searchsorted(bins, _array(x), side="left" if right else "right")


# ---------------------------------------------------------------------------------- shapes


def _dstack(tup: Any) -> Any:
    return np.concatenate([FUNCTIONS[np.atleast_3d](one) for one in tup], axis=2)


def _atleast_3d(*arys: Any) -> Any:
    def spread(one: Any) -> Any:
        one = np.atleast_1d(_array(one))
        if one.ndim == 1:
            return one[None, :, None]
        return one[..., None] if one.ndim == 2 else one

    found = [spread(one) for one in arys]
    return found[0] if len(found) == 1 else tuple(found)


def _append(arr: Any, values: Any, axis: int | None = None) -> Any:
    parts = [_array(arr), _array(values)]
    if axis is None:
        return np.concatenate([np.ravel(one) for one in parts])
    return np.concatenate(parts, axis=axis)


def _block(arrays: Any) -> Any:
    """np.block: what is innermost is put side by side, along the last axis."""

    def depth_of(part: Any) -> int:
        return 1 + depth_of(part[0]) if isinstance(part, list) else 0

    depth = depth_of(arrays)
    rank = max(depth, *_ranks(arrays))

    def joined(part: Any, level: int) -> Any:
        if isinstance(part, list):
            return np.concatenate([joined(one, level + 1) for one in part], axis=level - depth)
        one = _array(part)
        return np.reshape(one, (1,) * (rank - one.ndim) + one.shape)

    return joined(arrays, 0)


def _ranks(part: Any) -> list[int]:
    if isinstance(part, list):
        return [rank for one in part for rank in _ranks(one)]
    return [np.ndim(_array(part))]


def _rot90(m: Any, k: int = 1, axes: tuple[int, int] = (0, 1)) -> Any:
    k %= 4
    if k == 2:
        return np.flip(m, axes)
    if k == 0:
        return m[:]
    return (
        np.swapaxes(np.flip(m, axes[1]), *axes)
        if k == 1
        else np.flip(np.swapaxes(m, *axes), axes[1])
    )


def _meshgrid(*xi: Any, indexing: str = "xy", sparse: bool = False, copy: bool = True) -> Any:
    count = len(xi)
    turn = indexing == "xy" and count > 1
    order = [1, 0, *range(2, count)] if turn else [*range(count)]
    axes = [tuple([i for i in range(count) if i != order[at]]) for at in range(count)]
    found = [np.expand_dims(np.ravel(_array(x)), axis) for x, axis in zip(xi, axes, strict=True)]
    return tuple(found) if sparse else tuple([one.copy() for one in np.broadcast_arrays(*found)])


def _broadcast_arrays(*args: Any) -> Any:
    arrays = [_array(arg) for arg in args]
    shape = np.broadcast_shapes(*[one.shape for one in arrays])
    return tuple([np.broadcast_to(one, shape) for one in arrays])


def _delete(arr: Any, obj: Any, axis: int | None = None) -> Any:
    arr = np.ravel(_array(arr)) if axis is None else arr
    axis = 0 if axis is None else axis
    return np.take(arr, np.delete(np.arange(arr.shape[axis]), obj), axis=axis)


def _insert(arr: Any, obj: Any, values: Any, axis: int | None = None) -> Any:
    x = np.ravel(_array(arr)) if axis is None else _array(arr)
    axis = 0 if axis is None else axis % x.ndim
    more = _array(values)
    more = np.reshape(more, (1,) * (x.ndim - more.ndim) + more.shape)
    if np.ndim(obj) == 0:  # as many slices as there are, at one place
        more = np.moveaxis(more, 0, axis)
    count = max(more.shape[axis], np.size(obj))
    more = np.broadcast_to(more, (*x.shape[:axis], count, *x.shape[axis + 1 :]))
    size = x.shape[axis]
    places = np.insert(np.arange(size), obj, np.arange(size, size + count))
    return np.take(np.concatenate([x, more], axis=axis), places, axis=axis)


def _resize(a: Any, new_shape: Any) -> Any:
    x = np.ravel(_array(a))
    shape = tuple(np.atleast_1d(new_shape).tolist())
    return np.reshape(x[np.arange(math.prod(shape)) % max(1, x.size)], shape)


class _Joining:
    """np.r_, whose parts are rows, or np.c_, whose parts are columns."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getitem__(self, key: Any) -> Any:
        parts = [*key] if isinstance(key, tuple) else [key]
        if not holds_whole(parts):
            return self._real[key]
        if any(isinstance(part, str) for part in parts):
            raise refusal("np.r_ with directions", "np.concatenate, and np.stack")
        arrays = [np.r_[part] if isinstance(part, slice) else _array(part) for part in parts]
        arrays = [np.atleast_1d(one) for one in arrays]
        if self._real is np.r_:
            return np.concatenate(arrays)
        return np.concatenate([one[:, None] if one.ndim == 1 else one for one in arrays], axis=-1)


def _put(a: Any, ind: Any, v: Any, mode: str = "raise") -> None:
    if mode != "raise" or isinstance(ind, Whole):
        raise refusal("np.put with mode= or at traced places", "an assignment x.flat, or x[index]")
    flat = np.ravel(a).copy()
    flat[np.ravel(ind)] = np.resize(np.ravel(_array(v)), np.size(ind))
    a[...] = np.reshape(flat, a.shape)


def _putmask(a: Any, mask: Any, values: Any) -> None:
    values = np.reshape(np.resize(_array(values), (a.size,)), a.shape)
    a[...] = np.where(mask, values, a.copy())


def _place(arr: Any, mask: Any, vals: Any) -> None:
    if isinstance(mask, Whole):
        raise refusal("np.place where a traced mask holds", "np.where(mask, values, x)")
    count = int(np.count_nonzero(mask))
    arr[np.asarray(mask, bool)] = np.resize(np.ravel(_array(vals)), (count,))


def _apply_along_axis(func1d: Any, axis: int, arr: Any, *args: Any, **kwargs: Any) -> Any:
    x = np.moveaxis(_array(arr), axis, -1)
    rows = np.reshape(x, (-1, x.shape[-1]))
    found = np.stack([_array(func1d(row, *args, **kwargs)) for row in rows])
    inner = found.shape[1:]
    found = np.reshape(found, (*x.shape[:-1], *inner))
    last = [*range(-len(inner), 0)]
    first = axis % x.ndim
    return np.moveaxis(found, last, [*range(first, first + len(inner))])


def _put_along_axis(arr: Any, indices: Any, values: Any, axis: int) -> None:
    spread = [1 if at == axis % arr.ndim else size for at, size in enumerate(arr.shape)]
    shape = [*np.broadcast_shapes(indices.shape, tuple(spread))]
    shape[axis] = indices.shape[axis]
    places: list[Any] = [*np.ogrid[tuple([slice(size) for size in shape])]]
    places[axis] = indices
    arr[tuple(places)] = values


# ---------------------------------------------------------------------------------- numbers


def _round(a: Any, decimals: int = 0) -> Any:
    a = _array(a)
    if a.dtype.kind in "iub" and decimals >= 0:
        return a
    scale = 10.0 ** abs(decimals)
    if not decimals:
        return np.rint(a)
    return np.rint(a * scale) / scale if decimals > 0 else np.rint(a / scale) * scale


def _piecewise(x: Any, condlist: Any, funclist: Any, *args: Any, **kw: Any) -> Any:
    x = _array(x)
    conditions = [*condlist] if isinstance(condlist, (list, tuple)) else [condlist]
    if len(funclist) == len(conditions) + 1:
        rest = conditions[0]
        for one in conditions[1:]:
            rest = rest | one
        conditions.append(~_array(rest))
    found = np.zeros_like(x)
    for condition, value in zip(conditions, funclist, strict=True):
        found = np.where(condition, value(x, *args, **kw) if callable(value) else value, found)
    return found


def _choose(a: Any, choices: Any, mode: str = "raise") -> Any:
    if mode != "raise":
        raise refusal(f"np.choose with mode={mode!r}", "mode='raise'")
    found = choices[-1]
    for place, one in reversed([*enumerate(choices)][:-1]):
        found = np.where(_array(a) == place, one, found)
    return found


def _linspace(start: Any, stop: Any, num: int = 50, endpoint: bool = True, axis: int = 0) -> Any:
    start, stop = np.broadcast_arrays(_array(start), _array(stop))
    share = np.arange(num) / max(1, num - 1 if endpoint else num)
    share = np.reshape(share, (num, *(1,) * start.ndim))
    found = start + share * (stop - start)
    if endpoint and num > 1:
        found = np.concatenate([found[:-1], stop[None]])
    return np.moveaxis(found, 0, axis)


def _compress(condition: Any, a: Any, axis: int | None = None) -> Any:
    """np.compress: what a list of bools says."""
    if isinstance(condition, Whole):
        what = "np.compress by a traced condition: nobody knows how many elements it keeps"
        raise refusal(what, "np.where(condition, x, 0.0), which keeps all of them")
    x = np.ravel(_array(a)) if axis is None else _array(a)
    return np.take(x, np.flatnonzero(condition), axis=axis or 0)


def _unknown_count(name: str, instead: str) -> Callable[..., Any]:
    def refuse(*args: Any, **kwargs: Any) -> Any:
        what = f"np.{name} of a traced array: nobody knows how many elements it comes to"
        raise refusal(what, instead)

    return refuse


def _unravelled(indices: Any, shape: Any, order: str = "C") -> Any:
    """np.unravel_index."""
    found, rest = [], _array(indices)
    for size in reversed(shape) if order == "C" else shape:
        found.append(rest % size)
        rest = rest // size
    return tuple(reversed(found) if order == "C" else found)


def _modf(x: Any) -> Any:
    whole = np.trunc(x)
    return np.copysign(np.where(np.isinf(x), 0.0, x - whole), x), whole


def _bincount(x: Any, weights: Any = None, minlength: int = 0) -> Any:
    if isinstance(x, Whole):
        raise refusal("np.bincount of traced numbers", "np.add.at(np.zeros(n), x, weights)")
    found = _array(np.zeros(max(int(np.max(x, initial=-1)) + 1, minlength)))
    np.add.at(found, x, weights)
    return found


def _unwrap(p: Any, discont: Any = None, axis: int = -1, *, period: float = 2 * np.pi) -> Any:
    p, half = _array(p), period / 2.0
    step = np.diff(p, axis=axis)
    turn = np.mod(step + half, period) - half
    turn = np.where((turn == -half) & (step > 0), half, turn) - step
    turn = np.where(np.abs(step) < (half if discont is None else discont), 0.0, turn)
    first, rest = np.split(p, [1], axis=axis)
    return np.concatenate([first, rest + np.cumsum(turn, axis=axis)], axis=axis)


def _polyfit(x: Any, y: Any, deg: int) -> Any:
    powers = FUNCTIONS[np.vander](_array(x), deg + 1)
    scale = np.sqrt(np.sum(powers * powers, axis=0))
    found = np.linalg.lstsq(powers / scale, _array(y))[0]
    return (found.T / scale).T


def _reduceat(array: Any, indices: Any, axis: int = 0) -> Any:
    x = np.moveaxis(_array(array), axis, 0)
    ends = [*indices[1:], x.shape[0]]
    parts = [
        np.sum(x[start:end], axis=0) if start < end else x[start]
        for start, end in zip(indices, ends, strict=True)
    ]
    return np.moveaxis(np.stack(parts), 0, axis)


def _running(join: Any, neutral: float) -> Callable[..., Any]:
    """np.maximum.accumulate and its like: the extreme of each and those before it."""

    def call(array: Any, axis: int = 0) -> Any:
        x = np.moveaxis(_array(array), axis, -1)
        before = np.tri(x.shape[-1], dtype=bool)
        return np.moveaxis(join(np.where(before, x[..., None, :], neutral), axis=-1), -1, axis)

    return call


def _cumulative(function: Any, first: float) -> Callable[..., Any]:
    """np.cumulative_sum and np.cumulative_prod."""

    def call(x: Any, axis: int | None = None, include_initial: bool = False) -> Any:
        x = _array(x)
        if axis is None and x.ndim != 1:
            raise ValueError("an array of several axes, and axis= does not say along which")
        axis = 0 if axis is None else axis
        found = function(x, axis=axis)
        if not include_initial:
            return found
        start = np.full_like(np.take(found, [], axis=axis), first)
        shape = [*start.shape]
        shape[axis] = 1
        return np.concatenate([np.full(shape, first).astype(found.dtype), found], axis=axis)

    return call


def _select(condlist: Sequence[Any], choicelist: Sequence[Any], default: Any = 0) -> Any:
    found = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist), strict=True):
        found = np.where(condition, choice, found)
    return found


def _isclose(
    a: Any, b: Any, rtol: float = 1e-5, atol: float = 1e-8, equal_nan: bool = False
) -> Any:
    a, b = _array(a), _array(b)
    near = (np.abs(a - b) <= atol + rtol * np.abs(b)) & np.isfinite(b)
    near = near | (a == b)
    return near | (np.isnan(a) & np.isnan(b)) if equal_nan else near


def _array_equal(a1: Any, a2: Any, equal_nan: bool = False) -> Any:
    a1, a2 = _array(a1), _array(a2)
    if a1.shape != a2.shape:
        return False
    return np.all(_isclose(a1, a2, 0.0, 0.0, True) if equal_nan else a1 == a2)


def _polyval(p: Any, x: Any) -> Any:
    found = 0.0
    for one in _array(p):
        found = found * _array(x) + one
    return found


def _vander(x: Any, N: int | None = None, increasing: bool = False) -> Any:
    x = _array(x)
    powers = np.arange(x.shape[0] if N is None else N)
    return np.stack([x ** int(n) for n in (powers if increasing else powers[::-1])], axis=-1)


def _cov(m: Any, y: Any = None, rowvar: bool = True, bias: bool = False, ddof: Any = None) -> Any:
    m = _rows(m, rowvar)
    m = m if y is None else np.concatenate([m, _rows(y, rowvar)])
    less = (0 if bias else 1) if ddof is None else ddof
    apart = m - np.mean(m, axis=1, keepdims=True)
    return np.squeeze(apart @ apart.T / (m.shape[1] - less))


def _rows(m: Any, rowvar: bool) -> Any:
    """A variable in each row."""
    m = np.atleast_2d(_array(m)).astype(float)
    return m if rowvar or m.shape[0] == 1 else m.T


def _corrcoef(x: Any, y: Any = None, rowvar: bool = True) -> Any:
    found = _cov(x, y, rowvar)
    if not found.ndim:
        return found / found
    spread = np.sqrt(np.diagonal(found))
    return np.clip(found / spread[:, None] / spread[None, :], -1.0, 1.0)


def _correlate(a: Any, v: Any, mode: str = "valid") -> Any:
    return FUNCTIONS[np.convolve](_array(a), np.flip(_array(v)), mode)


def _shifted(x: Any, axes: Any, sign: int) -> Any:
    """np.fft.fftshift: the frequency 0 in the middle; or back."""
    x = x if hasattr(x, "shape") else _array(x)
    axes = [*range(x.ndim)] if axes is None else [*np.atleast_1d(axes)]
    shifts = [
        x.shape[axis] // 2 if sign > 0 else x.shape[axis] - x.shape[axis] // 2 for axis in axes
    ]
    return np.roll(x, shifts, axes)


def _gradient(f: Any, *steps: Any, axis: Any = None, edge_order: int = 1) -> Any:
    """np.gradient with a number for the step along each axis."""
    f = _array(f)
    axes = [*range(f.ndim)] if axis is None else [axis] if isinstance(axis, int) else [*axis]
    steps = steps or (1.0,)
    steps = steps * len(axes) if len(steps) == 1 else steps
    if edge_order != 1 or any(np.ndim(step) for step in steps):
        raise refusal("np.gradient of uneven steps, or with edge_order=2", "a number for each axis")

    def along(at: int, step: Any) -> Any:
        if f.shape[at] < 2:
            raise ValueError("np.gradient needs two elements at least along each axis")
        y = np.moveaxis(f, at, -1)
        inside = (y[..., 2:] - y[..., :-2]) / (2.0 * step)
        first, last = [
            (y[..., k + 1 : k + 2] - y[..., k : k + 1]) / step for k in (0, y.shape[-1] - 2)
        ]
        return np.moveaxis(np.concatenate([first, inside, last], axis=-1), -1, at)

    found = [along(at, step) for at, step in zip(axes, steps, strict=True)]
    return found[0] if len(found) == 1 and (axis is not None or f.ndim == 1) else tuple(found)


def _ediff1d(ary: Any) -> Any:
    return np.diff(np.ravel(_array(ary)))


def _divmod(x1: Any, x2: Any) -> Any:
    return np.floor_divide(x1, x2), np.remainder(x1, x2)


_FORMULAS: dict[str, Callable[..., Any]] = {
    "nansum": _without_nan(np.sum, 0.0),
    "nanprod": _without_nan(np.prod, 1.0),
    "nanmax": _nan_extreme(np.max, -np.inf),
    "nanmin": _nan_extreme(np.min, np.inf),
    "nanmean": _nanmean,
    "nanvar": _nanvar,
    "nanstd": _nanstd,
    "nancumsum": lambda a, axis=None: np.cumsum(_put_for_nan(a, 0.0), axis=axis),
    "nan_to_num": _nan_to_num,
    "median": _median,
    "quantile": _quantile,
    "percentile": _percentile,
    "digitize": _digitize,
    "dstack": _dstack,
    "atleast_3d": _atleast_3d,
    "append": _append,
    "block": _block,
    "rot90": _rot90,
    "rollaxis": lambda a, axis, start=0: np.moveaxis(a, axis, start - (start > axis % a.ndim)),
    "meshgrid": _meshgrid,
    "broadcast_arrays": _broadcast_arrays,
    "delete": _delete,
    "put_along_axis": _put_along_axis,
    "diagflat": lambda v, k=0: np.diag(np.ravel(v), k),
    "round": _round,
    "around": _round,
    "select": _select,
    "isclose": _isclose,
    "allclose": lambda *args, **kwargs: np.all(_isclose(*args, **kwargs)),
    "array_equal": _array_equal,
    "count_nonzero": lambda a, axis=None, keepdims=False: np.sum(
        _array(a) != 0, axis=axis, keepdims=keepdims
    ),
    "polyval": _polyval,
    "vander": _vander,
    "cov": _cov,
    "corrcoef": _corrcoef,
    "correlate": _correlate,
    "gradient": _gradient,
    "ediff1d": _ediff1d,
    "cumulative_sum": _cumulative(np.cumsum, 0.0),
    "cumulative_prod": _cumulative(np.cumprod, 1.0),
    "nancumprod": lambda a, axis=None: np.cumprod(_put_for_nan(a, 1.0), axis=axis),
    "insert": _insert,
    "resize": _resize,
    "put": _put,
    "putmask": _putmask,
    "place": _place,
    "apply_along_axis": _apply_along_axis,
    "piecewise": _piecewise,
    "choose": _choose,
    "linspace": _linspace,
    "bincount": _bincount,
    "unwrap": _unwrap,
    "polyfit": _polyfit,
    "fix": np.trunc,
    "dsplit": lambda ary, by: np.split(ary, by, 2),
    "unstack": lambda x, axis=0: tuple(np.moveaxis(x, axis, 0)),
    "linalg.matrix_transpose": lambda x, /: _array(x).mT,
    "linalg.diagonal": lambda x, /, *, offset=0: np.diagonal(x, offset, -2, -1),
    "linalg.trace": lambda x, /, *, offset=0: np.trace(x, offset, -2, -1),
    "linalg.cross": lambda x1, x2, /, *, axis=-1: np.cross(x1, x2, axis=axis),
    "fft.fftshift": lambda x, axes=None: _shifted(x, axes, 1),
    "fft.ifftshift": lambda x, axes=None: _shifted(x, axes, -1),
    "divmod": _divmod,
    "matvec": lambda x1, x2: np.einsum("...ij,...j->...i", x1, x2),
    "vecmat": lambda x1, x2: np.einsum("...i,...ij->...j", x1, x2),
    "imag": np.zeros_like,
    "partition": lambda a, kth, axis=-1, kind="": np.sort(a, axis=axis),
    "argpartition": lambda a, kth, axis=-1, kind="": np.argsort(a, axis=axis),
    "compress": _compress,
    "extract": lambda condition, arr: _compress(np.ravel(condition), arr),
    "unravel_index": _unravelled,
    "modf": _modf,
    "isreal": lambda x: np.ones(_array(x).shape, bool),
    "isrealobj": lambda x: True,
    "iscomplexobj": lambda x: False,
    "real_if_close": lambda a, tol=100: a,
    **dict.fromkeys(
        ("nonzero", "flatnonzero", "argwhere"),
        _unknown_count("nonzero", "np.where(mask, x, 0.0), or x[mask] and its sum or mean"),
    ),
    "unique": _unknown_count("unique", "np.sort, which keeps all of them"),
}
FUNCTIONS.update({find(name): meaning for name, meaning in _FORMULAS.items() if find(name)})
FUNCTIONS[np.add, "reduceat"] = _reduceat
FUNCTIONS[np.maximum, "accumulate"] = _running(np.max, -np.inf)
FUNCTIONS[np.minimum, "accumulate"] = _running(np.min, np.inf)
OF_WHOLE.update({np.r_: _Joining(np.r_), np.c_: _Joining(np.c_)})
FUNCTIONS[np.logical_and, "reduce"] = lambda a, axis=0: np.all(a, axis=axis)
FUNCTIONS[np.logical_or, "reduce"] = lambda a, axis=0: np.any(a, axis=axis)

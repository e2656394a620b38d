"""What NumPy's functions are that are formulas of others: written as plain NumPy on whole arrays.

In and out as in `whole_functions`. A room of its own because nothing here knows a Node: each is a
few lines that anybody could write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, node_of
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
    return np.sqrt(_nanvar(a, axis, ddof, keepdims))


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
    if y is not None:
        raise refusal("np.cov with y=", "np.cov(np.stack([m, y]))")
    m = np.atleast_2d(_array(m)).astype(float)
    m = m if rowvar or m.shape[0] == 1 else m.T
    less = (0 if bias else 1) if ddof is None else ddof
    apart = m - np.mean(m, axis=1, keepdims=True)
    return np.squeeze(apart @ apart.T / (m.shape[1] - less))


def _corrcoef(x: Any, rowvar: bool = True) -> Any:
    found = _cov(x, None, rowvar)
    if not found.ndim:
        return found / found
    spread = np.sqrt(np.diagonal(found))
    return np.clip(found / spread[:, None] / spread[None, :], -1.0, 1.0)


def _correlate(a: Any, v: Any, mode: str = "valid") -> Any:
    return FUNCTIONS[np.convolve](_array(a), np.flip(_array(v)), mode)


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


def _of_one_axis(function: Any) -> Callable[..., Any]:
    def call(x: Any, axis: int | None = None) -> Any:
        if axis is None and _array(x).ndim != 1:
            raise ValueError("an array of several axes, and axis= does not say along which")
        return function(x, axis=axis)

    return call


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
    "cumulative_sum": _of_one_axis(np.cumsum),
    "cumulative_prod": _of_one_axis(np.cumprod),
    "divmod": _divmod,
    "matvec": lambda x1, x2: np.einsum("...ij,...j->...i", x1, x2),
    "vecmat": lambda x1, x2: np.einsum("...i,...ij->...j", x1, x2),
    "imag": np.zeros_like,
}
FUNCTIONS.update({find(name): meaning for name, meaning in _FORMULAS.items() if find(name)})
FUNCTIONS[np.logical_and, "reduce"] = lambda a, axis=0: np.all(a, axis=axis)
FUNCTIONS[np.logical_or, "reduce"] = lambda a, axis=0: np.any(a, axis=axis)

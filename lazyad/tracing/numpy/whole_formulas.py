"""What NumPy's functions are that are formulas of others: written as plain NumPy on whole arrays.

In and out as in `whole_functions`. A room of its own because nothing here knows a Node: each is a
few lines that anybody could write.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.graph import RAISE, Node
from lazyad.tracing.numpy import array_functions, choices
from lazyad.tracing.numpy.arrays import OF_WHOLE, REPLACED, any_array, find, of_room, refusal
from lazyad.tracing.numpy.linalg import FEWER, failure
from lazyad.tracing.numpy.ufuncs import COMPOSED
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, holds_whole
from lazyad.tracing.numpy.whole_shapes import Axis
from lazyad.tracing.numpy.whole_windows import as_strided
from lazyad.tracing.scans import scan

# ---------------------------------------------------------------------------------- without nan


def _nan_extreme(function: Any, instead: float) -> Callable[..., Any]:
    """The extreme of those that are numbers; nan where none is."""

    def call(a: Any, axis: Axis = None, keepdims: bool = False) -> Any:
        a = any_array(a)
        if a.dtype.kind != "f":
            return function(a, axis=axis, keepdims=keepdims)
        found = function(np.where(np.isnan(a), instead, a), axis=axis, keepdims=keepdims)
        nan: Any = np.all(np.isnan(a), axis=axis, keepdims=keepdims)  # type: ignore[arg-type]
        return np.where(nan, np.nan, found)

    return call


# ---------------------------------------------------------------------------------- order


def histogram(
    a: Any, bins: Any = 10, range: Any = None, density: bool = False, weights: Any = None
) -> Any:
    """np.histogram: a bin has its lower end, and the last one its upper end too."""
    x = np.ravel(any_array(a))
    edges = choices.edges_of(x, bins, range)
    last = edges.shape[0] - 2
    within = (x >= edges[0]) & (x <= edges[-1])
    place = np.clip(np.searchsorted(edges, x, side="right") - 1, 0, last)
    weighs: Any = 1.0 if weights is None else np.ravel(any_array(weights))
    narrow = np.float32 if weights is not None and weighs.dtype == np.float32 else float
    found = any_array(np.zeros(last + 1, narrow))
    np.add.at(found, place, np.where(within, weighs, 0.0))
    if density:
        found = found / np.diff(edges) / np.sum(found)
    return (found if density or weights is not None else found.astype(int)), edges


# ---------------------------------------------------------------------------------- shapes


def block(arrays: Any) -> Any:
    """np.block: what is innermost is put side by side, along the last axis."""

    def depth_of(part: Any) -> int:
        return 1 + depth_of(part[0]) if isinstance(part, list) else 0

    depth = depth_of(arrays)
    rank = max(depth, *_ranks(arrays))

    def joined(part: Any, level: int) -> Any:
        if isinstance(part, list):
            return np.concatenate([joined(one, level + 1) for one in part], axis=level - depth)
        one = any_array(part)
        return np.reshape(one, (1,) * (rank - one.ndim) + one.shape)

    return joined(arrays, 0)


def _ranks(part: Any) -> list[int]:
    if isinstance(part, list):
        return [rank for one in part for rank in _ranks(one)]
    return [np.ndim(any_array(part))]


def meshgrid(*xi: Any, indexing: Any = "xy", sparse: bool = False, copy: bool = True) -> Any:
    np.meshgrid(indexing=indexing)  # raises NumPy's error
    count = len(xi)
    turn = indexing == "xy" and count > 1
    order = [1, 0, *range(2, count)] if turn else [*range(count)]
    axes = [tuple([i for i in range(count) if i != order[at]]) for at in range(count)]
    found = [np.expand_dims(np.ravel(any_array(x)), axis) for x, axis in zip(xi, axes, strict=True)]
    return tuple(found) if sparse else tuple([one.copy() for one in np.broadcast_arrays(*found)])


def broadcast_arrays(*args: Any) -> Any:
    arrays = [any_array(arg) for arg in args]
    shape = np.broadcast_shapes(*[one.shape for one in arrays])
    return tuple([np.broadcast_to(one, shape) for one in arrays])


def delete(arr: Any, obj: Any, axis: int | None = None) -> Any:
    arr = np.ravel(any_array(arr)) if axis is None else arr
    axis = 0 if axis is None else axis
    return np.take(arr, np.delete(np.arange(arr.shape[axis]), obj), axis=axis)


def insert(arr: Any, obj: Any, values: Any, axis: int | None = None) -> Any:
    x = np.ravel(any_array(arr)) if axis is None else any_array(arr)
    axis = 0 if axis is None else axis % x.ndim
    more = any_array(values).astype(x.dtype)
    more = np.reshape(more, (1,) * (x.ndim - more.ndim) + more.shape)
    if np.ndim(obj) == 0:  # as many slices as there are, at one place
        more = np.moveaxis(more, 0, axis)
    count = max(more.shape[axis], np.size(obj))
    more = np.broadcast_to(more, (*x.shape[:axis], count, *x.shape[axis + 1 :]))
    size = x.shape[axis]
    places = np.insert(np.arange(size), obj, np.arange(size, size + count))
    return np.take(np.concatenate([x, more], axis=axis), places, axis=axis)


def resize(a: Any, new_shape: Any) -> Any:
    x = np.ravel(any_array(a))
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
        arrays = [np.r_[part] if isinstance(part, slice) else any_array(part) for part in parts]
        plain = [type(part) in (int, float) for part in parts]  # which widen no array
        pairs = [*zip(plain, parts, arrays, strict=True)]
        kind = np.result_type(*[part if own else one.dtype for own, part, one in pairs])
        arrays = [np.atleast_1d(one.astype(kind) if own else one) for own, _, one in pairs]
        if self._real is np.r_:
            return np.concatenate(arrays)
        return np.concatenate([one[:, None] if one.ndim == 1 else one for one in arrays], axis=-1)


def put(a: Any, ind: Any, v: Any, mode: str = "raise") -> None:
    if mode != "raise" or isinstance(ind, Whole):
        raise refusal("np.put with mode= or at traced places", "an assignment x.flat, or x[index]")
    flat = np.ravel(a).copy()
    flat[np.ravel(ind)] = np.resize(np.ravel(any_array(v)), np.size(ind))
    a[...] = np.reshape(flat, a.shape)


def apply_along_axis(func1d: Any, axis: int, arr: Any, *args: Any, **kwargs: Any) -> Any:
    x = np.moveaxis(any_array(arr), axis, -1)
    rows = np.reshape(x, (-1, x.shape[-1]))
    found = np.stack([any_array(func1d(row, *args, **kwargs)) for row in rows])
    inner = found.shape[1:]
    found = np.reshape(found, (*x.shape[:-1], *inner))
    last = [*range(-len(inner), 0)]
    first = axis % x.ndim
    return np.moveaxis(found, last, [*range(first, first + len(inner))])


# ---------------------------------------------------------------------------------- numbers


def _unknown_count(name: str, instead: str) -> Callable[..., Any]:
    def refuse(*args: Any, **kwargs: Any) -> Any:
        what = f"np.{name} of a traced array: nobody knows how many elements it comes to"
        raise refusal(what, instead)

    return refuse


def modf(x: Any) -> Any:
    whole = np.trunc(x)
    return np.copysign(np.where(np.isinf(x), 0.0, x - whole), x), whole


def choose(a: Any, choices: Any, *, mode: str = "raise") -> Any:
    """np.choose, which raises NumPy's error where a traced number counts none of the choices."""
    found = array_functions.ROWS["choose"](a, choices, mode=mode)
    if mode != "raise" or not isinstance(a, Whole):
        return found
    beyond = np.any((a < 0) | (a >= len(choices)))
    wrong = Node(RAISE, (), (ValueError, "invalid entry in choice array"))
    return Whole(ops.where(beyond.node, wrong, found.node))  # type: ignore[attr-defined]


def bincount(x: Any, weights: Any = None, minlength: int = 0) -> Any:
    """np.bincount; of traced places it has as many numbers as it is to have at least."""
    if not isinstance(x, Whole):
        return array_functions.bincount(x, weights, minlength)
    if not minlength:
        told = "np.bincount of traced numbers: nobody knows how many it comes to"
        raise refusal(told, "minlength=")
    there = x[:, None] == np.arange(minlength)
    if weights is not None:
        there = np.where(there, any_array(weights)[:, None], 0.0)
    counts = np.sum(there, axis=0)
    most: Any = np.max(x, initial=0)
    told = f"np.bincount of numbers that are not below minlength={minlength}"
    beyond = failure(told, "a larger minlength=")
    return Whole(ops.where(ops.ge(most.node, minlength), beyond, counts.node))


def roots(p: Any) -> Any:
    """np.roots, of a polynomial whose first coefficient is not 0 where it is traced."""
    if len(np.shape(p)) != 1:
        raise refusal(f"np.roots of an array of {np.shape(p)}", "an array of one axis")
    p = any_array(p if isinstance(p, Whole) else np.trim_zeros(p, "f"))
    p = Whole(ops.where(ops.eq(p[0].node, 0.0), failure(*FEWER), p.node))
    if p.shape[0] == 1:
        return np.zeros(0, complex)
    below = np.eye(p.shape[0] - 2, p.shape[0] - 1)
    return np.linalg.eigvals(np.concatenate([-p[None, 1:] / p[0], below]))


def _folded(ufunc: np.ufunc, method: str) -> Callable[..., Any]:
    """What a ufunc makes of the elements along an axis, one after the other."""

    def reduceat(x: Any, indices: Any) -> Any:
        ends = [*indices[1:], x.shape[0]]
        return np.stack(
            [
                ufunc.reduce(x[start:end], axis=0) if start < end else x[start]
                for start, end in zip(indices, ends, strict=True)
            ]
        )

    folds: dict[str, Any] = {
        "reduce": lambda x: functools.reduce(ufunc, x),
        "accumulate": lambda x: np.stack([*itertools.accumulate(x, ufunc)]),
        "reduceat": reduceat,
    }

    def call(array: Any, *indices: Any, axis: int = 0) -> Any:
        found = folds[method](np.moveaxis(any_array(array), axis, 0), *indices)
        return found if method == "reduce" else np.moveaxis(found, 0, axis)

    return call


def _running(join: Any, neutral: float) -> Callable[..., Any]:
    """np.maximum.accumulate and its like: the extreme of each and those before it."""

    def call(array: Any, axis: int = 0) -> Any:
        x = np.moveaxis(any_array(array), axis, -1)
        before = np.tri(x.shape[-1], dtype=bool)
        return np.moveaxis(join(np.where(before, x[..., None, :], neutral), axis=-1), -1, axis)

    return call


def _cumulative(function: Any, first: float) -> Callable[..., Any]:
    """np.cumulative_sum and np.cumulative_prod."""

    def call(x: Any, axis: int | None = None, include_initial: bool = False) -> Any:
        x = any_array(x)
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


def correlate(a: Any, v: Any, mode: str = "valid") -> Any:
    if len(a) < len(v):  # whose middle is another one
        return np.flip(correlate(v, a, mode))
    return FUNCTIONS[np.convolve](any_array(a), np.flip(any_array(v)), mode)


def _vectorized(pyfunc: Any, otypes: Any = None, signature: Any = None, **options: Any) -> Any:
    """np.vectorize: a scan over the elements, or over the rows or matrices of a signature."""
    if options.get("excluded"):
        raise refusal("np.vectorize with excluded=", "a function that has those bound")
    sides = re.findall(r"\((.*?)\)", (signature or "").partition("->")[0])
    ranks = [len([name for name in side.split(",") if name.strip()]) for side in sides]

    def call(*args: Any, **named: Any) -> Any:
        arrays, count = [*map(any_array, (*args, *named.values()))], len(args)
        leads = [x.ndim - rank for x, rank in zip(arrays, ranks or [0] * len(arrays), strict=True)]
        parts = [(x.shape[:lead], x.shape[lead:]) for x, lead in zip(arrays, leads, strict=True)]
        shape = np.broadcast_shapes(*[lead for lead, _ in parts])
        rows = [
            np.reshape(np.broadcast_to(x, (*shape, *own)), (-1, *own))
            for x, (_, own) in zip(arrays, parts, strict=True)
        ]

        def each(_: Any, row: Any) -> Any:
            return (), pyfunc(*row[:count], **dict(zip(named, row[count:], strict=True)))

        def spread(one: Any) -> Any:
            return np.reshape(one, (*shape, *one.shape[1:]))

        _, found = scan(each, (), rows)
        return tuple(map(spread, found)) if isinstance(found, tuple) else spread(found)

    return call


# Of these there is one text for both kinds of arrays.
_SHARED = (
    "around compress copyto count_nonzero digitize lexsort linspace mean median nan_to_num "
    "nanmean nanmedian nanpercentile nanquantile nanstd nanvar percentile piecewise place putmask "
    "quantile round std trace unravel_index var"
).split()
_FORMULAS: dict[str, Callable[..., Any]] = {
    **{name: array_functions.ROWS[name] for name in _SHARED},
    **of_room(sys.modules[__name__]),
    "nanmax": _nan_extreme(np.max, -np.inf),
    "nanmin": _nan_extreme(np.min, np.inf),
    "polymul": lambda a1, a2: np.convolve(any_array(a1), any_array(a2)),
    "diagflat": lambda v, k=0: np.diag(np.ravel(v), k),
    "ediff1d": lambda ary: np.diff(np.ravel(any_array(ary))),
    "cumulative_sum": _cumulative(np.cumsum, 0.0),
    "cumulative_prod": _cumulative(np.cumprod, 1.0),
    "divmod": COMPOSED["divmod"],
    "partition": lambda a, kth, axis=-1, kind="": np.sort(a, axis=axis),
    "argpartition": lambda a, kth, axis=-1, kind="": np.argsort(a, axis=axis),
    "isrealobj": lambda x: True,
    "iscomplexobj": lambda x: False,
    "isreal": lambda x: np.ones(any_array(x).shape, bool),
    **dict.fromkeys(
        ("nonzero", "flatnonzero", "argwhere"),
        _unknown_count("nonzero", "np.where(mask, x, 0.0), or x[mask] and its sum or mean"),
    ),
    "unique": _unknown_count("unique", "np.sort, which keeps all of them"),
}
FUNCTIONS.update({find(name): meaning for name, meaning in _FORMULAS.items() if find(name)})
FUNCTIONS["reduce"] = _folded
FUNCTIONS[np.maximum, "accumulate"] = _running(np.max, -np.inf)
FUNCTIONS[np.minimum, "accumulate"] = _running(np.min, np.inf)
OF_WHOLE[np.vectorize] = _vectorized
OF_WHOLE[np.fromfunction] = lambda function, shape, *, dtype=float, **kwargs: function(
    *np.indices(shape, dtype=dtype), **kwargs
)
OF_WHOLE[np.lib.stride_tricks.as_strided] = as_strided
OF_WHOLE.update({np.r_: _Joining(np.r_), np.c_: _Joining(np.c_)})
OF_WHOLE.update({how: REPLACED[how] for how in (np.errstate, np.seterr)})

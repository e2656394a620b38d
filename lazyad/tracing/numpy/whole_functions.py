"""What NumPy's functions mean on whole arrays: the table.

In: a function of NumPy's (a ufunc, one that dispatches), as its arguments name them. Out: what it
is of the rows of `lazyad.arrays`. A room of its own because it alone knows NumPy's names and
defaults.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.arrays import gathers, views
from lazyad.arrays import reductions as rows
from lazyad.arrays.forms import shape_of
from lazyad.graph import OPS, Op
from lazyad.regions import made
from lazyad.tracing.names import traced
from lazyad.tracing.numpy import choices
from lazyad.tracing.numpy import whole_products as products
from lazyad.tracing.numpy import whole_reductions as reduced
from lazyad.tracing.numpy import whole_shapes as shapes
from lazyad.tracing.numpy.arrays import (
    OF_WHOLE,
    Float64,
    Int64,
    find,
    fromiter,
    holds_complex,
    of_room,
    refusal,
)
from lazyad.tracing.numpy.special import COMPOSED
from lazyad.tracing.numpy.ufuncs import FORMULAS
from lazyad.tracing.numpy.whole import (
    FUNCTIONS,
    Whole,
    applied,
    holds_whole,
    kind_of,
    node_of,
    places_of,
    seen,
)
from lazyad.tracing.tables import holds_traced

_OWN = ("maximum", "minimum")  # rows, where numbers have formulas


def of_ufunc(ufunc: np.ufunc) -> Callable[..., Any] | None:
    """What a ufunc is, of NumPy's or of scipy.special's: a row of the op table, or a formula."""
    name = ufunc.__name__
    if name in FORMULAS and name not in _OWN:
        return partial(_formula, FORMULAS[name])
    rows_ = [op for op in OPS.values() if op.array is None and op.arity == ufunc.nin]
    named = [op for op in rows_ if op.name == name] or [op for op in rows_ if name in op.names]
    return partial(_apply, named[0]) if named else None


def _apply(row: Op, *args: Any) -> Any:
    return applied(row, args)


def _formula(formula: Callable[..., Any], *args: Any) -> Any:
    return formula(*[arg if isinstance(arg, (int, float)) else Whole(node_of(arg)) for arg in args])


def power(x: Any, y: Any) -> Any:
    return applied(ops.square, [x]) if type(y) is int and y == 2 else applied(ops.pow, [x, y])


def _xor(x1: Any, x2: Any) -> Any:
    if not {kind_of(node_of(one)) for one in (x1, x2)} <= {"bool"}:
        raise refusal("^ of numbers", "np.logical_xor, or a comparison on either side")
    return applied(ops.ne, [x1, x2])


def _shifted(operate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """x << n or x >> n of ints: by a power of 2."""

    def shift(x1: Any, x2: Any) -> Any:
        kinds = {kind_of(node_of(one)) for one in (x1, x2) if type(one) is not int}
        if not kinds <= {"int64", "bool"}:
            raise refusal("<< or >> of numbers that are no ints", "x * 2.0**n, or x / 2.0**n")
        if isinstance(x2, Whole):
            return operate(x1, Whole(node_of(2 ** np.arange(63)))[x2])
        return operate(Whole(node_of(x1)), 2 ** np.asarray(x2))

    return shift


def _doubled(x: Any) -> Any:
    return x if isinstance(x, (int, float)) else Whole(views.astype(node_of(x), "float64"))


def _floating(x: Any) -> Whole:
    """The array as one of floats."""
    node = node_of(x)
    return Whole(node if kind_of(node) == "float32" else views.astype(node, "float64"))


def reciprocal(x: Any) -> Any:
    if kind_of(node_of(x)) in ("int64", "bool") and isinstance(x, Whole):
        raise refusal("np.reciprocal of whole numbers, which rounds to 0", "1.0 / x")
    return applied(ops.div, [1.0, x])


def take(a: Any, indices: Any, axis: int | None = None, mode: str = "raise") -> Whole:
    node, at = shapes.along(a, axis)
    size = shape_of(node)[at]
    place = indices if isinstance(indices, Whole) else np.asarray(indices)
    if mode != "raise":
        place = np.clip(place, 0, size - 1) if mode == "clip" else place % size
    return Whole(gathers.gather(node, node_of(place), at))


def take_along_axis(arr: Any, indices: Any, axis: int | None = -1) -> Whole:
    node, at = shapes.along(arr, axis)
    if len(shape_of(node_of(indices))) != len(shape_of(node)):
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    return Whole(gathers.take_along(node, node_of(indices), at))


def array(data: Any, dtype: Any = None, *, copy: Any = True, ndmin: int = 0, **more: Any) -> Any:
    more.pop("device", None)
    if not holds_whole(data):
        make = _made_of(np.array) if copy is True and holds_traced() else np.array
        return make(data, dtype, copy=copy, ndmin=ndmin, **more)
    if holds_complex(data):
        return _complex_array(seen(data), dtype, copy is True, ndmin)
    if copy is not True and isinstance(data, Whole) and data.ndim >= ndmin:
        return data if dtype is None else data.astype(dtype, copy=False)
    found = Whole(shapes.at_least(ndmin, Whole(node_of(data))), None, not isinstance(data, Whole))
    return found if dtype is None else found.astype(dtype)


def _complex_array(z: Any, dtype: Any, copy: bool, ndmin: int) -> Any:
    found = z.astype(complex if dtype is None else dtype, copy=copy)
    return np.reshape(found, (1,) * (ndmin - z.ndim) + z.shape) if z.ndim < ndmin else found


def _contiguous(a: Any, dtype: Any = None, **_: Any) -> Any:
    """A copy unless it lies in order: what nobody knows here."""
    found = array(a, dtype, copy=None)
    if found is not a or not isinstance(a, Whole) or a.fresh:
        return found
    return found.seen(lambda node: node, lambda node: node, False)


def interp(  # noqa: PLR0917  # NumPy's parameters
    x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None, period: Any = None
) -> Any:
    x, xp, fp = [Whole(node_of(one)) for one in (x, xp, fp)]
    np.interp(0.0, np.zeros(xp.shape), np.zeros(fp.shape))  # raises NumPy's errors
    if period is not None:
        x, xp, fp = choices.periodic(x, xp, fp, period)
        left = right = None
    place = made(rows.SEARCHSORTED, (node_of(xp), node_of(x)), "right")
    place = reduced.clip(Whole(place) - 1, 0, len(xp) - 2)  # of the interval that each is in
    low, high, f_low = xp[place], xp[place + 1], fp[place]
    share = reduced.clip((x - low) / (high - low), 0.0, 1.0)
    found = f_low + share * (fp[place + 1] - f_low)
    found = found if left is None else reduced.chosen(x < xp[0], left, found)
    return found if right is None else reduced.chosen(x > xp[-1], right, found)


def searchsorted(a: Any, v: Any, side: str = "left") -> Whole:
    return Whole(made(rows.SEARCHSORTED, (node_of(a), node_of(v)), side))


def fill_diagonal(a: Any, val: Any, wrap: bool = False) -> None:
    _check_traced("np.fill_diagonal", a)
    if a.ndim != 2 or wrap:
        raise refusal("np.fill_diagonal of more axes than two, or wrapped", "an assignment x[i, i]")
    at = np.arange(min(a.shape))
    a[at, at] = val


def _check_traced(name: str, a: Any) -> None:
    """Raise TypeError for an array of plain numbers, which no traced value can be put into."""
    if not isinstance(a, Whole):
        raise refusal(f"{name} into an array of plain numbers", "an array made in the function")


def _add_at(a: Any, indices: Any, b: Any) -> None:
    """np.add.at: what is put at one place several times is added several times."""
    _check_traced("np.add.at", a)
    values, places = places_of(a, indices, b)
    more = gathers.scatter(values, places, -1, a.size)
    a.assign(Whole(a.node) + Whole(views.reshape(more, a.shape)))


def _at(ufunc: np.ufunc, a: Any, indices: Any, *b: Any) -> None:
    """ufunc.at: what is named several times is changed in turn, so many times."""
    _check_traced(f"np.{ufunc.__name__}.at", a)
    if holds_whole(indices):
        raise refusal(f"np.{ufunc.__name__}.at at traced places", "np.add.at, or a loop over them")
    named = np.arange(a.size).reshape(a.shape)[indices]
    values = [shapes.broadcast_to(one, named.shape).reshape(-1) for one in b]
    flat, places = a.flat, named.ravel()
    before = np.tril(places[:, None] == places, -1).sum(1)  # how often each was named by then
    for turn in range(int(before.max(initial=-1)) + 1):
        now = np.flatnonzero(before == turn)
        flat[places[now]] = ufunc(flat[places[now]], *[one[now] for one in values])


_TABLE: dict[str, Callable[..., Any]] = {
    **of_room(products),
    **of_room(shapes),
    **of_room(reduced),
    **of_room(sys.modules[__name__]),
    "sum": reduced.sum_,
    "max": reduced.max_,
    "amax": reduced.max_,
    "min": reduced.min_,
    "amin": reduced.min_,
    "prod": reduced.reduce(rows.PROD),
    "any": reduced.reduce(rows.ANY),
    "all": reduced.reduce(rows.ALL),
    "argmax": reduced.arg(rows.ARGMAX),
    "argmin": reduced.arg(rows.ARGMIN),
    "cumsum": reduced.cumulative(rows.CUMSUM),
    "cumprod": reduced.cumulative(rows.CUMPROD),
    "ptp": lambda a, axis=None, keepdims=False: reduced.max_(a, axis, keepdims)
    - reduced.min_(a, axis, keepdims),
    "permute_dims": shapes.transpose,
    "ravel": lambda a, order="C": shapes.reshape(a, (-1,), order=order),
    "matrix_transpose": lambda x: shapes.whole(x).mT,
    "concat": shapes.concatenate,
    "zeros_like": shapes.like(0.0),
    "ones_like": shapes.like(1.0),
    "empty_like": shapes.like(0.0),
    "tril": shapes.triangle(True),
    "triu": shapes.triangle(False),
    "where": reduced.chosen,
    "copy": lambda a: Whole(node_of(a)),
    "may_share_memory": lambda a, b, max_work=None: True,  # nobody knows
    "astype": lambda x, dtype, copy=True: x.astype(dtype, copy=copy),
    "shape": lambda a: shape_of(node_of(a)),
    "ndim": lambda a: len(shape_of(node_of(a))),
    "size": lambda a, axis=None: np.size(np.empty(shape_of(node_of(a))), axis),
    "isscalar": lambda element: not shape_of(node_of(element)),
    "result_type": lambda *given: np.result_type(
        *[one.dtype if isinstance(one, Whole) else one for one in given]
    ),
    "logical_not": lambda x: applied(ops.eq, [x, 0.0]),
    "bitwise_xor": _xor,
    "left_shift": _shifted(operator.mul),
    "right_shift": _shifted(operator.floordiv),
    "float_power": lambda x1, x2: power(_doubled(x1), _doubled(x2)),
    "fabs": lambda x: applied(ops.abs, [_floating(x)]),
    "sinc": partial(_apply, ops.sinc),
}


for _one in vars(np).values():
    if isinstance(_one, np.ufunc) and (_meaning := of_ufunc(_one)):
        FUNCTIONS[_one] = _meaning

FUNCTIONS.update(
    {find(name): meaning for name, meaning in _TABLE.items() if find(name) is not None}
)


def _other(function: Any) -> Callable[..., Any] | None:
    """What stands in no table: a ufunc by its name, and what NumPy itself has written in Python,
    traced as the line that calls it; but for what asks the array's method of that name."""
    if isinstance(function, np.ufunc):
        return of_ufunc(function) if function.nout == 1 else COMPOSED.get(function.__name__)
    if isinstance(function, tuple) and function[1] == "at":
        return partial(_at, function[0])
    if isinstance(function, tuple):
        folds = function[1] in ("reduce", "accumulate", "reduceat")
        return FUNCTIONS["reduce"](*function) if folds else None
    written = getattr(function, "_implementation", None)
    if type(written) is not FunctionType or written.__module__.endswith("fromnumeric"):
        return None
    return traced(written)[0]


FUNCTIONS[None] = _other


def _of_first_axis(name: str) -> Callable[..., Any]:
    """A function along axes as a ufunc's method has it, which takes the first if it is not told."""
    return lambda a, axis=0, **more: _TABLE[name](a, axis, **more)


FUNCTIONS |= {
    (np.add, "at"): _add_at,
    (np.add, "accumulate"): _of_first_axis("cumsum"),
    (np.multiply, "accumulate"): _of_first_axis("cumprod"),
    (np.add, "reduce"): _of_first_axis("sum"),
    (np.multiply, "reduce"): _of_first_axis("prod"),
    (np.maximum, "reduce"): _of_first_axis("max"),
    (np.minimum, "reduce"): _of_first_axis("min"),
    (np.logical_and, "reduce"): _of_first_axis("all"),
    (np.logical_or, "reduce"): _of_first_axis("any"),
}


def _held(array: Any) -> Whole:
    """Plain numbers as an array that traced ones may be assigned to."""
    return Whole(node_of(array), None, bool(array.flags.c_contiguous))


def _made_of(make: Callable[..., Any]) -> Callable[..., Any]:
    """np.zeros and its like: numbers, to which traced ones may be assigned. Masks and ints stay
    plain, which index, until something traced is."""

    def call(*args: Any, **kwargs: Any) -> Any:
        found = make(*args, **kwargs)
        kind = found.dtype.kind if isinstance(found, np.ndarray) else ""
        if kind == "c":
            return Whole.complex_kind.joined(
                *[_held(part.copy()) for part in (found.real, found.imag)]
            )
        return _held(found) if kind == "f" or (kind in ("b", "i") and holds_traced()) else found

    return call


def _full(shape: Any, fill_value: Any, dtype: Any = None, **inert: Any) -> Any:
    if not isinstance(fill_value, Whole):
        return _made_of(np.full)(shape, fill_value, dtype)
    found = shapes.broadcast_to(fill_value, shape)
    return found if dtype is None else found.astype(dtype)


_MAKERS = "zeros ones eye identity tri arange linspace logspace geomspace zeros_like ones_like"

_STAND_INS: dict[Any, Any] = {
    **{getattr(np, name): _made_of(getattr(np, name)) for name in _MAKERS.split()},
    np.empty: _made_of(np.zeros),
    np.empty_like: _made_of(np.zeros_like),
    np.full: _full,
    np.full_like: _made_of(np.full_like),
    np.array: array,
    np.fromiter: fromiter,
    np.float64: Float64,
    np.int64: Int64,
    **dict.fromkeys((np.asarray, np.asanyarray), partial(array, copy=None)),
    np.ascontiguousarray: _contiguous,
}

OF_WHOLE.update(_STAND_INS)

"""What NumPy's and SciPy's ufuncs mean on traced values: ops of the table, and formulas of ops.

In: a ufunc, one of its methods, and arguments. Out: an Array, or a bare element. A room of its own
because it alone knows which op a ufunc is, and in which order NumPy reduces.
"""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Callable, Sequence
from functools import cache, partial, reduce
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.complexes import is_complex
from lazyad.graph import OPS, note_indexes
from lazyad.operators import Operand
from lazyad.ops import choose
from lazyad.tracing.numpy import arrays, special
from lazyad.tracing.numpy.arrays import (
    Array,
    OneLine,
    along,
    as_array,
    elementwise,
    fresh,
    is_condition,
    is_traced,
    mapped,
    numbers,
    objects,
    packed,
    refusal,
    refuse_points,
    refused_by_plain,
    stored,
    viewed,
)
from lazyad.tracing.numpy.keywords import counts
from lazyad.values.origin import state

# ---------------------------------------------------------------------------------- the table


def truth(x: Any) -> Any:
    """The condition that a number is when it is asked for its truth."""
    return x if is_condition(x) else x != 0.0


def number(x: Any) -> Any:
    """The number that a condition is when it is counted."""
    return choose(x, 1.0, 0.0) if is_condition(x) else x


def _power(x: Any, y: Any) -> Any:
    return x * x if not isinstance(y, Operand) and y == 2.0 else ops.pow(x, y)


def _extreme(row: Any, of_nan: bool, x: Any, y: Any) -> Any:
    """A nan in either is the result, or only one in both; lazyad's row, like Python, returns the
    first of the two."""
    if isinstance(x, Operand) and isinstance(y, Operand):
        tested = y if of_nan else x
        return ops.where(tested != tested, y, row(x, y))  # noqa: PLR0124
    x, y = (x, y) if isinstance(x, Operand) else (y, x)
    first, second = (x, y) if of_nan else (y, x)
    return second if math.isnan(y) else row(first, second)


def _clip(x: Any, low: Any, high: Any) -> Any:
    if not isinstance(low, Operand) and not isinstance(high, Operand) and low < high:
        return ops.clip(x, low, high)
    return scalar(np.minimum)(scalar(np.maximum)(x, low), high)


def _whole(row: Any, x: Any) -> Any:
    """A rounding of NumPy's keeps the sign of a zero, infinities and nan."""
    return choose(ops.abs(x) < math.inf, ops.copysign(row(x), x), x)


def _logaddexp2(x: Any, y: Any) -> Any:
    more = ops.log1p(ops.exp2(-ops.abs(x - y))) * (1.0 / math.log(2.0))
    return choose(x == y, x + 1.0, choose(x > y, x, y) + more)


def _of_ints(operate: Any, *elements: Any) -> Any:
    """An operator of Python's ints, where a constant of an array has become a float."""
    return operate(*[one if isinstance(one, Operand) else int(one) for one in elements])


FORMULAS: dict[str, Callable[..., Any]] = {
    "power": _power,
    "float_power": _power,
    "isnan": lambda x: x != x,  # noqa: PLR0124
    "isinf": lambda x: ops.abs(x) == math.inf,
    "isfinite": lambda x: ops.abs(x) < math.inf,
    "signbit": lambda x: ops.copysign(1.0, x) < 0.0,
    "conjugate": lambda x: x.conjugate() if is_complex(x) else x,
    "maximum": partial(_extreme, ops.max, True),
    "minimum": partial(_extreme, ops.min, True),
    "fmax": partial(_extreme, ops.max, False),
    "fmin": partial(_extreme, ops.min, False),
    "clip": _clip,
    "floor": partial(_whole, ops.floor),
    "ceil": partial(_whole, ops.ceil),
    "trunc": partial(_whole, ops.trunc),
    "rint": partial(_whole, ops.round_),
    "heaviside": lambda x, y: choose(x < 0.0, 0.0, choose(x > 0.0, 1.0, choose(x == 0.0, y, x))),
    "logical_and": lambda x, y: ops.and_(truth(x), truth(y)),
    "logical_or": lambda x, y: ops.or_(truth(x), truth(y)),
    "logical_xor": lambda x, y: ops.ne(truth(x), truth(y)),
    "bitwise_and": lambda x, y: (
        ops.and_(x, y) if is_condition(x) or is_condition(y) else _of_ints(operator.and_, x, y)
    ),
    "left_shift": partial(_of_ints, operator.lshift),
    "right_shift": partial(_of_ints, operator.rshift),
    "logaddexp2": _logaddexp2,
    "ldexp": lambda x, n: x * ops.exp2(n),
    **special.FORMULAS,
}

# Ufuncs that return two arrays, or that multiply matrices: what they are of others.
COMPOSED: dict[str, Callable[..., Any]] = {
    "divmod": lambda x, y: (np.floor_divide(x, y), np.remainder(x, y)),
    "frexp": lambda x: (elementwise(ops.mantissa, [x]), elementwise(ops.exponent, [x])),
    "modf": lambda x: (elementwise(ops.fractional, [x]), elementwise(ops.integral, [x])),
    "matmul": lambda a, b: viewed(np.matmul(objects(a), objects(b))),
    "vecdot": lambda a, b: (as_array(a)[..., None, :] @ as_array(b)[..., None])[..., 0, 0][()],
    "matvec": lambda a, b: (as_array(a) @ as_array(b)[..., None])[..., 0],
    "vecmat": lambda a, b: (as_array(a)[..., None, :] @ as_array(b))[..., 0, :],
    **special.COMPOSED,
}


@cache
def scalar(ufunc: np.ufunc) -> Callable[..., Any]:
    """What the ufunc does to elements: NumPy's own arithmetic where all are plain numbers."""
    name = ufunc.__name__
    called = (row for row in OPS.values() if name in row.names)
    formula = FORMULAS.get(name) or OPS.get(name) or next(called, None)
    if formula is None:
        what = f"{name} has no meaning on traced values yet"
        raise refusal(what, f"a formula for it, or an op named {name} (lazyad.op)")

    def on_elements(*args: Any) -> Any:
        for arg in args:
            if isinstance(arg, Operand):
                return formula(*args)
        return ufunc(*args).item()

    return on_elements


# ---------------------------------------------------------------------------------- the methods


def call(ufunc: np.ufunc, method: str, inputs: Sequence[Any], options: dict[str, Any]) -> Any:
    """`ufunc.method(*inputs, **options)` where an input is traced."""
    if any(map(arrays.is_open, inputs)):
        return arrays.meanings().open.of_ufunc(ufunc, method, inputs, options)
    out = options.pop("out", ())
    if method == "__call__" and ufunc in _MINDING_MASKS:
        ufunc = _of_masks(ufunc, inputs)
    where = options.pop("where", True) if method == "__call__" else True
    if method != "__call__" or ufunc.signature:
        called = f".{method}".removesuffix(".__call__")
        refuse_points(f"np.{ufunc.__name__}{called}", inputs)
    if ufunc.__name__ == "vecdot" and is_traced(inputs):
        axis = options.pop("axis", -1)
        inputs = [np.moveaxis(as_array(one), axis, -1) for one in inputs]
    if method == "__call__" and "dtype" in options and np.dtype(options["dtype"]) == complex:
        inputs = [arrays.any_array(one).astype(complex)[()] for one in inputs]
        del options["dtype"]
    if not is_traced(inputs) and not is_traced(options.get("where")) and method != "at":
        result = getattr(ufunc, method)(*mapped(numbers, inputs), **options)
    elif _of_python(ufunc):
        result = ufunc(*map(objects, inputs))
    elif method in METHODS:
        taken = METHODS[method].__kwdefaults__ or {}
        said = {name: value for name, value in options.items() if counts(ufunc, name, value, taken)}
        with OneLine():
            result = METHODS[method](ufunc, *inputs, **said)
    else:
        what = f"{ufunc.__name__}.{method} has no meaning on traced values yet"
        raise refusal(what, f"np.{ufunc.__name__} in a loop")
    if where is not True:
        if not out:
            raise refusal(f"{ufunc.__name__} with where= and no out=", "np.where(...) around it")
        result = np.where(where, result, out[0])
    if type(result) is not Array:
        result = fresh(result)
    return stored(result, out if len(out) > 1 else out[0]) if out else result


@cache
def _of_python(ufunc: np.ufunc) -> bool:
    """Whether np.frompyfunc made it."""
    return all(set(types) <= set("O->") for types in ufunc.types)


def _call(ufunc: np.ufunc, *inputs: Any) -> Any:
    composed = COMPOSED.get(ufunc.__name__)
    return composed(*inputs) if composed else elementwise(scalar(ufunc), inputs)


def _prepared(ufunc: np.ufunc) -> Callable[[Any], Any]:
    """What an element is to a reduction before it meets another one."""
    if ufunc in (np.logical_and, np.logical_or, np.logical_xor):
        return truth
    return number if ufunc in (np.add, np.multiply) else lambda element: element


def _reduce(
    ufunc: np.ufunc,
    array: Any,
    *,
    axis: Any = 0,
    keepdims: bool = False,
    initial: Any = None,
    where: Any = True,
) -> Any:
    if ufunc in (np.power, np.arctan2):  # NumPy's vector code overwrites what it has yet to read
        what = f"{ufunc.__name__}.reduce, which NumPy itself gets wrong"
        raise refusal(what, "a loop, or functools.reduce, which say in which order")
    if where is not True:
        array = _where_it_counts(ufunc, array, initial, where)
    array = objects(array)
    if not array.ndim and axis in (0, -1):  # NumPy reduces a number along its first axis
        axis = None
    axes = tuple(range(array.ndim)) if axis is None else np.atleast_1d(axis).tolist()
    if len(axes) > 1:
        ufunc.reduce(np.ones([1] * array.ndim), axis=tuple(axes))  # raises NumPy's errors
    np.moveaxis(array, axes, axes)  # raises NumPy's errors
    axes = [at % array.ndim for at in axes]
    function, prepare = scalar(ufunc), _prepared(ufunc)
    results = []
    for group in _groups(array, axes):
        rows = [[prepare(term) for term in terms] for terms in group]
        first = [] if initial is None else [initial]
        parts = [_pairwise(row) for row in rows] if ufunc is np.add else itertools.chain(*rows)
        result = reduce(function, parts, *first)
        if ufunc in _EXTREMES and isinstance(result, Operand):
            values = [*first, *itertools.chain(*rows)]
            if len(values) > 2:
                result = ops.shared(result, values, _EXTREMES[ufunc])
        results.append(result)
    sizes = {at: 1 if at in axes else n for at, n in enumerate(array.shape)}
    return packed(results, [n for at, n in sizes.items() if keepdims or at not in axes])


# What an element that does not count is to each reduction, and which elements its result is.
_IDENTITY = {
    np.add: 0.0,
    np.multiply: 1.0,
    np.logical_and: True,
    np.logical_or: False,
    np.maximum: -math.inf,
    np.minimum: math.inf,
    np.fmax: math.nan,
    np.fmin: math.nan,
}
_EXTREMES = {np.maximum: ops.ge, np.fmax: ops.ge, np.minimum: ops.le, np.fmin: ops.le}


def _where_it_counts(ufunc: np.ufunc, array: Any, initial: Any, where: Any) -> Any:
    if ufunc not in _IDENTITY:
        raise refusal(f"{ufunc.__name__}.reduce with where=", "np.where(...) inside it")
    if ufunc in _EXTREMES and initial is None:
        ufunc.reduce([1.0], where=[True])  # raises NumPy's error: the smallest of none is unknown
    return elementwise(choose, [where, array, _IDENTITY[ufunc]])


def _groups(array: np.ndarray[Any, Any], axes: Sequence[int]) -> list[list[list[Any]]]:
    """For each result, the terms as NumPy goes through them: what lies close together in memory
    first, as far as it is reduced, and around that the axes in order.

    >>> _groups(np.array([[1, 2], [3, 4]]), [0, 1])
    [[[1, 2, 3, 4]]]
    >>> _groups(np.array([[1, 2], [3, 4]]), [0])
    [[[1], [3]], [[2], [4]]]
    """
    order = sorted(range(array.ndim), key=lambda at: (array.shape[at] > 1, -abs(array.strides[at])))
    inner: list[int] = []
    while order and order[-1] in axes:
        inner.insert(0, order.pop())
    outer = [at for at in order if at in axes]
    kept = [at for at in range(array.ndim) if at not in axes]
    lengths = [math.prod(array.shape[at] for at in group) for group in (kept, outer, inner)]
    ordered: list[Any] = array.transpose([*kept, *outer, *inner]).reshape(lengths).tolist()
    return ordered


def _pairwise(terms: list[Any]) -> Any:
    """The sum in NumPy's order: halves of many terms, and eight sums side by side of fewer."""
    n = len(terms)
    if n > 128:
        half = n // 2 - n // 2 % 8
        return _pairwise(terms[:half]) + _pairwise(terms[half:])
    if n < 8:
        return reduce(lambda a, b: a + b, terms)
    r = terms[:8]
    for at in range(8, n - n % 8, 8):
        r = [a + b for a, b in zip(r, terms[at : at + 8], strict=True)]
    total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
    return reduce(lambda a, b: a + b, [total, *terms[n - n % 8 :]])


def _accumulate(ufunc: np.ufunc, array: Any, *, axis: int = 0) -> Any:
    function, prepare = scalar(ufunc), _prepared(ufunc)
    return along(axis, lambda row: itertools.accumulate(map(prepare, row), function), array)


def _reduceat(ufunc: np.ufunc, array: Any, indices: Any, *, axis: int = 0) -> Any:
    array = np.moveaxis(as_array(array), axis, 0)
    ends = [*indices[1:], len(array)]
    parts = [array[i : max(i + 1, j)] for i, j in zip(indices, ends, strict=True)]
    return np.moveaxis(np.stack([_reduce(ufunc, part) for part in parts]), 0, axis)


def _outer(ufunc: np.ufunc, a: Any, b: Any) -> Any:
    a, b = objects(a), objects(b)
    return elementwise(scalar(ufunc), [a.reshape(a.shape + (1,) * b.ndim), b])


def _at(ufunc: np.ufunc, array: Any, index: Any, *values: Any) -> None:
    """ufunc.at: in place, and again for an element that the index names twice."""
    if not isinstance(array, Array):
        if is_traced((index, values)):
            raise refused_by_plain()
        ufunc.at(np.asarray(array), numbers(index), *map(numbers, values))
        return
    if is_traced(index):
        note_indexes(objects(index).ravel().tolist())
        if any(map(is_condition, objects(index).ravel().tolist())):
            name = ufunc.__name__
            raise refusal(f"{name}.at of traced places", f"np.{name} and np.where")
        scattered = arrays.meanings().selections.scattered
        for view, place, new in scattered(array, index, *values or (0.0,)):
            view[place] = ufunc(view[place], new) if values else ufunc(view[place])
        return
    function = np.frompyfunc(scalar(ufunc), 1 + len(values), 1)
    function.at(np.asarray(array), numbers(index), *map(objects, values))


# What NumPy does to masks is not what it does to the numbers that they count as.
OF_MASKS: dict[np.ufunc, np.ufunc] = {
    np.add: np.logical_or,
    np.multiply: np.logical_and,
    np.maximum: np.logical_or,
    np.minimum: np.logical_and,
}
NOT_OF_MASKS = {np.subtract, np.negative}
OF_MASKS_ALONE = {np.bitwise_and, np.bitwise_or, np.bitwise_xor, np.invert}
_MINDING_MASKS = {*OF_MASKS, *NOT_OF_MASKS, *OF_MASKS_ALONE}


def _of_masks(ufunc: np.ufunc, inputs: Sequence[Any]) -> np.ufunc:
    """The ufunc that NumPy takes for masks, if these are; and its errors."""
    masks = all(map(_is_mask, inputs))
    if masks and ufunc in NOT_OF_MASKS:
        ufunc(*[True] * ufunc.nin)
    if not masks and ufunc in OF_MASKS_ALONE and is_traced(inputs):
        if not _are_ints(inputs):
            ufunc(*[1.0] * ufunc.nin)
        if ufunc is not np.bitwise_and:
            raise refusal(f"{ufunc.__name__} of ints", "sums, and remainders by powers of 2")
    return OF_MASKS.get(ufunc, ufunc) if masks else ufunc


def _are_ints(inputs: Sequence[Any]) -> bool:
    has: Any = state.session and state.session.wholes.has
    return has is not None and all(
        (
            all(map(has, objects(one).ravel()))
            if is_traced(one)
            else np.asarray(one).dtype.kind in "iub"
        )
        for one in inputs
    )


def _is_mask(value: Any) -> bool:
    return getattr(value, "dtype", None) == np.bool_ or is_condition(value)


METHODS: dict[str, Callable[..., Any]] = {
    "__call__": _call,
    **{one.__name__[1:]: one for one in (_reduce, _accumulate, _outer, _reduceat, _at)},
}

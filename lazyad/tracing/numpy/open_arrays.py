"""NumPy's functions of arrays whose length the kernel decides.

In: a function and its arguments, of which one is a `RunArray` or the list that it is made of. Out:
a number, or another such array. A room of its own because their elements are not there while the
function is traced: sums and extremes are loops of the kernel, in the order of the elements, and
what has no row here lets the loop that made the list be run round by round.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from inspect import BoundArguments, signature
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.plain import folds
from lazyad.tracing import runs
from lazyad.tracing.numpy.arrays import functions, gathered
from lazyad.tracing.numpy.ufuncs import number, scalar, truth
from lazyad.tracing.runs import RunArray, elementwise
from lazyad.values.origin import rules, state
from lazyad.values.structure import leaves


def _fold(a: RunArray, step: Callable[[Any, Any], Any], start: Any) -> Any:
    fold = runs.folded(a)
    assert fold is not None
    with rules(numpy=True):
        return fold(step, start)


def total(a: RunArray) -> Any:
    """np.sum, in the order of the elements: NumPy's own order depends on how many they are."""
    return _fold(a, lambda found, one: found + number(one), 0.0)


def product(a: RunArray) -> Any:
    """np.prod."""
    return _fold(a, lambda found, one: found * number(one), 1.0)


def _as_count(one: Any) -> Any:
    """1.0 where it holds."""
    return ops.where(truth(one), 1.0, 0.0)


def count_nonzero(a: RunArray) -> Any:
    """np.count_nonzero."""
    return _fold(a, lambda found, one: found + _as_count(one), 0.0)


def any_holds(a: RunArray) -> Any:
    """np.any."""
    return count_nonzero(a) > 0.0


def all_hold(a: RunArray) -> Any:
    """np.all."""
    return count_nonzero(elementwise(lambda one: ops.not_(truth(one)), [a])) == 0.0


def mean(a: RunArray) -> Any:
    """np.mean."""
    with rules(numpy=True):
        return total(a) / a.length()


def var(a: RunArray, *, ddof: float = 0.0) -> Any:
    """np.var."""
    distance = a - mean(a)
    with rules(numpy=True):
        freedom = a.length() - ddof
        return total(distance * distance) / ops.where(freedom > 0.0, freedom, 0.0)


def std(a: RunArray, *, ddof: float = 0.0) -> Any:
    """np.std."""
    return ops.length(var(a, ddof=ddof))


def norm(x: RunArray) -> Any:
    """np.linalg.norm."""
    return ops.length(total(x * x))


def largest(a: RunArray) -> Any:
    """np.max: a nan among them is the result."""
    return runs.extreme(scalar(np.maximum), a)


def smallest(a: RunArray) -> Any:
    """np.min."""
    return runs.extreme(scalar(np.minimum), a)


def argmax(a: RunArray) -> Any:
    """np.argmax: where the first nan stands, if there is one."""
    is_nan, key = scalar(np.isnan), _as_count if runs.is_mask(a) else number
    return runs.place(lambda one, best: ops.not_((one <= best) | is_nan(best)), a, key)


def argmin(a: RunArray) -> Any:
    """np.argmin: where the first nan stands, if there is one."""
    return argmax(-a)


def spread(a: RunArray) -> Any:
    """np.ptp."""
    return largest(a) - smallest(a)


def dot(a: Any, b: Any) -> Any:
    """np.dot of two rows."""
    _check_open(a, b)
    if runs.is_mask(a):
        raise a.refuse()
    return total(a * b)


def column_stack(tup: Sequence[Any]) -> Any:
    """np.column_stack of rows of one length."""
    _check_open(*tup)
    found = elementwise(lambda *row: row, tup)
    found.width = len(tup)
    return found


def _check_open(*arrays: Any) -> None:
    for one in arrays:
        if type(one) is not RunArray:
            raise next(other for other in arrays if type(other) is RunArray).refuse()


def diff(a: RunArray) -> Any:
    """np.diff."""
    return a[1:] - a[:-1]


def cumsum(a: RunArray) -> Any:
    """np.cumsum."""
    before, kept = a.halves()
    with rules(numpy=True):
        return gathered(state.session.names.see(folds.running)(operator.add, before, kept))


def trapezoid(y: RunArray, x: Any = None, dx: Any = 1.0) -> Any:
    """np.trapezoid."""
    _check_open(y, y if x is None else x)
    steps = dx if x is None else diff(x)
    return total(steps * (y[1:] + y[:-1]) / 2.0)


def size(a: RunArray) -> Any:
    """np.size."""
    return a.size


def shape(a: RunArray) -> Any:
    """np.shape."""
    return a.shape


def same(a: RunArray) -> Any:
    """np.copy."""
    return a


_ROWS: Mapping[str, Callable[..., Any]] = {
    **{"sum": total, "prod": product, "mean": mean, "var": var, "std": std, "ptp": spread},
    **{"max": largest, "amax": largest, "min": smallest, "amin": smallest},
    **{"all": all_hold, "any": any_holds, "count_nonzero": count_nonzero, "cumsum": cumsum},
    **{"dot": dot, "inner": dot, "vdot": dot, "linalg.norm": norm, "diff": diff},
    **{"trapezoid": trapezoid, "trapz": trapezoid, "size": size, "shape": shape, "copy": same},
    **{"column_stack": column_stack, "argmax": argmax, "argmin": argmin},
}
FUNCTIONS = {one: row for name, row in _ROWS.items() for one in functions(name)}
_USUAL = {"axis": (None, 0, -1), "ord": (None, 2), "n": (1,)}  # what says nothing new of a row
_REDUCED: dict[Any, Callable[..., Any]] = {
    np.add: total,
    np.multiply: product,
    np.maximum: largest,
    np.minimum: smallest,
}


def call(function: Any, bound: BoundArguments) -> Any:
    """The function of these arguments, some of which are such arrays or hold them."""
    given = [*bound.arguments.values()]
    arrays = [one for one in leaves(given) if type(one) is RunArray]
    row = FUNCTIONS.get(function)
    nested = row is not column_stack and any(isinstance(one, (tuple, list)) for one in given)
    wide = any(one.width is not None for one in arrays) and row not in (size, shape, same)
    counted = row in (total, mean, count_nonzero, any_holds, all_hold, size, shape, same, argmax)
    masks = not counted and any(map(runs.is_mask, arrays))
    for name, usual in _USUAL.items():
        if any(bound.arguments.get(name, bound) is one for one in usual):
            del bound.arguments[name]
    if row is None or wide or nested or masks or not _takes(row, bound):
        raise arrays[0].refuse()
    return row(*bound.args, **bound.kwargs)


def _takes(row: Callable[..., Any], bound: BoundArguments) -> bool:
    try:
        signature(row).bind(*bound.args, **bound.kwargs)
    except TypeError:
        return False
    return True


def of_ufunc(
    ufunc: np.ufunc, method: str, inputs: Sequence[Any], options: Mapping[str, Any]
) -> Any:
    """`ufunc.method(*inputs, **options)`."""
    array = next(one for one in inputs if type(one) is RunArray)
    masks = ufunc.__name__ not in _OF_MASKS and any(map(runs.is_mask, inputs))
    plain = not (options or masks or ufunc.signature) and ufunc.nout == 1
    if plain and method == "__call__":
        return elementwise(scalar(ufunc), inputs)
    row = _REDUCED.get(ufunc) if method == "reduce" else None
    if not plain or row is None or array.width is not None or len(inputs) > 1:
        raise array.refuse()
    return row(array)


_OF_MASKS = "logical_and logical_or logical_not logical_xor bitwise_and bitwise_or invert".split()
METHODS = {name: getattr(np, name) for name in _ROWS if hasattr(np.ndarray, name)}
setattr(RunArray, "__matmul__", dot)  # noqa: B010

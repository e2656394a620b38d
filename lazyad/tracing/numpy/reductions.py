"""NumPy's functions that make one number of many: sums, means, products of arrays, extremes.

In: Arrays. Out: Arrays, or bare elements. A room of its own because the order of additions is
NumPy's own everywhere here, so that values agree to the last bit where NumPy's order is known.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.ops import choose
from lazyad.tracing.numpy.arrays import (
    any_array,
    as_array,
    base,
    elementwise,
    full,
    is_traced,
    mapped,
    numbers,
    objects,
    viewed,
)
from lazyad.tracing.numpy.ufuncs import number, truth
from lazyad.values.origin import state


def _reduction(ufunc: np.ufunc) -> Callable[..., Any]:
    def reduction(
        a: Any, axis: Any = None, keepdims: Any = False, initial: Any = None, where: Any = True
    ) -> Any:
        options = {} if initial is None else {"initial": initial}
        return ufunc.reduce(any_array(a), axis=axis, keepdims=keepdims, where=where, **options)

    return reduction


total, product = _reduction(np.add), _reduction(np.multiply)
largest, smallest = _reduction(np.maximum), _reduction(np.minimum)
all_hold, any_holds = _reduction(np.logical_and), _reduction(np.logical_or)


def mean(a: Any, axis: Any = None, keepdims: Any = False, where: Any = True) -> Any:
    """np.mean: the sum divided by the count."""
    sums = total(a, axis, keepdims, where=where)
    return np.divide(sums, _count(a, sums, axis, keepdims, where))


def _count(a: Any, sums: Any, axis: Any, keepdims: Any, where: Any) -> Any:
    """How many elements went into each of the sums."""
    if where is True:
        return float(np.size(a) // max(np.size(sums), 1)) or math.nan
    counts = total(np.broadcast_to(where, np.shape(a)), axis, keepdims)
    return counts.astype(sums.dtype) if state.whole else counts


def var(
    a: Any,
    axis: Any = None,
    ddof: float = 0.0,
    keepdims: Any = False,
    *,
    where: Any = True,
    mean: Any = None,
    correction: Any = None,
) -> Any:
    """np.var: the mean squared distance from the mean."""
    if correction is not None:
        if ddof:
            np.var([1.0], ddof=ddof, correction=correction)  # raises NumPy's error
        ddof = correction
    means = _mean(a, axis, True, where) if mean is None else mean
    distance = np.abs(a - means) if np.iscomplexobj(a) else a - means
    squares = total(distance * distance, axis, keepdims, where=where)
    freedom = _count(a, squares, axis, keepdims, where)
    if ddof:
        freedom = (max if where is True else np.maximum)(freedom - ddof, 0.0)
    return np.divide(squares, freedom)


_mean = mean


@wraps(var)
def std(*args: Any, **kwargs: Any) -> Any:
    """np.std: the root of np.var."""
    return root(var(*args, **kwargs))


def root(squares: Any) -> Any:
    """The root of what is a sum of squares, so that its derivative at 0 is that of a norm."""
    return elementwise(ops.length, [squares])


def average(
    a: Any, axis: Any = None, weights: Any = None, returned: bool = False, *, keepdims: Any = False
) -> Any:
    """np.average; where the weights sum to zero, the kernel divides by it."""
    a = as_array(a)
    weights = as_array(np.ones(a.shape) if weights is None else weights)
    if weights.shape != a.shape:  # one weight for each place on the axes
        np.average(np.ones(a.shape), axis, np.ones(weights.shape))  # raises NumPy's errors
        axes = [at % a.ndim for at in np.atleast_1d(axis)]
        weights = weights.transpose(np.argsort(axes))
        others = [at for at in range(a.ndim) if at not in axes]
        weights = np.broadcast_to(np.expand_dims(weights, others), a.shape)
    sums = total(weights, axis, keepdims=keepdims)
    means = total(a * weights, axis, keepdims=keepdims) / sums
    return (means, sums) if returned else means


def count_nonzero(a: Any, axis: Any = None, *, keepdims: bool = False) -> Any:
    return total(elementwise(lambda x: number(truth(x)), [a]), axis, keepdims=keepdims)


def trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Any:
    """np.trace: the sum of the diagonal."""
    return total(np.diagonal(a, offset, axis1, axis2), -1)


def _of_no_nan(reduction: Callable[..., Any]) -> Callable[..., Any]:
    """np.nansum and its like: of all that is no nan."""

    @wraps(reduction)
    def of_no_nan(a: Any, *args: Any, where: Any = True, **options: Any) -> Any:
        counts = ~np.isnan(a) if where is True else ~np.isnan(a) & where
        return reduction(a, *args, where=counts, **options)

    return of_no_nan


nansum, nanprod, nanmean = map(_of_no_nan, (total, product, mean))
nanvar, nanstd = _of_no_nan(var), _of_no_nan(std)
nanmax, nanmin = _reduction(np.fmax), _reduction(np.fmin)

# ---------------------------------------------------------------------------------- products


def vdot(a: Any, b: Any) -> Any:
    return np.dot(np.conjugate(as_array(a)).ravel(), objects(b).ravel())


def polyval(p: Any, x: Any) -> Any:
    """np.polyval: Horner's rule from the leading coefficient."""
    first, *others = objects(p).tolist() or [0.0]
    result = full(objects(x).shape, first)[()]
    for coefficient in others:
        result = result * x + coefficient
    return result


def einsum(*operands: Any) -> Any:
    """np.einsum by NumPy's own code, which knows objects; what it only views may be assigned to."""
    if not is_traced(operands) and len(operands) > 2:
        return np.einsum(*mapped(numbers, operands))
    return viewed(np.einsum(*mapped(base, operands)))


# ---------------------------------------------------------------------------------- scipy.special


def logsumexp(
    a: Any, axis: Any = None, b: Any = None, keepdims: bool = False, return_sign: bool = False
) -> Any:
    """log(sum(b * exp(a))), with the largest element taken out of the exponents."""
    a = as_array(a)
    most = _largest_if_finite(a, axis)
    terms = np.exp(a - most) if b is None else b * np.exp(a - most)
    sums = total(terms, axis, keepdims=True)
    signs, sums = (np.sign(sums), abs(sums)) if return_sign else (None, sums)
    if b is None:  # where all are -inf, nothing that changes by little changes the sum: no slope
        logs = elementwise(lambda x: choose(x <= 0.0, -math.inf, np.log(x)), [sums])
    else:
        logs = np.log(sums)
    found = [logs + most, signs] if return_sign else [logs + most]
    found = found if keepdims else [np.squeeze(as_array(x), axis)[()] for x in found]
    return tuple(found) if return_sign else found[0]


def softmax(x: Any, axis: Any = None) -> Any:
    """exp(x) divided by its sum."""
    x = as_array(x)
    terms = np.exp(x - largest(x, axis, keepdims=True))
    return terms / total(terms, axis, keepdims=True)


def log_softmax(x: Any, axis: Any = None) -> Any:
    x = as_array(x)
    distance = x - _largest_if_finite(x, axis)
    return distance - np.log(total(np.exp(distance), axis, keepdims=True))


def _largest_if_finite(a: Any, axis: Any) -> Any:
    most = largest(a, axis, keepdims=True)
    return np.where(np.isfinite(most), most, 0.0)

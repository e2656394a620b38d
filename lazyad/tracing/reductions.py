"""NumPy's functions that make one number of many: sums, means, products of arrays, extremes.

In: Arrays. Out: Arrays, or bare elements. A room of its own because the order of additions is
NumPy's own everywhere here, so that values agree to the last bit where NumPy's order is known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.tracing.arrays import as_array, elementwise, full, objects, packed, refusal
from lazyad.tracing.ufuncs import number, truth


def _reduction(ufunc: np.ufunc) -> Callable[..., Any]:
    def reduction(a: Any, axis: Any = None, out: Any = None, **options: Any) -> Any:
        options = {k: v for k, v in options.items() if v is not np._NoValue}
        return ufunc.reduce(as_array(a), axis=axis, out=out, **options)

    return reduction


largest, smallest = _reduction(np.maximum), _reduction(np.minimum)
all_hold, any_holds = _reduction(np.logical_and), _reduction(np.logical_or)


def total(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, **options: Any) -> Any:
    """np.sum."""
    return _reduction(np.add)(a, axis, out, dtype=dtype, **options)


def product(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, **options: Any) -> Any:
    """np.prod."""
    return _reduction(np.multiply)(a, axis, out, dtype=dtype, **options)


def mean(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, **options: Any) -> Any:
    """np.mean: the sum divided by the count."""
    sums = total(a, axis, dtype, **options)
    return np.divide(sums, _count(a, sums), out=out)


def _count(a: Any, sums: Any) -> float:
    """How many elements went into each of the sums."""
    return float(np.size(a) // max(np.size(sums), 1))


def var(
    a: Any,
    axis: Any = None,
    dtype: Any = None,
    out: Any = None,
    ddof: float = 0.0,
    *,
    keepdims: Any = False,
    **options: Any,
) -> Any:
    """np.var: the mean squared distance from the mean."""
    ddof = options.pop("correction", ddof)
    if any(value is not np._NoValue for value in options.values()):
        raise refusal(f"np.var with {', '.join(options)}", "np.mean((x - np.mean(x)) ** 2)")
    means = mean(a, axis, dtype, keepdims=True)
    distance = a - means
    squares = total(distance * distance, axis, keepdims=keepdims)
    return np.divide(squares, max(_count(a, means) - ddof, 0.0), out=out)


def std(*args: Any, out: Any = None, **options: Any) -> Any:
    """np.std: the root of np.var."""
    result = root(var(*args, **options))
    return result if out is None else np.positive(result, out=out)


def root(squares: Any) -> Any:
    """The root of what is a sum of squares, so that its derivative at 0 is that of a norm."""
    return elementwise(ops.length, [squares])


def average(
    a: Any, axis: Any = None, weights: Any = None, returned: bool = False, *, keepdims: Any = False
) -> Any:
    """np.average; where the weights sum to zero, the kernel divides by it."""
    a = as_array(a)
    weights = as_array(np.ones(a.shape) if weights is None else weights)
    if weights.shape != a.shape:  # one weight for each place on the axis
        weights = np.moveaxis(np.broadcast_to(weights, np.moveaxis(a, axis, -1).shape), -1, axis)
    sums = total(weights, axis, keepdims=keepdims)
    means = total(a * weights, axis, keepdims=keepdims) / sums
    return (means, sums) if returned else means


def ptp(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """np.ptp: the largest minus the smallest."""
    high, low = largest(a, axis, keepdims=keepdims), smallest(a, axis, keepdims=keepdims)
    return np.subtract(high, low, out=out)


def count_nonzero(a: Any, axis: Any = None, *, keepdims: bool = False) -> Any:
    """np.count_nonzero."""
    return total(elementwise(lambda x: number(truth(x)), [a]), axis, keepdims=keepdims)


def trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1, *rest: Any, **kw: Any) -> Any:
    """np.trace: the sum of the diagonal."""
    return total(np.diagonal(a, offset, axis1, axis2), -1, *rest, **kw)


# ---------------------------------------------------------------------------------- products


def vdot(a: Any, b: Any) -> Any:
    """np.vdot, of real values."""
    return np.dot(objects(a).ravel(), objects(b).ravel())


def polyval(p: Any, x: Any) -> Any:
    """np.polyval: Horner's rule from the leading coefficient."""
    first, *others = objects(p).tolist()
    result = full(objects(x).shape, first)[()]
    for coefficient in others:
        result = result * x + coefficient
    return result


def einsum(subscripts: Any, *operands: Any, out: Any = None, **_: Any) -> Any:
    """np.einsum: each result is the sum, in order, of the products of what its labels select."""
    if not isinstance(subscripts, str):
        raise refusal("np.einsum with lists of indices", "np.einsum('ij,jk->ik', a, b)")
    terms, output = _labels(subscripts, [np.ndim(operand) for operand in operands])
    labels = list(dict.fromkeys([*output, *(label for term in terms for label in term)]))
    factors = [
        _spread(as_array(operand), term, labels)
        for term, operand in zip(terms, operands, strict=True)
    ]
    products = reduce(lambda a, b: a * b, factors)
    shape = products.shape[: len(output)]
    rows = objects(products).reshape(math.prod(shape), -1).tolist()
    sums = [reduce(lambda a, b: a + b, map(number, row)) if row else 0.0 for row in rows]
    result = packed(sums, shape)
    return result if out is None else np.positive(result, out=out)


def _labels(subscripts: str, dimensions: Sequence[int]) -> tuple[list[list[str]], list[str]]:
    """The labels of each operand's axes and of the result's, where "..." are axes "0", "1", ...

    >>> _labels("...ij,jk", [3, 2])
    ([['0', 'i', 'j'], ['j', 'k']], ['0', 'i', 'k'])
    """
    inputs, arrow, output = subscripts.replace(" ", "").partition("->")
    texts = inputs.split(",")
    rest = [
        n - len(text.replace("...", "")) if "..." in text else 0
        for text, n in zip(texts, dimensions, strict=True)
    ]
    every = [str(at) for at in range(max(rest))]

    def expanded(text: str, count: int) -> list[str]:
        before, dots, after = text.partition("...")
        return [*before, *(every[len(every) - count :] if dots else []), *after]

    terms = [expanded(text, count) for text, count in zip(texts, rest, strict=True)]
    if arrow:
        return terms, expanded(output, len(every))
    letters = [label for text in texts for label in text.replace("...", "")]
    return terms, [*every, *sorted(label for label in letters if letters.count(label) == 1)]


def _spread(operand: Any, term: list[str], labels: list[str]) -> Any:
    """The operand with one axis for each label, of length 1 where it has none."""
    for label in labels:
        while term.count(label) > 1:
            first, second = [at for at, other in enumerate(term) if other == label][:2]
            operand = np.diagonal(operand, 0, first, second)
            term = [other for at, other in enumerate(term) if at not in (first, second)] + [label]
    operand = np.transpose(operand, [term.index(label) for label in labels if label in term])
    return operand[tuple([slice(None) if label in term else None for label in labels])]


# ---------------------------------------------------------------------------------- scipy.special


def logsumexp(
    a: Any, axis: Any = None, b: Any = None, keepdims: bool = False, return_sign: bool = False
) -> Any:
    """log(sum(b * exp(a))), with the largest element taken out of the exponents."""
    if return_sign:
        raise refusal("logsumexp with return_sign", "np.log(np.sum(np.exp(a)))")
    a = as_array(a)
    most = _largest_if_finite(a, axis)
    terms = np.exp(a - most) if b is None else b * np.exp(a - most)
    sums = np.log(total(terms, axis, keepdims=True)) + most
    return sums if keepdims else np.squeeze(as_array(sums), axis)[()]


def softmax(x: Any, axis: Any = None) -> Any:
    """exp(x) divided by its sum."""
    x = as_array(x)
    terms = np.exp(x - largest(x, axis, keepdims=True))
    return terms / total(terms, axis, keepdims=True)


def log_softmax(x: Any, axis: Any = None) -> Any:
    """The logarithm of softmax."""
    x = as_array(x)
    distance = x - _largest_if_finite(x, axis)
    return distance - np.log(total(np.exp(distance), axis, keepdims=True))


def _largest_if_finite(a: Any, axis: Any) -> Any:
    most = largest(a, axis, keepdims=True)
    return np.where(np.isfinite(most), most, 0.0)

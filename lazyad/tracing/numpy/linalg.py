"""NumPy's linear algebra as straight-line programs.

In: Arrays of matrices. Out: Arrays, or single elements. A room of its own because NumPy has stacks
of matrices, and norms; the algorithms on one matrix are those of `lazyad.derivatives.systems`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import reduce
from typing import Any, NoReturn

import numpy as np

from lazyad import ops
from lazyad.derivatives import systems
from lazyad.graph import RAISE, Node, lifted
from lazyad.tracing.control.handlers import catching
from lazyad.tracing.numpy.arrays import (
    any_array,
    as_array,
    is_traced,
    numbers,
    objects,
    packed,
    refusal,
)
from lazyad.tracing.numpy.reductions import root
from lazyad.tracing.unknown import Unknown
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe, here, state

Rows = list[list[Any]]


def _over_stack(function: Callable[..., Any], a: Any, *others: Any) -> Any:
    """The function of each square matrix in the last two axes, and of what others have there."""
    arrays = [objects(a), *map(objects, others)]
    square = arrays[0].shape
    if len(square) < 2 or square[-1] != square[-2]:
        np.linalg.inv(np.ones(square))  # raises NumPy's error
    stack = np.broadcast_shapes(*[array.shape[:-2] for array in arrays])
    whole = [np.broadcast_to(array, stack + array.shape[-2:]) for array in arrays]
    rows = [array.reshape(-1, *array.shape[-2:]).tolist() for array in whole]
    try:
        results = [objects(result) for result in map(function, *rows)]
    except ZeroDivisionError as error:
        raise np.linalg.LinAlgError("Singular matrix") from error
    flat = [value for result in results for value in result.ravel().tolist()]
    return packed(flat, stack + results[0].shape)


def _ask(said: str, fails: Callable[..., Any], *args: Any) -> None:
    """Leave the `try` where a matrix is none that LAPACK takes, if it catches NumPy's error: where
    none does, what is computed of it is inf or nan."""
    error = np.linalg.LinAlgError(said)
    attempt = catching(state.session, type(error)) if state.session is not None else None
    if attempt is not None:
        attempt.fails(fails(*args), error)


def _is_singular(a: Any) -> Any:
    return np.any(as_array(_over_stack(_zeros, a)))


def _zeros(m: Rows) -> Any:
    rows, _, _ = systems.eliminated(m, ops.ratio)
    return [row[i] == 0.0 for i, row in enumerate(rows)]


# What is wrong, and what to write instead: of np.roots, and of np.linalg.lstsq and pinv.
FEWER = (
    "the first coefficient of a polynomial is 0, which has fewer roots",
    "the coefficients behind it",
)
DEPENDENT = (
    "the matrix has not full rank: its rows or columns depend on each other",
    "fewer of them, or np.linalg.solve with a ridge",
)


def failure(what: str, instead: str) -> Node:
    """What raises such an error where it is the value of something."""
    return Node(RAISE, (), (ValueError, three_parts(what, describe(here()), instead)))


# ---------------------------------------------------------------------------------- NumPy's names


def det(a: Any) -> Any:
    """np.linalg.det: cofactors for up to three rows, else elimination with partial pivoting."""
    return _over_stack(systems.det, a)


def inv(a: Any) -> Any:
    """np.linalg.inv: cofactors for up to two rows, else elimination with partial pivoting."""
    _ask("Singular matrix", _is_singular, a)
    return _over_stack(systems.inverse, a)


def solve(a: Any, b: Any) -> Any:
    """np.linalg.solve: cofactors for up to two rows, else elimination with partial pivoting."""
    a, b = objects(a), objects(b)
    if b.ndim == 1:
        return solve(a, b[:, None])[..., 0]
    stack = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    ones = [np.ones(stack + shape[-2:]) for shape in (a.shape, b.shape)]
    np.linalg.solve(ones[0] + np.eye(*a.shape[-2:]), ones[1])  # raises NumPy's errors
    _ask("Singular matrix", _is_singular, a)
    return _over_stack(systems.solved, a, b)


def slogdet(a: Any) -> Any:
    """np.linalg.slogdet, by elimination: no product of the pivots overflows."""
    found = as_array(_over_stack(_signed_log, a))
    return type(np.linalg.slogdet(np.eye(1)))(found[..., 0][()], found[..., 1][()])


def _signed_log(m: Rows) -> list[Any]:
    rows, sign, _ = systems.eliminated(m, ops.ratio)  # of a column of zeros nothing is left
    pivots = [row[i] for i, row in enumerate(rows)]
    return [
        reduce(lambda s, pivot: s * ops.sign(pivot), pivots, sign),
        reduce(lambda x, y: x + y, [ops.log(abs(pivot)) for pivot in pivots]),
    ]


def lstsq(a: Any, b: Any, rcond: Any = None) -> Any:
    """np.linalg.lstsq: of a constant matrix whatever its rank; of a traced one of full rank, by
    orthogonalization, without the singular values."""
    a, b = as_array(a), as_array(b)
    if not is_traced(a):
        return fitted(numbers(a), b, rcond)
    if len(a) < a.shape[1]:
        return _shortest(a, b), [], len(a), None
    columns, rest, rows, sides = [*a.T], b, [], []
    count, squares = len(columns), [column @ column for column in columns]
    for k, column in enumerate(columns):
        square = _left(column @ column, squares[k], a) if k else squares[0]
        rows.append([0.0] * k + [column @ other / square for other in columns[k:]])
        sides.append(column @ rest / square)
        rest = rest - np.multiply.outer(column, sides[-1])
        for j in range(k + 1, count):
            columns[j] = columns[j] - column * rows[k][j]
    x: list[Any] = [None] * count
    for k in reversed(range(count)):
        x[k] = sides[k]
        for j in range(k + 1, count):
            x[k] = x[k] - rows[k][j] * x[j]
    over = len(rest) > count
    return np.stack(x), np.sum(rest * rest, 0, keepdims=rest.ndim == 1) if over else [], count, None


def fitted(a: Any, b: Any, rcond: Any = None) -> Any:
    """np.linalg.lstsq of a constant matrix, which is linear in b."""
    inverse, _, rank, singular = np.linalg.lstsq(a, np.eye(len(a)), rcond)
    x = inverse @ b
    rest = b - a @ x
    over = len(a) > a.shape[1] == rank
    return x, np.sum(rest * rest, 0, keepdims=b.ndim == 1) if over else np.zeros(0), rank, singular


def _shortest(a: Any, b: Any) -> Any:
    """The smallest x with a @ x = b, of rows that are independent: along each row, less what is
    along those before it."""
    rows, x = [*a], 0.0 * np.multiply.outer(a[0], b[0])
    squares = [row @ row for row in rows]
    for k, row in enumerate(rows):
        square = _left(row @ row, squares[k], a) if k else squares[0]
        x = x + np.multiply.outer(row, (b[k] - a[k] @ x) / square)
        for j in range(k + 1, len(rows)):
            rows[j] = rows[j] - row * (row @ rows[j] / square)
    return x


def _left(square: Any, whole: Any, a: Any) -> Any:
    """The square of what is left of a column or a row without those before it; an error where that
    is no more than rounding leaves."""
    least = (2.0**-52 * max(a.shape)) ** 2
    return ops.where(lifted(square) > least * lifted(whole), square, failure(*DEPENDENT))


def pinv(a: Any, rcond: Any = None, hermitian: bool = False, *, rtol: Any = None) -> Any:
    """np.linalg.pinv, of a matrix of full rank."""
    if rcond is not None or rtol is not None:
        raise refusal("pinv with rcond= or rtol=", "a matrix of full rank, without it")
    a = as_array(a)
    if a.ndim != 2:
        raise refusal(f"np.linalg.pinv of an array of {a.shape}", "a matrix, one after the other")
    return lstsq(a, np.eye(len(a)))[0]


def cond(x: Any, p: Any = None) -> Any:
    x = any_array(x)
    if p in (None, 2, -2):
        found = _singular_values(x, (-2, -1))
        first, last = found[..., 0], found[..., -1]
        return last / first if p == -2 else first / last
    return norm(x, p, (-2, -1)) * norm(np.linalg.inv(x), p, (-2, -1))


def _singular_values(x: Any, axes: tuple[int, int]) -> Any:
    """Those of matrices, the largest first; of an array's numbers where there are one or two rows
    or columns: the smaller is the root of the sum of all squared minors, by the larger."""
    x = np.moveaxis(x, axes, (-2, -1))
    if state.whole:
        return np.linalg.svd(x, compute_uv=False)
    x = np.swapaxes(x, -2, -1) if x.shape[-2] > x.shape[-1] else x
    if x.shape[-2] not in (1, 2) or x.dtype.kind == "c":
        return np.linalg.svd(x, compute_uv=False)
    u, v = x[..., 0, :], x[..., -1, :]
    first, last, both = [np.sum(one, axis=-1) for one in (u * u, v * v, u * v)]
    if x.shape[-2] == 1:
        return np.stack([root(first)], axis=-1)
    apart = root((first - last) ** 2 + 4.0 * both * both)
    large = root((first + last + apart) / 2.0)
    i, j = np.triu_indices(x.shape[-1], 1)
    minors = root(np.sum((u[..., i] * v[..., j] - u[..., j] * v[..., i]) ** 2, axis=-1))
    small = np.where(large > 0.0, minors / np.where(large > 0.0, large, 1.0), 0.0)
    return np.stack([large, small], axis=-1)


def all_vectors(m: int, n: int) -> Any:
    """What stands for all vectors of an svd: who reads the values alone needs none of them."""

    def refuse() -> NoReturn:
        what = f"all vectors of the svd of a {m} by {n} matrix, which have no derivative"
        raise refusal(what, "np.linalg.svd(a, full_matrices=False)")

    return Unknown(refuse)


def check_qr(m: int, n: int, mode: str) -> None:
    """Raise TypeError for factors that have no derivative."""
    if mode not in ("reduced", "r") and not (m == n and mode == "complete"):
        raise refusal(f"qr with mode={mode!r}", "mode='reduced', or 'r'")
    if m < n:
        raise refusal(f"qr of a {m} by {n} matrix", "one with as many rows as columns, or more")


def cholesky(a: Any, *, upper: bool = False) -> Any:
    """np.linalg.cholesky: the lower factor, which reads the lower triangle alone; or the upper."""
    if upper:
        return np.swapaxes(cholesky(np.swapaxes(a, -1, -2)), -1, -2)
    return _over_stack(_cholesky, a)


def _cholesky(a: Rows) -> Rows:
    n = len(a)
    lower: Rows = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = a[i][j]
            for k in range(j):
                rest = rest - lower[i][k] * lower[j][k]
            if i == j:
                _ask("Matrix is not positive definite", ops.where, rest > 0.0, False, True)
            lower[i][j] = ops.sqrt(rest) if i == j else rest / lower[j][j]
    return lower


def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    x = any_array(x)
    if ord in (2, -2, "nuc") and len(pair := _axes(x, axis)) == 2:
        found = _singular_values(x, pair)
        one = 0 if ord == 2 else -1
        length = np.sum(found, axis=-1) if ord == "nuc" else found[..., one]
        return np.expand_dims(length, pair) if keepdims else length
    x = x * 1.0 if x.dtype.kind in "biu" else abs(x) if x.dtype.kind == "c" else x
    of_all = ord is None or (x.ndim, ord) in ((1, 2), (2, "fro"))
    if axis is None and of_all and not state.whole:
        flat = x.ravel(order="K")
        length = root(flat @ flat)
        return as_array(length).reshape((1,) * x.ndim) if keepdims else length
    axes = [*_axes(x, axis)]
    if len(axes) == 1:
        return _vector_norm(x, ord, axes[0], keepdims)
    if ord is None or (ord == "fro" and len(axes) == 2):
        return root(np.sum(x * x, axis=tuple(axes), keepdims=keepdims))
    if len(axes) != 2 or ord not in (1, -1, math.inf, -math.inf):
        raise refusal(f"np.linalg.norm with ord={ord!r} over {len(axes)} axes", "ord='fro'")
    summed = axes[0] if abs(ord) == 1 else axes[1]
    sums = np.sum(abs(x), axis=summed, keepdims=True)
    return (np.max if ord > 0 else np.min)(sums, axis=tuple(axes), keepdims=keepdims)


def _axes(x: Any, axis: Any) -> Any:
    return tuple(range(x.ndim)) if axis is None else tuple(np.atleast_1d(axis).tolist())


def _vector_norm(x: Any, ord: Any, axis: int, keepdims: bool) -> Any:
    if ord is None or ord == 2:
        return root(np.sum(x * x, axis=axis, keepdims=keepdims))
    if ord in (math.inf, -math.inf):
        return (np.max if ord > 0 else np.min)(abs(x), axis=axis, keepdims=keepdims)
    if ord == 0:
        return np.sum((x != 0.0).astype(x.dtype), axis=axis, keepdims=keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    if ord == 1:
        return np.sum(abs(x), axis=axis, keepdims=keepdims)
    total = np.sum(abs(x) ** ord, axis=axis, keepdims=keepdims)
    # At 0 a norm has the slope 0, where the root has none.
    return np.where(total <= 0.0, 0.0, total ** (1.0 / ord)) if ord > 0 else total ** (1.0 / ord)

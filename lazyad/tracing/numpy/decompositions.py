"""Eigenvalues, singular values and factors of matrices of traced numbers.

In: Arrays of matrices. Out: Arrays, in the tuples that NumPy returns. A room of its own because
NumPy is called for these, where `linalg` writes them out, and their tangents are known in terms of
themselves (Giles, Collected matrix derivative results, 2008; `lazyad.arrays.matrices` has the same
of whole arrays). Vectors of equal values have no derivative: theirs is inf or nan. That of the
values is there.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import numpy as np

from lazyad.derivatives.implicit import moving
from lazyad.graph import Graph, Node, lifted
from lazyad.operators import Operand
from lazyad.tracing.numpy import array_functions
from lazyad.tracing.numpy.arrays import any_array, as_array, complex_sum, find, of_room, refusal
from lazyad.tracing.numpy.linalg import all_vectors, check_qr, inv
from lazyad.tracing.solutions import found_by
from lazyad.tracing.unknown import Unknown
from lazyad.values.origin import origins

Shapes = Sequence[tuple[int, ...]]
# Of how many numbers a matrix may be: each of its vectors' has a derivative in each of those.
_MOST_OF_VALUES, _MOST_OF_VECTORS = 144, 36


def _parts(
    name: str, a: Any, shapes: Shapes, tangents: Callable[..., Any], *options: Any
) -> list[Any]:
    """The arrays of these shapes that NumPy makes of each matrix; their tangents are a function of
    them and of the matrix's."""
    a = as_array(a) * 1.0
    if a.ndim > 2:
        stack = a.reshape(-1, *a.shape[-2:])
        rows = [_parts(name, one, shapes, tangents, *options) for one in stack]
        pairs = zip(shapes, zip(*rows, strict=True), strict=True)
        return [
            (
                part[0]
                if isinstance(part[0], Unknown)
                else np.stack(part).reshape(*a.shape[:-2], *shape)
            )
            for shape, part in pairs
        ]
    if a.size > _MOST_OF_VALUES:
        raise _too_large(f"np.linalg.{name}", a.shape)
    numbers = a.ravel().tolist()
    found = found_by("factors", [name, a.shape, options], numbers, sum(map(math.prod, shapes)))
    traced = [at for at, one in enumerate(numbers) if isinstance(one, Operand)]
    if traced:
        ops = moving(_motion(a.shape, traced, shapes, tangents), len(found))
        found = [op(*found, *[numbers[at] for at in traced]) for op in ops]
    parts = _apart(found, shapes)
    if a.size > _MOST_OF_VECTORS:

        def refuse() -> NoReturn:
            raise _too_large(f"the factors or vectors of np.linalg.{name}", a.shape)

        parts = [part if part.ndim < 2 else Unknown(refuse) for part in parts]
    return parts


def _too_large(what: str, shape: tuple[int, ...]) -> TypeError:
    return refusal(
        f"{what} of a {shape[0]} by {shape[1]} matrix of traced numbers",
        "compile(..., target='array'), which keeps matrices whole",
    )


def _motion(
    shape: tuple[int, ...], traced: list[int], shapes: Shapes, tangents: Callable[..., Any]
) -> Graph:
    """The tangents of the results, of those, and of what is traced of a matrix and its tangents."""
    sizes = {"x": sum(map(math.prod, shapes)), "a": len(traced), "da": len(traced)}
    names = [f"{name}{at}" for name, size in sizes.items() for at in range(size)]
    inputs = [*map(Node.input, names)]
    moves: list[Any] = [0.0] * math.prod(shape)
    for at, one in zip(traced, inputs[-len(traced) :], strict=True):
        moves[at] = one
    own = _apart(inputs[: sizes["x"]], shapes)
    with origins():  # no part of the trace
        found = tangents(*own, any_array(moves).reshape(shape))
    return Graph(inputs, tuple([lifted(one) for part in found for one in part.ravel().tolist()]))


def _apart(numbers: Sequence[Any], shapes: Shapes) -> list[Any]:
    ends = np.cumsum([0, *map(math.prod, shapes)]).tolist()
    parts = zip(shapes, ends, ends[1:], strict=False)
    return [any_array(numbers[start:end]).reshape(shape) for shape, start, end in parts]


def _turned(vectors: Any, moved: Any, gaps: Any) -> Any:
    """The vectors times what is moved over the gaps, but for its diagonal, where these are 0."""
    columns = []
    for k in range(len(gaps)):
        others = [at for at in range(len(gaps)) if at != k]
        columns.append(vectors[:, others] @ (moved[others, k] / gaps[others, k]))
    return np.stack(columns, axis=-1)


def _size(function: Callable[..., Any], a: Any) -> tuple[int, int]:
    """The rows and columns of matrices. Raises the function's errors."""
    shape = np.shape(a)
    function(np.zeros((*[1] * (len(shape) - 2), *shape[-2:])))
    m, n = shape[-2:]
    return m, n


# ---------------------------------------------------------------------------------- NumPy's names


def eigh(a: Any, UPLO: str = "L") -> Any:
    """np.linalg.eigh, which reads one triangle alone."""
    n, _ = _size(np.linalg.eigh, a)
    half = np.tril if UPLO.upper() == "L" else np.triu

    def tangents(w: Any, v: Any, da: Any) -> Any:
        read = half(da)
        moved = v.T @ (read + read.T - np.diag(np.diagonal(read))) @ v
        return np.diagonal(moved), _turned(v, moved, w - w[:, None])

    return type(np.linalg.eigh(np.eye(1)))(*_parts("eigh", a, [(n,), (n, n)], tangents, UPLO))


def eigvalsh(a: Any, UPLO: str = "L") -> Any:
    return eigh(a, UPLO)[0]


def svd(
    a: Any, full_matrices: bool = True, compute_uv: bool = True, hermitian: bool = False
) -> Any:
    m, n = _size(np.linalg.svd, a)
    k = min(m, n)
    if hermitian:
        raise refusal("svd with hermitian=True", "np.linalg.eigh")

    def tangents(u: Any, s: Any, vh: Any, da: Any) -> Any:
        v, column = vh.T, s[:, None]
        right, left = da @ v, da.T @ u
        inner, gaps = u.T @ right, (s - column) * (s + column)
        du = _turned(u, inner * s + column * inner.T, gaps)
        dv = _turned(v, column * inner + inner.T * s, gaps)
        du = du + (right - u @ inner) / s if m > k else du
        dv = dv + (left - v @ inner.T) / s if n > k else dv
        return du, np.diagonal(inner), dv.T

    parts = _parts("svd", a, [(m, k), (k,), (k, n)], tangents, False)
    if not compute_uv:
        return parts[1]
    if full_matrices and m != n:
        parts[0 if m > n else 2] = all_vectors(m, n)
    return type(np.linalg.svd(np.eye(1)))(*parts)


def svdvals(x: Any) -> Any:
    return svd(x, compute_uv=False)


def qr(a: Any, mode: str = "reduced") -> Any:
    """np.linalg.qr, of as many rows as columns or more."""
    m, n = _size(np.linalg.qr, a)
    check_qr(m, n, mode)

    def tangents(q: Any, r: Any, da: Any) -> Any:
        moved = da @ inv(np.triu(r))
        inner = q.T @ moved
        lower = np.tril(inner, -1)
        turn = lower - lower.T
        return q @ (turn - inner) + moved, (inner - turn) @ r

    q, r = _parts("qr", a, [(m, n), (n, n)], tangents)
    return r if mode == "r" else type(np.linalg.qr(np.eye(1)))(q, r)


def eig(a: Any) -> Any:
    """np.linalg.eig, whose results are complex numbers here, whatever they are. Vectors keep their
    length, and their largest number real."""
    n, _ = _size(np.linalg.eig, a)

    def tangents(*parts: Any) -> Any:
        wr, wi, vr, vi, lr, li, da = parts
        w, vectors, left = [complex_sum(*pair) for pair in ((wr, wi), (vr, vi), (lr, li))]
        inner = left @ da @ vectors
        moved = _turned(vectors, inner, w - w[:, None])
        ur, ui = moved.real, moved.imag
        lengths = vr * vr + vi * vi
        first = lengths == np.max(lengths, axis=0)
        angle = np.sum(np.where(first, ui, 0.0), 0) / np.sum(np.where(first, vr, 0.0), 0)
        along = np.sum(vr * ur + vi * ui, axis=0)
        moved = moved - vectors * complex_sum(along, angle)
        values = np.diagonal(inner)
        back = -(left @ moved @ left)
        return [part for one in (values, moved, back) for part in (one.real, one.imag)]

    shapes = [(n,), (n,), *[(n, n)] * 4]
    wr, wi, vr, vi, *_ = _parts("eig", a, shapes, tangents)
    return type(np.linalg.eig(np.eye(1)))(complex_sum(wr, wi), complex_sum(vr, vi))


def eigvals(a: Any) -> Any:
    return eig(a)[0]


array_functions.FUNCTIONS.update(
    {find(name): row for name, row in of_room(sys.modules[__name__], "linalg.").items()}
)

"""What SciPy's compiled functions mean on traced values, in terms of NumPy's.

Data: for each function by its name, a function of arrays. A room of its own because it is a table,
and the one place to look for what `signal.lfilter` becomes. What of SciPy is written in plain NumPy
is traced as it is (`lazyad.values.libraries`), and calls these.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.tracing.names import traced
from lazyad.tracing.numpy import interpolate, linalg
from lazyad.tracing.numpy.arrays import (
    OF_WHOLE,
    Array,
    any_array,
    as_array,
    is_traced,
    numbers,
    objects,
    refusal,
    stored,
)
from lazyad.tracing.scans import scan
from lazyad.values.errors import refused
from lazyad.values.libraries import public_name
from lazyad.values.origin import state

# ---------------------------------------------------------------------------------- signals


def convolve(in1: Any, in2: Any, mode: str = "full", method: str = "auto") -> Any:
    """signal.convolve: the first, shifted to each place of the second, times what is there."""
    a, b = as_array(in1), as_array(in2)
    if mode == "valid" and a.size < b.size:
        a, b = b, a
    full = as_array(np.zeros([n + m - 1 for n, m in zip(a.shape, b.shape, strict=True)]))
    for place, weight in np.ndenumerate(b):
        at = tuple([slice(k, k + n) for k, n in zip(place, a.shape, strict=True)])
        full[at] = full[at] + a * weight
    if mode == "full":
        return full
    less = 0 if mode == "same" else 1
    sizes = [n - less * (m - 1) for n, m in zip(a.shape, b.shape, strict=True)]
    starts = [(m - n) // 2 for n, m in zip(sizes, full.shape, strict=True)]
    return full[tuple([slice(k, k + n) for k, n in zip(starts, sizes, strict=True)])]


def _reversed(a: Any) -> Array:
    return np.flip(as_array(a))


def correlate(in1: Any, in2: Any, mode: str = "full", method: str = "auto") -> Any:
    if mode == "valid" and np.size(in1) < np.size(in2):
        return _reversed(convolve(in2, _reversed(in1), mode))
    return convolve(in1, _reversed(in2), mode)


def correlate2d(in1: Any, in2: Any, mode: str = "full") -> Any:
    """signal.correlate2d, whose middle is another one where the second is of an even size."""
    if mode != "same":
        return correlate(in1, in2, mode)
    sizes = zip(np.shape(in1), np.shape(in2), strict=True)
    return correlate(in1, in2)[tuple([slice(m // 2, m // 2 + n) for n, m in sizes])]


def lfilter(b: Any, a: Any, x: Any, axis: int = -1, zi: Any = None) -> Any:
    """signal.lfilter: a scan over the elements, which carries what later ones take."""
    rows = np.moveaxis(any_array(x), axis, 0)
    order = max(np.size(b), np.size(a))
    behind = (1,) * (rows.ndim - 1)
    first = any_array(a)[0] if np.ndim(a) else any_array(a)
    b, a = [
        np.reshape(
            np.pad(np.atleast_1d(any_array(c) / first), (0, order - np.size(c))), (-1, *behind)
        )
        for c in (b, a)
    ]
    zero = any_array(np.zeros((1, *rows.shape[1:])))
    state = (
        zero * np.ones((order - 1, *behind)) if zi is None else np.moveaxis(any_array(zi), axis, 0)
    )

    def step(state: Any, row: Any) -> Any:
        found = b[0] * row + state[0]
        return b[1:] * row + np.concatenate([state[1:], zero]) - a[1:] * found, found

    if order == 1:
        found = b[0] * rows
    else:
        state, found = scan(step, state, rows)
    found = np.moveaxis(found, 0, axis)
    return found if zi is None else (found, np.moveaxis(state, 0, axis))


def sosfilt(sos: Any, x: Any, zi: Any) -> None:
    """signal.sosfilt's loop: each row through one section after the other, in place."""
    for row, states in zip(x, zi, strict=True):
        for section, held in zip(as_array(sos), states, strict=True):
            row[...], held[...] = lfilter(section[:3], section[3:], row, zi=held)


def upfirdn(h: Any, x: Any, up: int = 1, down: int = 1, axis: int = -1) -> Any:
    """signal.upfirdn: with zeros between, filtered, and every so many of them."""
    x = np.moveaxis(as_array(x), axis, -1)
    spread = as_array(np.zeros((*x.shape[:-1], (x.shape[-1] - 1) * up + 1)))
    spread[..., ::up] = x
    h = as_array(h).reshape([1] * (x.ndim - 1) + [-1])
    return np.moveaxis(convolve(spread, h)[..., ::down], -1, axis)


# ---------------------------------------------------------------------------------- images

# By the codes that SciPy's Python hands on to its compiled parts.
_MODES: list[Any] = ["edge", "wrap", "symmetric", "reflect", "constant", "wrap", "constant"]


def correlated(  # noqa: PLR0917  # as it is called
    a: Any, weights: Any, output: Any, mode: int, cval: Any, origins: Any
) -> Any:
    """ndimage's correlation: what lies around each element, in windows, times the weights."""
    weights = any_array(weights)
    padded = _padded(a, weights.shape, mode, cval, origins)
    if state.whole:
        return stored(weighed(padded, weights), output)
    windows = np.lib.stride_tricks.sliding_window_view(padded, weights.shape)
    return stored(np.sum(windows * weights, axis=tuple(range(-weights.ndim, 0))), output)


def weighed(x: Any, weights: Any) -> Any:
    """At each place where the weights lie inside of a whole array, the sum of their products: one
    slice of it for each weight."""
    shape = [n - m + 1 for n, m in zip(x.shape, weights.shape, strict=True)]
    known = OF_WHOLE["constant"](weights)
    terms = []
    for place in itertools.product(*map(range, weights.shape)):
        part = tuple([slice(at, at + size) for at, size in zip(place, shape, strict=True)])
        weight = weights[place] if known is weights else known[place].item()
        terms.append(x[part] * weight)
    return sum(terms[1:], terms[0])


def _padded(a: Any, shape: Sequence[int], mode: int, cval: Any, origins: Any) -> Any:
    """The array with what windows of that shape see beyond its borders."""
    width = [(n // 2 + o, n - 1 - n // 2 - o) for n, o in zip(shape, origins, strict=True)]
    options: Any = {"constant_values": cval} if _MODES[mode] == "constant" else {}
    return np.pad(any_array(a), width, _MODES[mode], **options)


def _windows(a: Any, shape: Sequence[int], *borders: Any) -> Any:
    """What lies around each element."""
    return np.lib.stride_tricks.sliding_window_view(_padded(a, shape, *borders), shape)


def ranked(  # noqa: PLR0917  # as it is called
    a: Any, rank: int, footprint: Any, output: Any, mode: int, cval: Any, origins: Any
) -> Any:
    """What comes at that place in the order of what lies around each element."""
    footprint = np.ones(footprint, bool) if np.ndim(footprint) == 0 else np.asarray(footprint, bool)
    windows = _windows(a, footprint.shape, mode, cval, np.atleast_1d(origins))
    return stored(np.sort(windows[..., footprint])[..., rank], output)


def extreme(  # noqa: PLR0917  # as it is called
    a: Any,
    footprint: Any,
    structure: Any,
    output: Any,
    mode: int,
    cval: Any,
    origins: Any,
    smallest: bool,
) -> Any:
    """The smallest or the largest of what lies around each element, raised by a structure."""
    footprint = np.asarray(footprint, bool)
    found = _windows(a, footprint.shape, mode, cval, origins)[..., footprint]
    if structure is not None:
        found = found - structure[footprint] if smallest else found + structure[footprint]
    return stored(np.min(found, -1) if smallest else np.max(found, -1), output)


def extreme_rows(  # noqa: PLR0917  # as it is called
    a: Any, size: int, axis: int, output: Any, mode: int, cval: Any, origin: int, smallest: bool
) -> Any:
    """The same along one axis."""
    shape, origins = [1] * np.ndim(a), [0] * np.ndim(a)
    shape[axis], origins[axis] = size, origin
    return extreme(a, np.ones(shape), None, output, mode, cval, origins, smallest)


def correlated_rows(  # noqa: PLR0917  # as it is called
    a: Any, weights: Any, axis: int, output: Any, mode: int, cval: Any, origin: int
) -> Any:
    """The same along one axis."""
    shape, origins = [1] * np.ndim(a), [0] * np.ndim(a)
    shape[axis], origins[axis] = -1, origin
    return correlated(a, np.reshape(weights, shape), output, mode, cval, origins)


def map_coordinates(  # noqa: PLR0917  # as it is called
    input: Any,
    coordinates: Any,
    output: Any = None,
    order: int = 3,
    mode: str = "constant",
    cval: Any = 0.0,
) -> Any:
    """ndimage.map_coordinates: the nearest element, or a mean of those around each point."""
    if order not in (0, 1) or mode not in ("constant", "nearest"):
        what = f"ndimage.map_coordinates of order {order} and mode {mode!r}"
        raise refusal(what, "order=0 or 1, and mode='constant' or 'nearest'")
    a, points = any_array(input), [any_array(one) for one in coordinates]

    def whole(number: Any) -> Any:
        return any_array(number).astype(int)[()] if is_traced(number) else int(number)

    def at(*place: Any) -> Any:
        corners: list[tuple[Any, tuple[Any, ...]]] = [(1.0, ())]
        inside: Any = True
        for x, size in zip(place, a.shape, strict=True):
            inside = inside & np.greater_equal(x, 0.0) & np.less_equal(x, size - 1.0)
            near = np.clip(x, 0.0, size - 1.0)
            low = (
                np.minimum(np.floor(near), max(size - 2.0, 0.0)) if order else np.floor(near + 0.5)
            )
            part = near - low
            sides = [(1.0 - part, low), (part, low + 1.0)] if order and size > 1 else [(1.0, low)]
            corners = [
                (weight * share, (*index, whole(one)))
                for weight, index in corners
                for share, one in sides
            ]
        first, *others = [weight * a[index] for weight, index in corners]
        value = sum(others, start=first)
        return value if mode == "nearest" else np.where(inside, value, cval)

    if state.whole:
        return stored(at(*points), output)
    found = [at(*place) for place in zip(*[one.ravel().tolist() for one in points], strict=True)]
    return stored(any_array(found).reshape(points[0].shape), output)


# ---------------------------------------------------------------------------------- matrices


def cholesky(a: Any, lower: bool = False) -> Any:
    """linalg.cholesky: the upper factor, which reads the upper triangle, or the lower."""
    return linalg.cholesky(a) if lower else linalg.cholesky(as_array(a).T).T


def solve_triangular(
    a: Any, b: Any, trans: Any = 0, lower: bool = False, unit_diagonal: bool = False
) -> Any:
    a = np.tril(any_array(a)) if lower else np.triu(any_array(a))
    if unit_diagonal:
        a = np.where(np.eye(a.shape[-1], dtype=bool), 1.0, a)
    return np.linalg.solve(np.swapaxes(a, -1, -2) if trans in (1, 2, "T", "C") else a, any_array(b))


def cho_solve(c_and_lower: Any, b: Any) -> Any:
    """linalg.cho_solve, of either triangle."""
    factor, lower = c_and_lower
    first, second = (0, 1) if lower else (1, 0)
    half = solve_triangular(factor, b, first, lower)
    return solve_triangular(factor, half, second, lower)


def _symmetric(a: Any, lower: bool) -> Any:
    """The matrix of which that triangle is read."""
    half = np.tril if lower else np.triu
    return half(a) + np.swapaxes(half(a, -1 if lower else 1), -1, -2)


def _scipy_eigh(a: Any, b: Any = None, *, lower: bool = True, eigvals_only: bool = False) -> Any:
    """scipy.linalg.eigh; of two matrices a @ v = w * b @ v, by the factor of b."""
    a = any_array(a)
    if b is None:
        values, vectors = np.linalg.eigh(a, "L" if lower else "U")
    else:
        factor = np.linalg.cholesky(_symmetric(any_array(b), lower))
        half = solve_triangular(factor, _symmetric(a, lower), 0, True)
        values, turned = np.linalg.eigh(
            solve_triangular(factor, np.swapaxes(half, -1, -2), 0, True), "L" if lower else "U"
        )
        vectors = solve_triangular(factor, turned, 1, True)
    return values if eigvals_only else (values, vectors)


def _scipy_eig(a: Any, b: Any = None) -> Any:
    if b is not None:
        raise refusal("the eigenvalues of one matrix in terms of another", "those of solve(b, a)")
    return (*np.linalg.eig(any_array(a)),)


def _scipy_qr(a: Any, mode: Any = "full", pivoting: bool = False) -> Any:
    if pivoting:
        raise refusal("scipy.linalg.qr with pivoting=True", "np.linalg.qr")
    a = any_array(a)
    found: Any = np.linalg.qr(a, {"economic": "reduced", "full": "complete"}.get(mode, mode))
    if mode != "r":
        return (*found,)
    m, n = a.shape[-2:]
    return (np.pad(found, [*[(0, 0)] * (a.ndim - 2), (0, m - n), (0, 0)]),)


def _scipy_svd(a: Any, full_matrices: bool = True, compute_uv: Any = True) -> Any:
    found = np.linalg.svd(any_array(a), full_matrices, compute_uv)
    return (*found,) if compute_uv else found


# For whole arrays, too.
DECOMPOSITIONS: dict[str, Callable[..., Any]] = {
    "linalg.eigh": _scipy_eigh,
    "linalg.eig": _scipy_eig,
    "linalg.eigvals": lambda a, b=None: _scipy_eig(a, b)[0],
    "linalg.eigvalsh": lambda a, b=None, *, lower=True: _scipy_eigh(
        a, b, lower=lower, eigvals_only=True
    ),
    "linalg.svd": _scipy_svd,
    "linalg.svdvals": lambda a: _scipy_svd(a, compute_uv=False),
    "linalg.qr": _scipy_qr,
}


class Factors:
    """What linalg.lu_factor returns of traced values in front of the matrix, for lu_solve alone."""

    def __getattr__(self, name: str) -> Any:
        raise refusal("the factors of lu_factor of traced values", "lu_solve, or linalg.det")

    __getitem__ = __iter__ = __array__ = __getattr__


def lu_solve(lu_and_piv: Any, b: Any, trans: int = 0) -> Any:
    lu, pivots = lu_and_piv
    if type(lu) is Factors:
        return np.linalg.solve(pivots.T if trans else pivots, b)
    order = np.arange(len(lu))
    for at, other in enumerate(np.asarray(numbers(pivots), int)):
        order[[at, other]] = order[[other, at]]
    lower = np.tril(any_array(lu), -1) + np.eye(len(lu))
    upper = np.triu(any_array(lu))
    if trans:
        found = np.linalg.solve(lower.T, np.linalg.solve(upper.T, b))
        return found[np.argsort(order)]
    return np.linalg.solve(upper, np.linalg.solve(lower, any_array(b)[order]))


def solve_banded(l_and_u: Any, ab: Any, b: Any) -> Any:
    ab = any_array(ab)
    row, column = np.indices((ab.shape[1], ab.shape[1]))
    return np.linalg.solve(_of_bands(ab, int(l_and_u[1]) + row - column, column), any_array(b))


def solveh_banded(ab: Any, b: Any, lower: bool = False) -> Any:
    ab = any_array(ab)
    row, column = np.indices((ab.shape[1], ab.shape[1]))
    at, last = abs(row - column), len(ab) - 1
    place = (at, np.minimum(row, column)) if lower else (last - at, np.maximum(row, column))
    return np.linalg.solve(_of_bands(ab, *place), any_array(b))


def _of_bands(ab: Any, at: Any, column: Any) -> Any:
    """The matrix whose elements stand there in the bands; outside of them are zeros, which are not
    computed with."""
    there = (at >= 0) & (at < len(ab))
    return np.where(there, ab[np.clip(at, 0, len(ab) - 1), column], 0.0)


def solve_sylvester(a: Any, b: Any, q: Any) -> Any:
    """linalg.solve_sylvester: a @ x + x @ b = q, as a linear system, of which most is 0."""
    a, b, q = objects(a), objects(b), as_array(q)
    n, m = len(a), len(b)
    matrices_of({"a": (a, (n, n)), "b": (b, (m, m)), "q": (q, (n, m))})
    whole = np.full((n, m, n, m), 0.0, object)
    for j in range(m):
        whole[:, j, :, j] = a
    for i in range(n):
        block = b.T.copy()
        for j in range(m):
            block[j, j] = a[i, i] + b[j, j]
        whole[i, :, i, :] = block
    return linalg.solve(whole.reshape(n * m, n * m), q.reshape(-1)).reshape(n, m)


def solve_discrete_lyapunov(a: Any, q: Any, method: Any = None) -> Any:
    """linalg.solve_discrete_lyapunov: x - a @ x @ a.T = q, as a linear system."""
    a, q = any_array(a), any_array(q)
    whole = np.eye(q.size) - np.kron(a, a)
    return np.linalg.solve(whole, q.reshape(-1)).reshape(q.shape)


def matrices_of(given: dict[str, tuple[Any, tuple[int, int]]]) -> None:
    """A ValueError in three parts unless each has the shape that goes with the others."""
    for name, (matrix, shape) in given.items():
        if matrix.shape != shape:
            what = f"the matrix {name} has the shape {matrix.shape}, beside the others"
            raise refused(ValueError, what, f"one of {shape[0]} by {shape[1]}")


class Sparse:
    """A sparse matrix of constants: what is not in it is not multiplied. With other constants it
    does what SciPy's does; a traced number is multiplied with what it makes of a vector."""

    __array_ufunc__ = None  # an Array leaves @ to it

    def __init__(self, real: Any) -> None:
        self._real = real

    def __matmul__(self, x: Any) -> Any:
        if not is_traced(x):
            return of_sparse(operator.matmul)(self, x)
        x, rows = as_array(x), self._real.tocsr()
        places = itertools.pairwise(rows.indptr.tolist())
        columns = [(as_array(rows.data[i:j]), x[rows.indices[i:j]]) for i, j in places]
        return np.stack([np.tensordot(data, part, 1) for data, part in columns])

    def __rmatmul__(self, x: Any) -> Any:
        return (self.T @ as_array(x).T).T

    dot = __matmul__

    def __mul__(self, other: Any) -> Any:
        product = self._is_matrix_with(other)
        return self @ other if product else of_sparse(operator.mul)(self, other)

    def __rmul__(self, other: Any) -> Any:
        product = self._is_matrix_with(other)
        return self.__rmatmul__(other) if product else of_sparse(operator.mul)(other, self)

    def _is_matrix_with(self, other: Any) -> bool:
        """Whether * is the product of matrices, as it is where this is none of SciPy's arrays."""
        is_matrix = not type(self._real).__name__.endswith("array")
        return is_matrix and np.ndim(other) > 0 and is_traced(other)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        return of_sparse(found) if callable(found) or hasattr(found, "tocsr") else found


def _operator(name: str, turned: bool) -> Callable[..., Any]:
    apply = getattr(operator, name)

    def method(self: Sparse, *others: Any) -> Any:
        return of_sparse(apply)(*((*others, self) if turned else (self, *others)))

    return method


for _name in "add sub truediv pow neg getitem".split():
    setattr(Sparse, f"__{_name}__", _operator(_name, False))
for _name in "add sub".split():
    setattr(Sparse, f"__r{_name}__", _operator(_name, True))


def of_sparse(value: Any) -> Any:
    """A matrix of scipy.sparse, or what makes one of constants."""
    if hasattr(value, "tocsr") and not isinstance(value, type):
        return Sparse(value)
    if not callable(value):
        return None

    def call(*args: Any, **kwargs: Any) -> Any:
        if is_traced([_plain(args), *_plain([*kwargs.values()])]):
            name = public_name(getattr(value, "__module__", None) or "scipy.sparse", value.__name__)
            what = f"{name} of traced values: a sparse matrix is one of constants"
            raise refusal(what, "its product with a vector, times the traced number: a * (A @ x)")
        found = value(*_plain(args), **{name: _plain(one) for name, one in kwargs.items()})
        return Sparse(found) if hasattr(found, "tocsr") else found

    return call


def _plain(value: Any) -> Any:
    """Constants as SciPy has them, also in lists and tuples."""
    if isinstance(value, Sparse):
        return value._real
    if isinstance(value, Array):
        return value if is_traced(value) else numbers(value)
    return type(value)(map(_plain, value)) if type(value) in (list, tuple) else value


# ---------------------------------------------------------------------------------- distances


def cdist(XA: Any, XB: Any, metric: Any = "euclidean", *, out: Any = None, **options: Any) -> Any:
    distance = _metric(metric, options)
    rows = [np.stack([distance(a, b) for b in as_array(XB)]) for a in as_array(XA)]
    return stored(np.stack(rows), out)


def pdist(X: Any, metric: Any = "euclidean", *, out: Any = None, **options: Any) -> Any:
    distance = _metric(metric, options)
    pairs = itertools.combinations(as_array(X), 2)
    return stored(np.stack([distance(a, b) for a, b in pairs]), out)


def to_square(square: Any, vector: Any) -> None:
    """distance.squareform's matrix, of the distances of pairs."""
    rows, columns = np.triu_indices(len(square), 1)
    square[rows, columns] = square[columns, rows] = vector


def to_vector(square: Any, vector: Any) -> None:
    """The distances of pairs, of that matrix."""
    vector[...] = square[np.triu_indices(len(square), 1)]


def _metric(metric: Any, options: Any) -> Callable[[Any, Any], Any]:
    from scipy.spatial import distance

    function = traced(getattr(distance, metric) if isinstance(metric, str) else metric)[0]
    return lambda a, b: function(a, b, **options)


def _by_name(package: str, *rows: Any) -> dict[str, Callable[..., Any]]:
    """Those that bear SciPy's names."""
    return {f"scipy.{package}.{row.__name__}": row for row in rows}


FUNCTIONS: dict[str, Callable[..., Any]] = {
    **_by_name("interpolate", interpolate.interpn, interpolate.bisplev, interpolate.splev),
    **_by_name("linalg", cho_solve, cholesky, linalg.det, linalg.inv, lu_solve, solve_banded),
    **_by_name("linalg", solve_discrete_lyapunov, solve_sylvester, solve_triangular),
    **_by_name("linalg", solveh_banded),
    **_by_name("ndimage", map_coordinates),
    **_by_name("signal", convolve, correlate, correlate2d, lfilter, upfirdn),
    **_by_name("spatial.distance", cdist, pdist),
    **{f"scipy.signal.{name}": convolve for name in ("convolve2d", "fftconvolve", "oaconvolve")},
    "scipy.interpolate._ppoly.evaluate": interpolate.evaluate,
    **{f"scipy.{name}": row for name, row in DECOMPOSITIONS.items()},
    "scipy.linalg.cho_factor": lambda a, lower=False: (cholesky(a, lower), lower),
    "scipy.linalg.lu_factor": lambda a: (Factors(), as_array(a)),
    "scipy.linalg.lstsq": lambda a, b, cond=None: linalg.lstsq(
        a, b, -1.0 if cond is None else cond
    ),
    "scipy.linalg.norm": lambda a, ord=None, axis=None, keepdims=False: linalg.norm(
        a, ord, axis, keepdims
    ),
    "scipy.linalg.pinv": lambda a: linalg.pinv(a),  # noqa: PLW0108  # which has other options
    "scipy.linalg.solve": lambda a, b, lower=False, assume_a=None, transposed=False: linalg.solve(
        as_array(a).T if transposed else a, b
    ),
    "scipy.linalg.solve_continuous_lyapunov": lambda a, q: solve_sylvester(a, as_array(a).T, q),
    "scipy.ndimage._nd_image.correlate": correlated,
    "scipy.ndimage._nd_image.correlate1d": correlated_rows,
    "scipy.ndimage._nd_image.min_or_max_filter": extreme,
    "scipy.ndimage._nd_image.min_or_max_filter1d": extreme_rows,
    "scipy.ndimage._nd_image.rank_filter": ranked,
    "scipy.ndimage._rank_filter_1d.rank_filter": ranked,
    "scipy.ndimage._nd_image.uniform_filter1d": lambda a, size, *others: correlated_rows(
        a, np.full(size, 1.0 / size), *others
    ),
    "scipy.signal._sosfilt._sosfilt": sosfilt,
    "scipy.sparse.linalg.linsolve.spsolve": lambda A, b: linalg.solve(
        A.toarray() if isinstance(A, Sparse) else A, b
    ),
    "scipy.spatial._distance_wrap.to_squareform_from_vector_wrap": to_square,
    "scipy.spatial._distance_wrap.to_vector_from_squareform_wrap": to_vector,
}

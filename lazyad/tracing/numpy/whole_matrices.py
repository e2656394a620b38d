"""What linear algebra and softmax of NumPy's and SciPy's mean on whole arrays: the table.

In: a function of np.linalg, scipy.linalg or scipy.special, as its arguments name them. Out: what it
is of the rows of `lazyad.arrays.matrices`. A room of its own because here alone the two libraries'
names and defaults meet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.arrays import complex_matrices, matrices, slices, views
from lazyad.arrays.forms import form_of, shape_of
from lazyad.complexes import Complex
from lazyad.graph import Node, Op
from lazyad.plain import layers
from lazyad.regions import made
from lazyad.tracing.numpy import (
    interpolate,
    namespaces,
    scipy_functions,
    spectra,
    whole_formulas,  # noqa: F401  # the tables
    whole_functions,  # noqa: F401
    whole_spectra,  # noqa: F401
)
from lazyad.tracing.numpy.arrays import OF_WHOLE, find, refusal
from lazyad.tracing.numpy.distributions import Distribution
from lazyad.tracing.numpy.keywords import by_name, given
from lazyad.tracing.numpy.linalg import (
    DEPENDENT,
    all_vectors,
    check_qr,
    cond,
    failure,
    fitted,
    norm,
)
from lazyad.tracing.numpy.scipy_functions import Factors, solve_triangular
from lazyad.tracing.numpy.whole import (
    FUNCTIONS,
    Whole,
    applied,
    called,
    constant_of,
    holds_whole,
    node_of,
    within,
)
from lazyad.tracing.numpy.whole_shapes import Axis, axes_of
from lazyad.tracing.numpy.whole_windows import FILTERS
from lazyad.values.errors import refused
from lazyad.values.libraries import public_name

# ---------------------------------------------------------------------------------- matrices


def _matrix(a: Any, square: bool = True) -> Node:
    """A matrix, or a stack of them, of floats. Raises NumPy's errors."""
    node = node_of(a)
    shape = shape_of(node)
    if len(shape) < 2:
        raise np.linalg.LinAlgError(
            f"{len(shape)}-dimensional array given. Array must be at least two-dimensional"
        )
    if square and shape[-1] != shape[-2]:
        raise np.linalg.LinAlgError("Last 2 dimensions of the array must be square")
    return _floats(node)


def _floats(node: Node) -> Node:
    kind = form_of(node).kind
    return node if kind in ("float32", "float64") else views.astype(node, "float64")


def _of_square(op: Op) -> Callable[[Any], Whole]:
    return lambda a: Whole(made(op, (_matrix(a),), None))


_inv, _det = _of_square(matrices.INV), _of_square(matrices.DET)


def _solve(
    a: Any, b: Any, lower: bool = False, assume_a: Any = None, transposed: bool = False
) -> Whole:
    """np.linalg.solve: a vector where b has one axis."""
    left, right = _matrix(a), _floats(node_of(b))
    left = views.swapped(left) if transposed else left
    vector = len(shape_of(right)) == 1
    right = views.reshape(right, (*shape_of(right), 1)) if vector else right
    if shape_of(left)[-1] != shape_of(right)[-2]:
        what = f"solve of arrays of the shapes {shape_of(left)} and {shape_of(node_of(b))}"
        raise refused(ValueError, what, "as many rows in both")
    if assume_a not in (None, "gen", "general"):
        left = matrices.from_lower(left if lower else views.swapped(left))
    found = matrices.solve(left, right)
    return Whole(views.reshape(found, shape_of(found)[:-1]) if vector else found)


def _cholesky(a: Any, /, *, upper: bool = False) -> Whole:
    node = _matrix(a)
    node = views.swapped(node) if upper else node
    found = made(matrices.CHOLESKY, (node,), None)
    return Whole(views.swapped(found) if upper else found)


def _slogdet(a: Any) -> Any:
    pair = [Whole(one) for one in matrices.items(matrices.SLOGDET, _matrix(a))]
    return _as_numpy(np.linalg.slogdet, np.eye(1), pair)


def _as_numpy(function: Any, sample: Any, parts: Sequence[Any], **options: Any) -> Any:
    """The arrays in the named tuple that the function returns."""
    return type(function(sample, **options))(*parts)


def _eigh(a: Any, UPLO: str = "L") -> Any:
    node = _matrix(a)
    node = node if UPLO.upper() == "L" else views.swapped(node)
    pair = [Whole(one) for one in matrices.items(matrices.EIGH, node)]
    return _as_numpy(np.linalg.eigh, np.eye(1), pair)


def _svd(a: Any, full_matrices: bool = True, compute_uv: bool = True, hermitian: Any = None) -> Any:
    node = _matrix(a, False)
    m, n = shape_of(node)[-2:]
    parts = [Whole(one) for one in matrices.items(matrices.SVD, node)]
    if not compute_uv:
        return parts[1]
    if full_matrices and m != n:
        parts[0 if m > n else 2] = all_vectors(m, n)
    return _as_numpy(np.linalg.svd, np.eye(1), parts)


def _qr(a: Any, mode: str = "reduced") -> Any:
    node = _matrix(a, False)
    m, n = shape_of(node)[-2:]
    check_qr(m, n, mode)
    pair = [Whole(one) for one in matrices.items(matrices.QR, node)]
    return pair[1] if mode == "r" else _as_numpy(np.linalg.qr, np.eye(1), pair)


def _pinv(a: Any, rcond: Any = None, hermitian: Any = False, *, rtol: Any = None) -> Whole:
    """np.linalg.pinv, of a matrix of full rank."""
    if rcond is not None or rtol is not None:
        raise refusal("pinv with rcond= or rtol=", "a matrix of full rank, without it")
    node = _matrix(a, False)
    if shape_of(node)[-2] < shape_of(node)[-1]:
        return Whole(views.swapped(_pinv(Whole(views.swapped(node))).node))
    q, r = matrices.items(matrices.QR, node)
    sizes = FUNCTIONS[np.linalg.norm](Whole(r), axis=-2)  # of the columns, as r is no longer
    left = FUNCTIONS[np.abs](FUNCTIONS[np.diagonal](Whole(r), 0, -2, -1))
    independent = FUNCTIONS[np.all](left > 2.0**-52 * max(shape_of(node)[-2:]) * sizes)
    r = ops.where(node_of(independent), r, failure(*DEPENDENT))
    return Whole(matrices.solve(r, views.swapped(q)))


def _lstsq(a: Any, b: Any, rcond: Any = None, cond: Any = None) -> Any:
    """np.linalg.lstsq; of a traced matrix of full rank, what it returns as the rank says so."""
    right = Whole(_floats(node_of(b)))
    if not isinstance(a, Whole):
        return fitted(np.asarray(a), right, rcond if cond is None else cond)
    node = _matrix(a, False)
    m, n = shape_of(node)[-2:]
    x = FUNCTIONS[np.matmul](_pinv(Whole(node)), right)
    rest = right - FUNCTIONS[np.matmul](Whole(node), x)
    squares = FUNCTIONS[np.sum](rest * rest, 0, right.ndim == 1)
    residuals = squares if m > n else np.zeros(0)
    return x, residuals, min(m, n), _svd(Whole(node), compute_uv=False)


def _tensorsolve(a: Any, b: Any) -> Any:
    x, right = Whole(node_of(a)), Whole(node_of(b))
    shape = x.shape[right.ndim :]
    found = _solve(x.reshape(right.size, -1), right.reshape(-1))
    return found.reshape(shape)


def _eig(a: Any) -> Any:
    """np.linalg.eig, whose results are complex numbers here, whatever they are."""
    node = _matrix(a)
    if 0 in (shape := shape_of(node)):  # as many values and vectors
        halves = [[Whole(views.reshape(node, one)), 0.0] for one in (shape[:-1], shape)]
    else:
        found = matrices.items(complex_matrices.EIG, node)
        halves = [[Whole(slices.cut(one, (at,))) for at in (0, 1)] for one in found]
    return _as_numpy(np.linalg.eig, np.eye(1), [Whole.complex_kind(*pair) for pair in halves])


_OWN = (_solve, _cholesky, _slogdet, _eigh, _svd, _qr, _lstsq, _pinv, _tensorsolve, _eig)
_NUMPYS: dict[str, Callable[..., Any]] = {
    **{one.__name__[1:]: one for one in _OWN},
    "inv": _inv,
    "det": _det,
    "eigvals": lambda a: _eig(a)[0],
    "eigvalsh": lambda a, UPLO="L": _eigh(a, UPLO)[0],
    "norm": norm,
    "cond": cond,
}


# ---------------------------------------------------------------------------------- SciPy's


def _of_matrix(op: Op) -> Callable[[Any], Whole]:
    def call(A: Any) -> Whole:
        node = _matrix(A)
        return Whole(node if 0 in shape_of(node) else made(op, (node,), None))

    return call


def _expm(A: Any) -> Whole:
    """scipy.linalg.expm, which takes a number for a matrix of it."""
    node = node_of(A)
    return _of_matrix(matrices.EXPM)(Whole(node if shape_of(node) else views.reshape(node, (1, 1))))


def _sylvester(a: Any, b: Any, q: Any) -> Whole:
    nodes = [_matrix(a), _matrix(b), _floats(node_of(q))]
    return Whole(made(matrices.SYLVESTER, nodes, None))


def _factor(a: Any, lower: bool = False) -> Whole:
    return _cholesky(a, upper=not lower)


def _toeplitz(c: Any, r: Any = None) -> Any:
    """A matrix for each row of several axes, or of all in a row where SciPy is older."""
    from scipy import linalg  # which whole arrays do without

    stacks = np.ndim(linalg.toeplitz(np.zeros((1, 1)))) > 2
    both: Any = [Whole(node_of(one)) for one in (c, c if r is None else r)]
    first, row = [np.atleast_1d(one) if stacks else np.ravel(one) for one in both]
    lead = np.broadcast_shapes(first.shape[:-1], row.shape[:-1])
    m, n = first.shape[-1], row.shape[-1]
    parts = first[..., ::-1], row[..., 1:]
    band = np.concatenate([np.broadcast_to(x, (*lead, x.shape[-1])) for x in parts], axis=-1)
    return band[..., (m - 1) - np.arange(m)[:, None] + np.arange(n)]


def _turned_circle(c: Any) -> Any:
    x = Whole(node_of(c))
    return np.concatenate([x[..., :1], x[..., :0:-1]], axis=-1)


def _distances(apart: Any, metric: str, p: float) -> Any:
    """The lengths of differences, along the last axis."""
    if metric == "sqeuclidean":
        return FUNCTIONS[np.sum](apart * apart, -1)
    orders = {"euclidean": 2, "cityblock": 1, "chebyshev": np.inf, "minkowski": p}
    if metric not in orders:
        raise refusal(f"distances with metric={metric!r}", "norms of x[:, None] - y[None]")
    return norm(apart, orders[metric], -1)


def _cdist(XA: Any, XB: Any, metric: str = "euclidean", *, p: float = 2) -> Any:
    one, other = [Whole(node_of(x)) for x in (XA, XB)]
    return _distances(one[:, None] - other[None], metric, p)


def _pdist(X: Any, metric: str = "euclidean", *, p: float = 2) -> Any:
    x = Whole(node_of(X))
    first, second = np.triu_indices(len(x), 1)
    return _distances(x[first] - x[second], metric, p)


def _along(op: Op) -> Callable[..., Whole]:
    def found(x: Any, axis: Axis = None) -> Whole:
        node = _floats(node_of(x))
        axes = tuple(sorted(axes_of(axis, len(shape_of(node)))))
        return Whole(made(op, (node,), axes) if axes else applied(ops.sub, [node, node]).node)

    return found


def _logsumexp(
    a: Any, axis: Axis = None, b: Any = None, keepdims: Any = False, return_sign: bool = False
) -> Any:
    if return_sign:
        raise refusal("logsumexp with return_sign=True", "np.log(np.abs(np.sum(b * np.exp(a))))")
    x = Whole(node_of(a))
    node = _floats(x.node if b is None else (x + applied(ops.log, [b])).node)
    axes = tuple(sorted(axes_of(axis, len(shape_of(node)))))
    return Whole(made(matrices.LOGSUMEXP, (node,), (axes, bool(keepdims))) if axes else node)


_SCIPYS: dict[str, Callable[..., Any]] = {
    "linalg.solve": _solve,
    "linalg.solve_triangular": solve_triangular,
    "linalg.inv": _inv,
    "linalg.det": _det,
    "linalg.cholesky": _factor,
    "linalg.lu_factor": lambda a: (Factors(), Whole(_matrix(a))),
    "linalg.lu_solve": scipy_functions.lu_solve,
    **scipy_functions.DECOMPOSITIONS,
    "linalg.lstsq": _lstsq,
    "linalg.pinv": _pinv,
    "linalg.norm": scipy_functions.FUNCTIONS["scipy.linalg.norm"],
    "linalg.expm": _expm,
    **{f"linalg.{op.name}": _of_matrix(op) for op in matrices.MATRIX_FUNCTIONS},
    "linalg.solve_sylvester": _sylvester,
    "linalg.solve_continuous_lyapunov": lambda a, q: _sylvester(a, Whole(node_of(a)).mT, q),
    "linalg.solve_discrete_lyapunov": scipy_functions.solve_discrete_lyapunov,
    "linalg.cho_factor": lambda a, lower=False: (_factor(a, lower), lower),
    "linalg.cho_solve": scipy_functions.cho_solve,
    "linalg.toeplitz": _toeplitz,
    "linalg.circulant": lambda c: _toeplitz(c, _turned_circle(c)),
    "linalg.solve_banded": scipy_functions.solve_banded,
    "linalg.solveh_banded": scipy_functions.solveh_banded,
    "spatial.cdist": _cdist,
    "spatial.pdist": _pdist,
    **FILTERS,
    **spectra.SCIPY,
    "special.softmax": _along(matrices.SOFTMAX),
    "special.log_softmax": _along(matrices.LOG_SOFTMAX),
    "special.logsumexp": _logsumexp,
}


def of_scipy(function: Any) -> Callable[..., Any] | None:
    """What a function or a distribution of SciPy's means, which takes plain arrays too."""
    if hasattr(function, "_parse_args") or type(function).__name__ == "multivariate_normal_gen":
        return Distribution(function)
    _, _, path = str(function.__module__).partition(".")
    if path.startswith("interpolate.") and (found := interpolate.seen(function)):
        return found
    name = f"{path.partition('.')[0]}.{getattr(function, '__name__', '')}"
    meaning = _SCIPYS.get(name)
    if meaning is None:
        return _written_for_all(function, path)
    row = by_name(function, meaning)

    def call(*args: Any, **kwargs: Any) -> Any:
        if not holds_whole([*args, *kwargs.values()]):
            return function(*args, **kwargs)
        return within(row, *args, **kwargs)

    return call


def _written_for_all(function: Any, path: str) -> Callable[..., Any] | None:
    """What is right of arrays of numbers and of whole ones alike."""
    inner = f"{function.__module__}.{getattr(function, '__qualname__', '')}"
    if inner in namespaces.FUNCTIONS or not path.startswith(("interpolate.", "ndimage.")):
        return namespaces.FUNCTIONS.get(inner)
    own = getattr(function, "__name__", "")
    known = scipy_functions.FUNCTIONS
    return known.get(f"{function.__module__}.{own}") or known.get(
        public_name(function.__module__, own)
    )


class _Listed:
    """A function of NumPy's that lists of traced arrays reach too; NumPy asks arrays alone."""

    def __init__(self, function: Any) -> None:
        self._function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if holds_whole([*args, *kwargs.values()]):
            if len(args) > 2 and hasattr(self._function, "_implementation"):  # all of np.sum's
                bound = given(self._function, args, kwargs)
                args, kwargs = bound.args, bound.kwargs
            return called(self._function, f"np.{self._function.__name__}", args, kwargs)
        return self._function(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._function, name)  # np.maximum.reduce


FUNCTIONS.update({find(f"linalg.{n}"): f for n, f in _NUMPYS.items() if find(f"linalg.{n}")})
FUNCTIONS[np.logaddexp, "reduce"] = lambda a, axis=0: _logsumexp(a, axis)
_written = [one for room in (np, np.linalg, np.fft) for one in vars(room).values()]
for _function in [*FUNCTIONS, *[one for one in _written if hasattr(one, "_implementation")]]:
    if callable(_function) and not isinstance(_function, type):
        OF_WHOLE.setdefault(_function, _Listed(_function))
OF_WHOLE["scipy"] = of_scipy
OF_WHOLE["constant"] = constant_of
OF_WHOLE["array"] = lambda x: x if isinstance(x, (Whole, Complex)) else Whole(node_of(x))
FUNCTIONS[layers.softmax] = lambda x, axis=-1: _along(matrices.SOFTMAX)(x, axis)
FUNCTIONS[layers.log_softmax] = lambda x, axis=-1: _along(matrices.LOG_SOFTMAX)(x, axis)
FUNCTIONS[layers.logsumexp] = lambda x, axis=-1, keepdims=False: _logsumexp(x, axis, None, keepdims)

"""What SciPy's compiled functions mean on traced values, in terms of NumPy's.

Data: for each function by its public name, a function of arrays. A room of its own because it is a
table, and the one place to look for what `signal.lfilter` becomes. What of SciPy is written in plain
NumPy is traced as it is (`lazyad.values.libraries`), and calls these.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.tracing.numpy import linalg
from lazyad.tracing.numpy.arrays import Array, along, as_array, refusal, stored

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
    """signal.correlate."""
    if mode == "valid" and np.size(in1) < np.size(in2):
        return _reversed(convolve(in2, _reversed(in1), mode))
    return convolve(in1, _reversed(in2), mode)


_BOUNDARIES = {"fill": "constant", "wrap": "wrap", "symm": "symmetric"}


def convolve2d(
    in1: Any, in2: Any, mode: str = "full", boundary: str = "fill", fillvalue: Any = 0.0
) -> Any:
    """signal.convolve2d."""
    if boundary == "fill" and not fillvalue:
        return convolve(in1, in2, mode)
    a, b = as_array(in1), as_array(in2)
    options = {"constant_values": fillvalue} if boundary == "fill" else {}
    width = [(m - 1, m - 1) for m in b.shape]
    full = convolve(np.pad(a, width, _BOUNDARIES[boundary], **options), b, "valid")
    keep = {"full": 0, "same": 1, "valid": 2}[mode]
    cuts = [(keep * (m - 1) // 2, keep * (m - 1) - keep * (m - 1) // 2) for m in b.shape]
    return full[tuple([slice(lo, n - hi) for (lo, hi), n in zip(cuts, full.shape, strict=True)])]


def correlate2d(
    in1: Any, in2: Any, mode: str = "full", boundary: str = "fill", fillvalue: Any = 0.0
) -> Any:
    """signal.correlate2d."""
    return convolve2d(in1, _reversed(in2), mode, boundary, fillvalue)


def lfilter(b: Any, a: Any, x: Any, axis: int = -1, zi: Any = None) -> Any:
    """signal.lfilter: the difference equation, step by step, from the state zi."""
    a, b = as_array(a), as_array(b)
    order = max(len(a), len(b))
    a, b = [np.pad(as_array(c) / a[0], (0, order - len(c))) for c in (a, b)]
    if zi is not None and np.ndim(x) > 1:
        raise refusal("signal.lfilter with zi= of several axes", "a loop over the rows")
    state = [0.0] * order if zi is None else [*as_array(zi), 0.0]

    def filtered(row: Sequence[Any]) -> Any:
        nonlocal state
        last = state
        for one in row:
            result = b[0] * one + last[0]
            last = [b[k] * one + last[k] - a[k] * result for k in range(1, order)] + [0.0]
            yield result
        if zi is not None:
            state = last

    found = along(axis, filtered, x)
    return found if zi is None else (found, as_array(state[:-1]))


def detrend(data: Any, axis: int = -1, type: str = "linear", bp: Any = 0) -> Any:
    """signal.detrend without breaks."""
    data = np.moveaxis(as_array(data), axis, 0)
    if np.any(bp):
        raise refusal("signal.detrend with bp=", "signal.detrend of each part")
    powers = np.vander(np.arange(1.0, len(data) + 1.0), 2 if type == "linear" else 1)
    fit = powers @ np.linalg.pinv(powers)
    return np.moveaxis(data - np.tensordot(as_array(fit), data, 1), 0, axis)


# ---------------------------------------------------------------------------------- images

_MODES = {
    **{"reflect": "symmetric", "grid-mirror": "symmetric", "mirror": "reflect"},
    **{"nearest": "edge", "wrap": "wrap", "grid-wrap": "wrap"},
    **{"constant": "constant", "grid-constant": "constant"},
}


def _windows(a: Any, sizes: Sequence[int], origins: Any, mode: str, cval: Any) -> Any:
    """What lies around each element: windows of these sizes, in axes behind those of the array."""
    origins = np.broadcast_to(origins, len(sizes)).tolist()
    width = [(n // 2 + o, n - 1 - n // 2 - o) for n, o in zip(sizes, origins, strict=True)]
    options = {"constant_values": cval} if _MODES[mode] == "constant" else {}
    padded = np.pad(as_array(a), width, _MODES[mode], **options)
    return np.lib.stride_tricks.sliding_window_view(padded, tuple(sizes))


def ndimage_correlate(
    input: Any,
    weights: Any,
    output: Any = None,
    mode: str = "reflect",
    cval: float = 0.0,
    origin: Any = 0,
) -> Any:
    """ndimage.correlate."""
    windows = _windows(input, np.shape(weights), origin, mode, cval)
    axes = tuple(range(-np.ndim(weights), 0))
    return stored(np.sum(windows * as_array(weights), axis=axes), _given(output))


def ndimage_convolve(input: Any, weights: Any, output: Any = None, **options: Any) -> Any:
    """ndimage.convolve."""
    sizes = np.shape(weights)
    origins = np.broadcast_to(options.pop("origin", 0), len(sizes))
    origin = [-o - (n % 2 == 0) for o, n in zip(origins, sizes, strict=True)]
    return ndimage_correlate(input, _reversed(weights), output, origin=origin, **options)


ndimage_convolve.__wrapped__ = ndimage_correlate  # type: ignore[attr-defined]  # its parameters


def correlate1d(  # noqa: PLR0917  # SciPy's parameters
    input: Any,
    weights: Any,
    axis: int = -1,
    output: Any = None,
    mode: str = "reflect",
    cval: float = 0.0,
    origin: Any = 0,
) -> Any:
    """ndimage.correlate1d."""
    shape = [1] * np.ndim(input)
    shape[axis], origins = -1, [0] * np.ndim(input)
    origins[axis] = origin
    return ndimage_correlate(
        input, as_array(weights).reshape(shape), output, mode, cval, origins
    )


def uniform_filter1d(  # noqa: PLR0917  # SciPy's parameters
    input: Any,
    size: int,
    axis: int = -1,
    output: Any = None,
    mode: str = "reflect",
    cval: float = 0.0,
    origin: Any = 0,
) -> Any:
    """ndimage.uniform_filter1d."""
    return correlate1d(input, np.full(size, 1.0 / size), axis, output, mode, cval, origin)


def _given(output: Any) -> Any:
    """The array to be written, where `output` is one and no dtype."""
    return output if isinstance(output, np.ndarray) else None


def map_coordinates(
    input: Any, coordinates: Any, *, order: int = 3, mode: str = "constant", cval: float = 0.0
) -> Any:
    """ndimage.map_coordinates of order 0 or 1: each element times how near it is."""
    if order > 1 or mode not in ("constant", "nearest"):
        raise refusal(
            f"ndimage.map_coordinates with order={order} and mode={mode!r}",
            "order=1, and mode='constant' or 'nearest'",
        )
    a, result, inside = as_array(input), None, True
    weights = []
    for at, n in zip(as_array(coordinates), a.shape, strict=True):
        inside = (at >= 0.0) & (at <= n - 1.0) & inside
        at = np.clip(at, 0.0, n - 1.0)
        at = np.floor(at + 0.5) if order == 0 else at
        weights.append([np.maximum(1.0 - abs(at - k), 0.0) for k in range(n)])
    for place, value in np.ndenumerate(a):
        term = value * math.prod([weights[axis][k] for axis, k in enumerate(place)])
        result = term if result is None else result + term
    return result if mode == "nearest" else np.where(inside, result, cval)


# ---------------------------------------------------------------------------------- matrices


def cholesky(a: Any, lower: bool = False) -> Any:
    """linalg.cholesky: the upper factor, which reads the upper triangle."""
    a = as_array(a)
    return linalg.cholesky(a) if lower else np.swapaxes(linalg.cholesky(np.swapaxes(a, -1, -2)), -1, -2)


def solve_triangular(
    a: Any, b: Any, trans: Any = 0, lower: bool = False, unit_diagonal: bool = False
) -> Any:
    """linalg.solve_triangular: row by row."""
    a, b = as_array(a), as_array(b)
    if trans in (1, 2, "T", "C"):
        a, lower = a.T, not lower
    rows, x = range(len(a)), {}
    for k in rows if lower else reversed(rows):
        rest = b[k]
        for j in sorted(x):
            rest = rest - a[k, j] * x[j]
        x[k] = rest if unit_diagonal else rest / a[k, k]
    return np.stack([x[k] for k in rows])


def solve(
    a: Any, b: Any, lower: bool = False, assume_a: Any = None, transposed: bool = False
) -> Any:
    """linalg.solve, which needs no assumption."""
    return linalg.solve(as_array(a).T if transposed else a, b)


def cho_factor(a: Any, lower: bool = False) -> Any:
    """linalg.cho_factor."""
    return cholesky(a, lower), lower


def cho_solve(c_and_lower: Any, b: Any) -> Any:
    """linalg.cho_solve."""
    factor, lower = c_and_lower
    half = solve_triangular(factor, b, 0 if lower else 1, lower)
    return solve_triangular(factor, half, 1 if lower else 0, lower)


def solve_banded(l_and_u: Any, ab: Any, b: Any) -> Any:
    """linalg.solve_banded, as a whole matrix, whose zeros are not computed with."""
    (below, above), ab = l_and_u, as_array(ab)
    n = ab.shape[1]
    a = as_array(np.zeros((n, n)))
    for i, j in itertools.product(range(n), range(n)):
        if -above <= i - j <= below:
            a[i, j] = ab[above + i - j, j]
    return linalg.solve(a, b)


def solve_sylvester(a: Any, b: Any, q: Any) -> Any:
    """linalg.solve_sylvester: a x + x b = q."""
    n, m = len(a), len(b)
    whole = np.kron(as_array(a), np.eye(m)) + np.kron(np.eye(n), as_array(b).T)
    return linalg.solve(whole, as_array(q).ravel()).reshape(n, m)


# ---------------------------------------------------------------------------------- distances


def cdist(XA: Any, XB: Any, metric: Any = "euclidean", *, out: Any = None, **options: Any) -> Any:
    """distance.cdist."""
    distance = _metric(metric, options)
    return np.stack([np.stack([distance(a, b) for b in as_array(XB)]) for a in as_array(XA)])


def pdist(X: Any, metric: Any = "euclidean", *, out: Any = None, **options: Any) -> Any:
    """distance.pdist."""
    distance = _metric(metric, options)
    return np.stack([distance(a, b) for a, b in itertools.combinations(as_array(X), 2)])


def _metric(metric: Any, options: Any) -> Callable[[Any, Any], Any]:
    from scipy.spatial import distance

    from lazyad.tracing.names import traced

    function = traced(getattr(distance, metric) if isinstance(metric, str) else metric)[0]
    return lambda a, b: function(a, b, **options)


def apply_where(
    cond: Any, args: Any, f1: Any, f2: Any = None, /, *, fill_value: Any = None, **kwargs: Any
) -> Any:
    """SciPy's own choice between two functions."""
    args = args if isinstance(args, (list, tuple)) else (args,)
    return np.where(cond, f1(*args, **kwargs), fill_value if f2 is None else f2(*args, **kwargs))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "scipy.array_api_extra.apply_where": apply_where,
    "scipy.linalg.cho_factor": cho_factor,
    "scipy.linalg.cho_solve": cho_solve,
    "scipy.linalg.cholesky": cholesky,
    "scipy.linalg.det": linalg.det,
    "scipy.linalg.inv": linalg.inv,
    "scipy.linalg.lstsq": lambda a, b, cond=None: linalg.lstsq(a, b),
    "scipy.linalg.norm": linalg.norm,
    "scipy.linalg.solve": solve,
    "scipy.linalg.solve_banded": solve_banded,
    "scipy.linalg.solve_sylvester": solve_sylvester,
    "scipy.linalg.solve_triangular": solve_triangular,
    "scipy.ndimage.convolve": ndimage_convolve,
    "scipy.ndimage.correlate": ndimage_correlate,
    "scipy.ndimage.correlate1d": correlate1d,
    "scipy.ndimage.map_coordinates": map_coordinates,
    "scipy.ndimage.uniform_filter1d": uniform_filter1d,
    "scipy.signal.convolve": convolve,
    "scipy.signal.convolve2d": convolve2d,
    "scipy.signal.correlate": correlate,
    "scipy.signal.correlate2d": correlate2d,
    "scipy.signal.detrend": detrend,
    "scipy.signal.fftconvolve": lambda in1, in2, mode="full": convolve(in1, in2, mode),
    "scipy.signal.lfilter": lfilter,
    "scipy.signal.oaconvolve": lambda in1, in2, mode="full": convolve(in1, in2, mode),
    "scipy.spatial.distance.cdist": cdist,
    "scipy.spatial.distance.pdist": pdist,
}

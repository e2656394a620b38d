"""What filters of NumPy's and SciPy's mean on whole arrays: each sums over windows of an array.

In: an array and a kernel, as NumPy's, scipy.signal's and scipy.ndimage's functions name them. Out:
what they are of slices of that array. A room of its own because all of them are one contraction of
windows, and differ in the borders.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, node_of

_MODES = {  # of ndimage, and what np.pad calls them
    "reflect": "symmetric",
    "grid-mirror": "symmetric",
    "mirror": "reflect",
    "nearest": "edge",
    "wrap": "wrap",
    "grid-wrap": "wrap",
    "constant": "constant",
    "grid-constant": "constant",
}


def _array(x: Any) -> Any:
    return x if isinstance(x, Whole) else Whole(node_of(x))


def windows(x: Any, window_shape: Any, axis: Any = None, **inert: Any) -> Any:
    """np.lib.stride_tricks.sliding_window_view, which nothing is assigned to."""
    x = _array(x)
    sizes = [int(one) for one in np.atleast_1d(window_shape)]
    axes = [*range(x.ndim)] if axis is None else [int(at) % x.ndim for at in np.atleast_1d(axis)]
    for at, size in zip(axes, sizes, strict=True):
        places = np.arange(x.shape[at] - size + 1)[:, None] + np.arange(size)
        x = np.moveaxis(np.take(x, places, axis=at), at + 1, -1)
    return x


def _correlated(x: Any, weights: Any) -> Any:
    """At each place where the weights lie inside of the array, the sum of their products: one slice
    of it for each weight."""
    shape = [n - m + 1 for n, m in zip(x.shape, weights.shape, strict=True)]
    found: Any = 0.0
    for place in itertools.product(*map(range, weights.shape)):
        part = tuple([slice(at, at + size) for at, size in zip(place, shape, strict=True)])
        found = found + x[part] * weights[place]
    return found


def _convolved(
    in1: Any, in2: Any, mode: str = "full", boundary: str = "fill", fillvalue: Any = 0
) -> Any:
    """scipy.signal.convolve2d, and convolve of as many axes as there are."""
    x, weights = _array(in1), _array(in2)
    if mode == "valid" and any(m > n for n, m in zip(x.shape, weights.shape, strict=True)):
        x, weights = weights, x
    if mode not in ("full", "same", "valid"):
        raise refusal(f"a convolution with mode={mode!r}", "'full', 'same' or 'valid'")
    borders = {"fill": "constant", "wrap": "wrap", "symm": "symmetric"}
    less = [m - 1 for m in weights.shape]
    width = [(0, 0) if mode == "valid" else (m, m) for m in less]
    more = {"constant_values": fillvalue} if boundary == "fill" else {}
    wide = FUNCTIONS[np.pad](x, width, borders[boundary], **more)
    found = _correlated(wide, np.flip(weights))
    if mode != "same":
        return found
    starts = [m // 2 for m in less]
    return found[tuple([slice(s, s + n) for s, n in zip(starts, x.shape, strict=True)])]


def _correlate2d(in1: Any, in2: Any, mode: str = "full", **more: Any) -> Any:
    x, weights = _array(in1), _array(in2)
    if mode == "same":  # whose middle is not that of a convolution
        full = _convolved(x, np.flip(weights), "full", **more)
        starts = [m // 2 for m in weights.shape]
        return full[tuple([slice(s, s + n) for s, n in zip(starts, x.shape, strict=True)])]
    return _convolved(x, np.flip(weights), mode, **more)


def _filtered(turn: bool) -> Callable[..., Any]:
    """scipy.ndimage.convolve, or correlate."""

    def call(
        input: Any, weights: Any, mode: str = "reflect", cval: float = 0.0, origin: int = 0
    ) -> Any:
        if mode not in _MODES or origin:
            raise refusal(f"ndimage with mode={mode!r}, origin={origin!r}", f"{[*_MODES]}")
        x, weights = _array(input), _array(weights)
        width = [
            (m - 1 - m // 2, m // 2) if turn else (m // 2, m - 1 - m // 2) for m in weights.shape
        ]
        weights = weights.astype(x.dtype, copy=False) if x.dtype.kind == "f" else weights
        border = _MODES[mode]
        more = {"constant_values": cval} if border == "constant" else {}
        wide = FUNCTIONS[np.pad](x, width, border, **more)
        return _correlated(wide, np.flip(weights) if turn else weights)

    return call


def _along(turn: bool) -> Callable[..., Any]:
    """scipy.ndimage.convolve1d, or correlate1d."""

    def call(input: Any, weights: Any, axis: int = -1, mode: str = "reflect", **more: Any) -> Any:
        x, row = _array(input), _array(weights)
        shape = [row.shape[0] if at == axis % x.ndim else 1 for at in range(x.ndim)]
        return _filtered(turn)(x, np.reshape(row, shape), mode, **more)

    return call


def _gaussian(  # noqa: PLR0917
    input: Any,
    sigma: float,
    order: int = 0,
    mode: str = "reflect",
    cval: float = 0.0,
    truncate: float = 4.0,
) -> Any:
    """scipy.ndimage.gaussian_filter."""
    x = _array(input)
    if order or isinstance(sigma, Whole):
        raise refusal("gaussian_filter with order= or a traced sigma", "a number for sigma")
    for axis, width in enumerate(np.broadcast_to(sigma, (x.ndim,)).tolist()):
        radius = int(truncate * width + 0.5)
        weights = np.exp(-0.5 / (width * width) * np.arange(-radius, radius + 1) ** 2)
        if width > 1e-15:
            x = _along(False)(x, weights / weights.sum(), axis, mode, cval=cval)
    return x


def _uniform(input: Any, size: Any = 3, mode: str = "reflect", cval: float = 0.0) -> Any:
    x = _array(input)
    for axis, count in enumerate(np.broadcast_to(size, (x.ndim,)).tolist()):
        x = _along(False)(x, np.full(count, 1.0 / count), axis, mode, cval=cval)
    return x


FUNCTIONS[np.lib.stride_tricks.sliding_window_view] = windows

# By the name that `whole_matrices` finds SciPy's functions by.
FILTERS: dict[str, Callable[..., Any]] = {
    "signal.convolve2d": _convolved,
    "signal.correlate2d": _correlate2d,
    "signal.convolve": lambda in1, in2, mode="full", method="auto": _convolved(in1, in2, mode),
    "signal.fftconvolve": _convolved,
    "signal.correlate": lambda in1, in2, mode="full", method="auto": _correlate2d(in1, in2, mode),
    "ndimage.convolve": _filtered(True),
    "ndimage.correlate": _filtered(False),
    "ndimage.convolve1d": _along(True),
    "ndimage.correlate1d": _along(False),
    "ndimage.gaussian_filter": _gaussian,
    "ndimage.uniform_filter": _uniform,
}

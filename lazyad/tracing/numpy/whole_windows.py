"""What filters of NumPy's and SciPy's mean on whole arrays: each sums over windows of an array.

In: an array and a kernel, as NumPy's and scipy.signal's functions name them. Out: what they are of
slices of that array. A room of its own because all of them are one contraction of windows, and
differ in the borders.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np

from lazyad.tracing.numpy.arrays import any_array, refusal, strided
from lazyad.tracing.numpy.scipy_functions import lfilter, weighed
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole


def as_strided(x: Any, shape: Any = None, strides: Any = None, **inert: Any) -> Any:
    """np.lib.stride_tricks.as_strided, of an array in C order, which nothing is assigned to."""
    if not isinstance(x, Whole):
        return np.lib.stride_tricks.as_strided(x, shape, strides, **inert)
    places = np.arange(x.size, dtype=f"i{x.itemsize}").reshape(x.shape)
    return np.ravel(x)[strided(places, shape, strides, **inert).astype(int)]


def _convolved(
    in1: Any, in2: Any, mode: str = "full", boundary: str = "fill", fillvalue: Any = 0
) -> Any:
    """scipy.signal.convolve2d, and convolve of as many axes as there are."""
    x, weights = any_array(in1), any_array(in2)
    if mode == "valid" and any(m > n for n, m in zip(x.shape, weights.shape, strict=True)):
        x, weights = weights, x
    if mode not in ("full", "same", "valid"):
        raise refusal(f"a convolution with mode={mode!r}", "'full', 'same' or 'valid'")
    borders = {"fill": "constant", "wrap": "wrap", "symm": "symmetric"}
    less = [m - 1 for m in weights.shape]
    width = [(0, 0) if mode == "valid" else (m, m) for m in less]
    more = {"constant_values": fillvalue} if boundary == "fill" else {}
    wide = FUNCTIONS[np.pad](x, width, borders[boundary], **more)
    found = weighed(wide, np.flip(weights))
    return _inner(found, x.shape, less) if mode == "same" else found


def _inner(found: Any, shape: Any, beside: Any) -> Any:
    """What has that shape in the middle of so many more."""
    pairs = zip(beside, shape, strict=True)
    return found[tuple([slice(more // 2, more // 2 + size) for more, size in pairs])]


def _correlate2d(in1: Any, in2: Any, mode: str = "full", **more: Any) -> Any:
    x, weights = any_array(in1), any_array(in2)
    if mode == "same":  # whose middle is not that of a convolution
        return _inner(_convolved(x, np.flip(weights), "full", **more), x.shape, weights.shape)
    return _convolved(x, np.flip(weights), mode, **more)


def _gaussian_kernel(sigma: Any, order: int, radius: int) -> NoReturn:
    """The weights of scipy.ndimage.gaussian_filter1d, which are SciPy's own of plain numbers."""
    raise refusal("gaussian_filter of a traced sigma", "a number for sigma")


# ---------------------------------------------------------------------------------- recursive


def _sosfilt(sos: Any, x: Any, axis: int = -1, zi: Any = None) -> Any:
    """scipy.signal.sosfilt: one section after the other."""
    ends: list[Any] = []
    for at, section in enumerate(any_array(sos)):
        found = lfilter(section[:3], section[3:], x, axis, None if zi is None else zi[at])
        x, *end = found if zi is not None else (found,)
        ends += end
    return x if zi is None else (x, np.stack(ends))


# By the name that `whole_matrices` finds SciPy's functions by.
FILTERS: dict[str, Callable[..., Any]] = {
    "signal.convolve2d": _convolved,
    "signal.correlate2d": _correlate2d,
    "signal.convolve": lambda in1, in2, mode="full", method="auto": _convolved(in1, in2, mode),
    **dict.fromkeys(("signal.fftconvolve", "signal.oaconvolve"), _convolved),
    "signal.lfilter": lfilter,
    "signal.sosfilt": _sosfilt,
    "signal.correlate": lambda in1, in2, mode="full", method="auto": _convolved(
        in1, np.flip(any_array(in2)), mode
    ),
    "ndimage._gaussian_kernel1d": _gaussian_kernel,
}

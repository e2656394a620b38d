"""What np.fft means on whole arrays, whose spectra are complex.

In and out as in `whole_functions`. A room of its own because every transform is `rfft` or `irfft`
of real arrays, turned, cut and scaled.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lazyad.arrays import slices, transforms
from lazyad.complexes import parts
from lazyad.tracing.numpy.spectra import back, ifft, ihfft, scale_of, scaled, sized, turned
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, node_of, seen
from lazyad.tracing.numpy.whole_complex import ComplexArray


def _spectrum(value: Any) -> ComplexArray:
    value = seen(value)
    return value if isinstance(value, ComplexArray) else ComplexArray(*parts(value))


def _rfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    x = turned(sized(Whole(node_of(a)), n, axis), axis)
    node = transforms.rfft(x.node)
    parts = [slices.cut(node, (at,)) for at in (0, 1)]
    found = ComplexArray(*[back(Whole(part), axis) for part in parts])
    return scaled(found, scale_of(x.shape[-1], norm, False))


def _irfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    spectrum = _spectrum(a)
    count = spectrum.shape[axis]
    n = 2 * (count - 1) if n is None else n
    parts = [sized(Whole(node_of(x)), n // 2 + 1, axis) for x in (spectrum.real, spectrum.imag)]
    real, imag = [turned(x, axis).node for x in parts]
    found = back(Whole(transforms.irfft(slices.stack([real, imag], -1), n)), axis)
    return scaled(found, scale_of(n, norm, True) * n)


def _fft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    """The whole spectrum: of real numbers its second half is the first, turned round."""
    if isinstance(a, ComplexArray):
        one, other = [_fft(x, n, axis, norm) for x in (a.real, a.imag)]
        return ComplexArray(one.real - other.imag, one.imag + other.real)
    x = Whole(node_of(a))
    size = x.shape[axis] if n is None else n
    half = _rfft(x, n, axis, norm)
    at = np.arange(size)
    places = np.minimum(at, size - at)
    sign = np.where(at > size // 2, -1.0, 1.0)
    sign = np.reshape(sign, [size if k == axis % x.ndim else 1 for k in range(x.ndim)])
    real, imag = [FUNCTIONS[np.take](part, places, axis=axis) for part in (half.real, half.imag)]
    return ComplexArray(real, imag * sign.astype(imag.dtype))


# The others of np.fft are NumPy's own formulas of these.
FUNCTIONS.update({np.fft.rfft: _rfft, np.fft.irfft: _irfft, np.fft.fft: _fft})
FUNCTIONS.update({np.fft.ifft: ifft, np.fft.ihfft: ihfft})

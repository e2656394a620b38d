"""What np.fft means on whole arrays, whose spectra are complex.

In and out as in `whole_functions`. A room of its own because every transform is `rfft` or `irfft`
of real arrays, turned, cut and scaled.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lazyad.arrays import slices, transforms
from lazyad.complexes import parts
from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, node_of, seen
from lazyad.tracing.numpy.whole_complex import ComplexArray


def _spectrum(value: Any) -> ComplexArray:
    value = seen(value)
    return value if isinstance(value, ComplexArray) else ComplexArray(*parts(value))


def _turned(a: Any, axis: int) -> Any:
    return a if axis == -1 else FUNCTIONS[np.moveaxis](a, axis, -1)


def _back(a: Any, axis: int) -> Any:
    return a if axis == -1 else FUNCTIONS[np.moveaxis](a, -1, axis)


def _sized(a: Any, n: int | None, axis: int) -> Any:
    """The array with n elements along an axis: cut off, or zeros behind them."""
    size = a.shape[axis]
    if n is None or n == size:
        return a
    if n < size:
        return FUNCTIONS[np.moveaxis](FUNCTIONS[np.moveaxis](a, axis, 0)[:n], 0, axis)
    width = [(0, n - size if at == axis % a.ndim else 0) for at in range(a.ndim)]
    return FUNCTIONS[np.pad](a, width)


def _scale(n: int, norm: Any, back: bool) -> float:
    """What a transform of n elements is multiplied with."""
    if norm not in (None, "backward", "ortho", "forward"):
        raise refusal(f"np.fft with norm={norm!r}", "'backward', 'ortho' or 'forward'")
    if norm == "ortho":
        return float(n**-0.5)
    return 1.0 / n if back is (norm != "forward") else 1.0


def _rfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    x = _turned(_sized(Whole(node_of(a)), n, axis), axis)
    node = transforms.rfft(x.node)
    parts = [slices.cut(node, (at,)) for at in (0, 1)]
    found = ComplexArray(*[_back(Whole(part), axis) for part in parts])
    scale = _scale(x.shape[-1], norm, False)
    return found if scale == 1.0 else found * scale


def _irfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Whole:
    spectrum = _spectrum(a)
    count = spectrum.shape[axis]
    n = 2 * (count - 1) if n is None else n
    parts = [_sized(Whole(node_of(x)), n // 2 + 1, axis) for x in (spectrum.real, spectrum.imag)]
    real, imag = [_turned(x, axis).node for x in parts]
    found = _back(Whole(transforms.irfft(slices.stack([real, imag], -1), n)), axis)
    scale = _scale(n, norm, True) * n
    return found if abs(scale - 1.0) < 1e-15 else found * scale  # type: ignore[no-any-return]


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


def _ifft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    z = _spectrum(a)
    size = z.shape[axis] if n is None else n
    return _fft(z.conj(), n, axis).conj() * _scale(size, norm, True)


def _ihfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    scales = {None: "forward", "backward": "forward", "forward": "backward"}
    return _rfft(a, n, axis, scales.get(norm, norm)).conj()


# The others of np.fft are NumPy's own formulas of these.
FUNCTIONS.update({np.fft.rfft: _rfft, np.fft.irfft: _irfft, np.fft.fft: _fft, np.fft.ifft: _ifft})
FUNCTIONS[np.fft.ihfft] = _ihfft  # NumPy's own writes into what it made


# ---------------------------------------------------------------------------------- cosines


def _cosines(sine: bool = False, back: bool = False) -> Any:
    """scipy.fft.dct, dst, idct and idst of the second and the third type, by a transform of twice
    as many: a sine is a cosine, turned round or of alternating signs."""

    def call(x: Any, type: int = 2, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
        if type not in (2, 3):
            raise refusal(f"a cosine or sine transform of type={type}", "type=2 or 3")
        second, ortho = (type == 2) is not back, norm == "ortho"
        x = _turned(_sized(Whole(node_of(x)), n, axis), axis)
        size = x.shape[-1]
        at = np.arange(size)
        signs = np.where(at % 2, -1.0, 1.0)
        first = np.where(at == 0, 0.5 if second else 1.0, 0.5**0.5) / size**0.5
        turn = np.exp((-0.5j if second else 0.5j) * np.pi * at / size)
        if sine:
            x = x * signs if second else np.flip(x, -1)
        if second:
            twice = np.concatenate([x, np.flip(x, -1)], axis=-1)
            found = (_rfft(twice)[..., :size] * turn).real
            found = found * first if ortho else found
        else:
            x = x * first if ortho else x
            found = _irfft(x * turn, 2 * size)[..., :size] * (2.0 * size)
        if sine:
            found = np.flip(found, -1) if second else found * signs
        scale = 1.0 if ortho or (norm == "forward") is back else 0.5 / size
        return _back(found if scale == 1.0 else found * scale, axis)

    return call


def _cosines_of_axes(one: Any) -> Any:
    """The transform along several axes: along one after the other."""

    def call(x: Any, type: int = 2, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
        found = Whole(node_of(x))
        if axes is None:
            axes = range(-len(s) if s is not None else -found.ndim, 0)
        for n, axis in zip([None] * len(axes) if s is None else s, axes, strict=True):
            found = one(found, type, n, axis, norm)
        return found

    return call


# By the name that `whole_matrices` finds SciPy's functions by.
SPECTRA: dict[str, Any] = {
    f"fft.{name}": one for name, one in vars(np.fft).items() if hasattr(one, "_implementation")
}
for _name, _one in {
    "dct": _cosines(),
    "idct": _cosines(back=True),
    "dst": _cosines(sine=True),
    "idst": _cosines(sine=True, back=True),
}.items():
    SPECTRA |= {f"fft.{_name}": _one, f"fft.{_name}n": _cosines_of_axes(_one)}

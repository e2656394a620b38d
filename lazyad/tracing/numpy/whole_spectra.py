"""What np.fft means on whole arrays, and the spectrum that its functions come to.

In and out as in `whole_functions`. A room of its own because a spectrum is complex, and here two
real arrays, of which it knows sums, products, absolute values and what is made of real numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lazyad.arrays import slices, transforms
from lazyad.tracing.numpy.arrays import OwnRules, refusal
from lazyad.tracing.numpy.whole import FUNCTIONS, Whole, node_of


class Spectrum(OwnRules):
    """The real and the imaginary part, each a whole array."""

    __slots__ = ("imag", "real")

    def __init__(self, real: Any, imag: Any) -> None:
        self.real, self.imag = real, imag

    shape = property(lambda self: self.real.shape)
    ndim = property(lambda self: self.real.ndim)

    def conj(self) -> Spectrum:
        """The complex conjugate."""
        return Spectrum(self.real, -self.imag)

    conjugate = conj

    def __getitem__(self, index: Any) -> Spectrum:
        return Spectrum(self.real[index], self.imag[index])

    def __neg__(self) -> Spectrum:
        return Spectrum(-self.real, -self.imag)

    def __abs__(self) -> Any:
        return np.hypot(self.real, self.imag)

    def __add__(self, other: Any) -> Spectrum:
        real, imag = _parts(other)
        return Spectrum(self.real + real, self.imag + imag)

    def __sub__(self, other: Any) -> Spectrum:
        real, imag = _parts(other)
        return Spectrum(self.real - real, self.imag - imag)

    def __rsub__(self, other: Any) -> Any:
        return -(self - other)

    def __mul__(self, other: Any) -> Spectrum:
        if _is_real(other):
            return Spectrum(self.real * other, self.imag * other)
        real, imag = _parts(other)
        return Spectrum(self.real * real - self.imag * imag, self.real * imag + self.imag * real)

    def __truediv__(self, other: Any) -> Spectrum:
        if _is_real(other):
            return Spectrum(self.real / other, self.imag / other)
        below = _spectrum(other)
        size = below.real * below.real + below.imag * below.imag
        above = self * below.conj()
        return Spectrum(above.real / size, above.imag / size)

    def __rtruediv__(self, other: Any) -> Spectrum:
        return _spectrum(other) / self

    __radd__, __rmul__ = __add__, __mul__

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        meaning = _UFUNCS.get(ufunc.__name__)
        if meaning is None or method != "__call__" or options:
            raise refusal(f"np.{ufunc.__name__} of a spectrum", "its .real and .imag, or np.abs")
        return meaning(*inputs)

    def sum(self, *args: Any, **kwargs: Any) -> Spectrum:
        """The sum, as np.sum."""
        return self._both(np.sum, *args, **kwargs)

    def mean(self, *args: Any, **kwargs: Any) -> Spectrum:
        """The mean, as np.mean."""
        return self._both(np.mean, *args, **kwargs)

    def _both(self, function: Any, *args: Any, **kwargs: Any) -> Spectrum:
        """A function that is linear, of both parts."""
        return Spectrum(*[FUNCTIONS[function](x, *args, **kwargs) for x in (self.real, self.imag)])

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        if function in _TRANSFORMS:
            return _TRANSFORMS[function](*args, **kwargs)
        if function in (np.fft.fftshift, np.fft.ifftshift):
            return FUNCTIONS[function](*args, **kwargs)
        if function in _LINEAR and args[0] is self:
            return self._both(function, *args[1:], **kwargs)
        found = {"real": self.real, "imag": self.imag}.get(function.__name__)
        if found is None:
            raise refusal(f"np.{function.__name__} of a spectrum", "its .real and .imag, or np.abs")
        return found


def _is_real(value: Any) -> bool:
    kind = np.dtype(getattr(value, "dtype", float)).kind
    return kind != "c" and not isinstance(value, (Spectrum, complex))


def _spectrum(value: Any) -> Spectrum:
    return value if isinstance(value, Spectrum) else Spectrum(*_parts(value))


def _parts(value: Any) -> tuple[Any, Any]:
    return (value, 0.0) if _is_real(value) else (value.real, value.imag)


_UFUNCS: dict[str, Any] = {
    "absolute": abs,
    "negative": lambda z: -z,
    "conjugate": lambda z: z.conj(),
    "add": lambda a, b: _spectrum(a) + b,
    "subtract": lambda a, b: _spectrum(a) - b,
    "multiply": lambda a, b: _spectrum(a) * b,
    "divide": lambda a, b: _spectrum(a) / b,
}


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


def _rfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Spectrum:
    x = _turned(_sized(Whole(node_of(a)), n, axis), axis)
    node = transforms.rfft(x.node)
    parts = [slices.cut(node, (at,)) for at in (0, 1)]
    found = Spectrum(*[_back(Whole(part), axis) for part in parts])
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


def _fft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Spectrum:
    """The whole spectrum: of real numbers its second half is the first, turned round."""
    if isinstance(a, Spectrum):
        one, other = [_fft(x, n, axis, norm) for x in (a.real, a.imag)]
        return Spectrum(one.real - other.imag, one.imag + other.real)
    x = Whole(node_of(a))
    size = x.shape[axis] if n is None else n
    half = _rfft(x, n, axis, norm)
    at = np.arange(size)
    places = np.minimum(at, size - at)
    sign = np.where(at > size // 2, -1.0, 1.0)
    sign = np.reshape(sign, [size if k == axis % x.ndim else 1 for k in range(x.ndim)])
    real, imag = [FUNCTIONS[np.take](part, places, axis=axis) for part in (half.real, half.imag)]
    return Spectrum(real, imag * sign.astype(imag.dtype))


def _ifft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Spectrum:
    z = _spectrum(a)
    if _is_real(z.imag) and not isinstance(z.imag, Whole):
        z = Spectrum(z.real, FUNCTIONS[np.zeros_like](z.real))
    size = z.shape[axis] if n is None else n
    return _fft(z.conj(), n, axis).conj() * _scale(size, norm, True)


def _axes_of(a: Any, s: Any, axes: Any) -> list[tuple[Any, int]]:
    """Each axis with how many elements it is to have."""
    if axes is None:
        axes = range(-len(s) if s is not None else -a.ndim, 0)
    return [*zip([None] * len(axes) if s is None else s, axes, strict=True)]


def _of_axes(one: Any, axes: Any = None) -> Any:
    """The transform along several axes: along one after the other."""

    def call(a: Any, s: Any = None, axes: Any = axes, norm: Any = None) -> Any:
        found = a if isinstance(a, Spectrum) else Whole(node_of(a))
        for n, axis in _axes_of(found, s, axes):
            found = one(found, n, axis, norm)
        return found

    return call


def _rfftn(axes: Any = None) -> Any:
    def call(a: Any, s: Any = None, axes: Any = axes, norm: Any = None) -> Any:
        *rest, (n, last) = _axes_of(Whole(node_of(a)), s, axes)
        found = _rfft(a, n, last, norm)
        for n, axis in rest:
            found = _fft(found, n, axis, norm)
        return found

    return call


def _irfftn(axes: Any = None) -> Any:
    def call(a: Any, s: Any = None, axes: Any = axes, norm: Any = None) -> Any:
        found = _spectrum(a)
        *rest, (n, last) = _axes_of(found, s, axes)
        for m, axis in rest:
            found = _ifft(found, m, axis, norm)
        return _irfft(found, n, last, norm)

    return call


_LINEAR = {np.sum, np.mean, np.reshape, np.transpose, np.moveaxis, np.roll, np.ravel, np.take}
_TRANSFORMS: dict[Any, Any] = {
    np.fft.rfft: _rfft,
    np.fft.irfft: _irfft,
    np.fft.fft: _fft,
    np.fft.ifft: _ifft,
    np.fft.fft2: _of_axes(_fft, (-2, -1)),
    np.fft.ifft2: _of_axes(_ifft, (-2, -1)),
    np.fft.fftn: _of_axes(_fft),
    np.fft.ifftn: _of_axes(_ifft),
    np.fft.rfft2: _rfftn((-2, -1)),
    np.fft.irfft2: _irfftn((-2, -1)),
    np.fft.rfftn: _rfftn(),
    np.fft.irfftn: _irfftn(),
}
FUNCTIONS.update(_TRANSFORMS)

"""What np.fft.rfft and irfft mean on whole arrays, and the spectrum that is between them.

In and out as in `whole_functions`. A room of its own because a spectrum is complex, and here two
real arrays, of which it knows sums, products, absolute values and what is made of real numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lazyad.arrays import slices, transforms
from lazyad.arrays.forms import shape_of
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

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        if function is np.fft.irfft:
            return _irfft(*args, **kwargs)
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


def _check(name: str, size: int, n: int | None, norm: Any) -> None:
    if norm not in (None, "backward") or n not in (None, size):
        raise refusal(f"{name} with n={n!r} of {size}, norm={norm!r}", "np.pad, slices and factors")


def _rfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Spectrum:
    x = _turned(Whole(node_of(a)), axis)
    _check("np.fft.rfft", x.shape[-1], n, norm)
    node = transforms.rfft(x.node)
    parts = [slices.cut(node, (at,)) for at in (0, 1)]
    return Spectrum(*[_back(Whole(part), axis) for part in parts])


def _irfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Whole:
    spectrum = _spectrum(a)
    real, imag = [_turned(Whole(node_of(x)), axis).node for x in (spectrum.real, spectrum.imag)]
    count = shape_of(real)[-1]
    n = 2 * (count - 1) if n is None else n
    _check("np.fft.irfft", n, n if n // 2 + 1 == count else -1, norm)
    found = transforms.irfft(slices.stack([real, imag], -1), n)
    return _back(Whole(found), axis)  # type: ignore[no-any-return]


FUNCTIONS[np.fft.rfft], FUNCTIONS[np.fft.irfft] = _rfft, _irfft

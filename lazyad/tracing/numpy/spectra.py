"""What np.fft and scipy.fft mean: of an array's numbers, their sums; and what is made of these, of
whole arrays as well.

In: arrays, real or complex. Out: their transforms along an axis. A room of its own because the
formulas ask NumPy's functions alone, and so are right for both kinds of arrays.
"""

from __future__ import annotations

import cmath
import math
import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from lazyad.complexes import is_complex
from lazyad.tracing.numpy.arrays import along, any_array, as_array, refusal

# ---------------------------------------------------------------------------------- of numbers


def _spectrum(z: list[Any]) -> list[Any]:
    """The discrete Fourier transform by the factors of its size: J. W. Cooley and J. W. Tukey,
    Math. Comp. 19 (1965), 297-301. Of real numbers the second half is the first one, conjugate."""
    n = len(z)
    p = next((p for p in range(2, math.isqrt(n) + 1) if n % p == 0), n)
    if n <= 1:
        return z
    parts = [_spectrum(z[k::p]) for k in range(p)]
    count = n if any(map(is_complex, z)) else n // 2 + 1

    def coefficient(at: int) -> Any:
        return reduce(operator.add, [_turned(x[at % (n // p)], k * at, n) for k, x in parted])

    parted = list(enumerate(parts))
    found = [coefficient(at) for at in range(count)]
    return found + [found[n - at].conjugate() for at in range(count, n)]


def _turned(z: Any, at: int, n: int) -> Any:
    """z * exp(-2j * pi * at / n), whose factors are the same in each octant of the circle."""
    at %= n
    if at == 0:
        return z
    if 2 * at >= n:
        return -_turned(z, 2 * at - n, 2 * n)
    if 4 * at == n:
        return z * -1j
    cosine, sine = _of_octant(at, n) if 4 * at < n else _of_octant(n - 2 * at, 2 * n)
    return z * complex(cosine if 4 * at < n else -cosine, -sine)


def _of_octant(at: int, n: int) -> tuple[float, float]:
    """Cosine and sine of 2 * pi * at / n, less than a quarter of the circle."""
    if 8 * at == n:
        return math.sqrt(0.5), math.sqrt(0.5)
    if 8 * at > n:
        return _of_octant(n - 4 * at, 4 * n)[::-1]
    unit = cmath.rect(1.0, 2.0 * math.pi * at / n)
    return unit.real, unit.imag


def _fft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    np.fft.fft(np.zeros(np.shape(a)), n, axis, norm)  # raises NumPy's errors
    x = sized(as_array(a), n, axis)
    return scaled(along(axis, _spectrum, x), scale_of(x.shape[axis], norm, False))


def _rfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    found = _fft(a, n, axis, norm)
    return sized(found, found.shape[axis] // 2 + 1, axis)


def _irfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    half = turned(as_array(a), axis)
    n = 2 * (half.shape[-1] - 1) if n is None else n
    half = sized(half, n // 2 + 1, -1)
    other = np.conj(half[..., n - n // 2 - 1 : 0 : -1])
    return back(np.real(ifft(np.concatenate([half, other], axis=-1), norm=norm)), axis)


# ------------------------------------------------------------------------------ of both kinds


def turned(a: Any, axis: int) -> Any:
    return a if axis == -1 else np.moveaxis(a, axis, -1)


def back(a: Any, axis: int) -> Any:
    return a if axis == -1 else np.moveaxis(a, -1, axis)


def sized(a: Any, n: int | None, axis: int) -> Any:
    """The array with n elements along an axis: cut off, or zeros behind them."""
    size = a.shape[axis]
    if n is None or n == size:
        return a
    if n < size:
        return np.moveaxis(np.moveaxis(a, axis, 0)[:n], 0, axis)
    return np.pad(a, [(0, n - size if at == axis % a.ndim else 0) for at in range(a.ndim)])


def scale_of(n: int, norm: Any, back: bool) -> float:
    """What a transform of n elements is multiplied with."""
    if norm not in (None, "backward", "ortho", "forward"):
        raise refusal(f"np.fft with norm={norm!r}", "'backward', 'ortho' or 'forward'")
    if norm == "ortho":
        return float(n**-0.5)
    return 1.0 / n if back is (norm != "forward") else 1.0


def scaled(a: Any, scale: float) -> Any:
    return a if abs(scale - 1.0) < 1e-15 else a * scale


def ifft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    z = any_array(a)
    size = z.shape[axis] if n is None else n
    return scaled(np.conj(np.fft.fft(np.conj(z), n, axis)), scale_of(size, norm, True))


def ihfft(a: Any, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
    """NumPy's own writes into what it made."""
    scales = {None: "forward", "backward": "forward", "forward": "backward"}
    return np.conj(np.fft.rfft(a, n, axis, scales.get(norm, norm)))


def _cosines(sine: bool = False, inverse: bool = False) -> Callable[..., Any]:
    """scipy.fft.dct, dst, idct and idst of the second and the third type, by a transform of twice
    as many: a sine is a cosine, turned round or of alternating signs."""

    def call(x: Any, type: int = 2, n: int | None = None, axis: int = -1, norm: Any = None) -> Any:
        if type not in (2, 3):
            raise refusal(f"a cosine or sine transform of type={type}", "type=2 or 3")
        second, ortho = (type == 2) is not inverse, norm == "ortho"
        x = turned(sized(any_array(x), n, axis), axis)
        size = x.shape[-1]
        at = np.arange(size)
        signs = np.where(at % 2, -1.0, 1.0)
        first = np.where(at == 0, 0.5 if second else 1.0, 0.5**0.5) / size**0.5
        turn = np.exp((-0.5j if second else 0.5j) * np.pi * at / size)
        if sine:
            x = x * signs if second else np.flip(x, -1)
        if second:
            twice = np.concatenate([x, np.flip(x, -1)], axis=-1)
            found = np.real(np.fft.rfft(twice)[..., :size] * turn)
            found = found * first if ortho else found
        else:
            x = x * first if ortho else x
            found = np.fft.irfft(x * turn, 2 * size)[..., :size] * (2.0 * size)
        if sine:
            found = np.flip(found, -1) if second else found * signs
        scale = 1.0 if ortho or (norm == "forward") is inverse else 0.5 / size
        return back(scaled(found, scale), axis)

    return call


def _cosines_of_axes(one: Callable[..., Any]) -> Callable[..., Any]:
    """The transform along several axes: along one after the other."""

    def call(x: Any, type: int = 2, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
        found = any_array(x)
        if axes is None:
            axes = range(-len(s) if s is not None else -found.ndim, 0)
        for n, axis in zip([None] * len(axes) if s is None else s, axes, strict=True):
            found = one(found, type, n, axis, norm)
        return found

    return call


def _along_one(numpys: Callable[..., Any]) -> Callable[..., Any]:
    """A function of np.fft by the names that scipy.fft gives its parameters."""
    return lambda x, n=None, axis=-1, norm=None: numpys(x, n, axis, norm)


def _along_several(numpys: Callable[..., Any], usual: Any) -> Callable[..., Any]:
    def call(x: Any, s: Any = None, axes: Any = usual, norm: Any = None) -> Any:
        s, axes = [one if one is None else np.atleast_1d(one).tolist() for one in (s, axes)]
        return numpys(x, s, axes, norm)

    return call


# By NumPy's names; the others are NumPy's own formulas of these.
FUNCTIONS = {
    "fft.fft": _fft,
    "fft.ifft": ifft,
    "fft.rfft": _rfft,
    "fft.irfft": _irfft,
    "fft.ihfft": ihfft,
}

# By SciPy's names.
SCIPY: dict[str, Callable[..., Any]] = {
    **{
        f"fft.{one}": _along_one(getattr(np.fft, one))
        for one in "fft ifft rfft irfft hfft ihfft".split()
    },
    **{
        f"fft.{one}": _along_several(getattr(np.fft, one), (-2, -1) if one[-1] == "2" else None)
        for one in "fft2 ifft2 fftn ifftn rfft2 irfft2 rfftn irfftn".split()
    },
    **{f"fftpack.{one}": _along_one(getattr(np.fft, one)) for one in ("fft", "ifft")},
    "fft.fftshift": lambda x, axes=None: np.fft.fftshift(x, axes),
    "fft.ifftshift": lambda x, axes=None: np.fft.ifftshift(x, axes),
}
for _name, _one in {
    "dct": _cosines(),
    "idct": _cosines(inverse=True),
    "dst": _cosines(sine=True),
    "idst": _cosines(sine=True, inverse=True),
}.items():
    SCIPY |= {f"fft.{_name}": _one, f"fft.{_name}n": _cosines_of_axes(_one)}

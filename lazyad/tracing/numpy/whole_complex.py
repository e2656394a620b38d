"""Complex arrays that stay whole: two real ones, and what NumPy's functions make of them.

In and out as in `whole_functions`. A room of its own because what is linear, or a product, is so of
both parts, and `lazyad.complexes` has the rest.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

import numpy as np

from lazyad import ops
from lazyad.arrays import complex_matrices
from lazyad.arrays.forms import form_of
from lazyad.arrays.matrices import from_lower, rows_and_columns
from lazyad.arrays.slices import stack
from lazyad.arrays.views import swapped
from lazyad.complexes import Complex, complex_of, parts
from lazyad.regions import item, made
from lazyad.tracing.numpy.arrays import Chosen, OwnRules, functions, mapped, refusal
from lazyad.tracing.numpy.linalg import norm
from lazyad.tracing.numpy.whole import (
    _INERT,
    FUNCTIONS,
    Whole,
    holds_whole,
    node_of,
    seen,
    within,
)
from lazyad.values.errors import refused


class ComplexArray(Complex, OwnRules):
    """A complex array of two whole ones; a part that is zero everywhere may be 0.0."""

    __slots__ = ()
    _lazyad_written: ClassVar[type] = np.ndarray

    def __new__(cls, real: Any, imag: Any) -> Any:
        return object.__new__(cls if np.ndim(real) or np.ndim(imag) else ComplexScalar)

    def __init__(self, real: Any, imag: Any) -> None:
        # Of their own: a part may be a variable's array, as x is of x + 1j * y.
        own = [Whole(part.node) if isinstance(part, Whole) else part for part in (real, imag)]
        super().__init__(*own)

    @staticmethod
    def joined(real: Any, imag: Any) -> Any:
        """One whose parts are views, and change with what they are views of."""
        made = complex_of(real, imag)
        object.__setattr__(made, "_parts", (real, imag))
        return made

    shape = property(lambda self: np.broadcast_shapes(*map(np.shape, self._parts)))
    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: math.prod(self.shape))
    dtype = property(lambda self: np.dtype(complex))
    stands_for = property(lambda self: np.ndarray if self.ndim else complex)
    real = property(lambda self: self.kept()[0])
    imag = property(lambda self: self.kept()[1])
    T = property(lambda self: self.transpose())

    def _full(self, at: int) -> Any:
        part = self._parts[at]
        if isinstance(part, Whole) and part.shape == self.shape:
            return part
        return FUNCTIONS[np.broadcast_to](Whole(node_of(part)), self.shape).copy()

    def kept(self) -> tuple[Any, Any]:
        """Both parts, which may be assigned to."""
        full = self._full(0), self._full(1)
        object.__setattr__(self, "_parts", full)
        return full

    def __setattr__(self, name: str, value: Any) -> None:  # type: ignore[override]
        if name not in ("real", "imag") or not self.ndim:
            super().__setattr__(name, value)
        self.kept()[name == "imag"][...] = value

    def view(self, dtype: Any = complex) -> Any:
        if np.dtype(dtype) != complex:
            what = ".view of a traced array of complex numbers"
            raise refused(AttributeError, what, _INSTEAD)
        return self[...]

    def conj(self) -> Any:
        return self.conjugate()

    def copy(self, order: str = "C") -> Any:
        """The same numbers, of which a view of these knows nothing."""
        return type(self)(self.real.copy(order), self.imag.copy(order))

    flags = property(lambda self: self.real.flags)

    def flatten(self, order: str = "C") -> Any:
        return type(self)(self.real.flatten(order), self.imag.flatten(order))

    def astype(self, dtype: Any, *_: Any, copy: Any = True, **__: Any) -> Any:
        """The same where they are to be complex numbers of twice 64 bits."""
        if np.dtype(dtype) != complex:
            raise refusal(f"complex numbers were converted to {np.dtype(dtype)}", "their .real")
        return self.copy() if copy else self

    def __len__(self) -> int:
        return len(self._full(0))

    def __iter__(self) -> Iterator[Any]:
        return iter([self[at] for at in range(len(self))])

    def __getitem__(self, index: Any) -> Any:
        real, imag = [part[index] for part in self.kept()]
        if isinstance(real, Chosen):
            what = "the complex numbers that a traced mask selects"
            raise refusal(what, "np.where(mask, z, 0.0), which has a value for every element")
        return self.joined(real, imag)

    def __setitem__(self, index: Any, value: Any) -> None:
        real, imag = parts(seen(value))
        full = self.kept()
        full[0][index], full[1][index] = real, imag

    def __matmul__(self, other: Any) -> Any:
        return _products(np.matmul)(self, other)

    def __rmatmul__(self, other: Any) -> Any:
        return _products(np.matmul)(other, self)

    def __getattr__(self, name: str) -> Any:
        function = getattr(np, name, None)
        if name.startswith("_"):
            raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}")
        if not callable(function):
            raise refused(AttributeError, f".{name} of a traced array of complex numbers", _INSTEAD)
        return lambda *args, **kwargs: self.__array_function__(function, (), (self, *args), kwargs)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        if method != "__call__":
            raise refusal(f"np.{ufunc.__name__}.{method} of complex arrays", _INSTEAD)
        return within(self.called, ufunc, inputs, options)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return within(self.called, function, args, kwargs)

    @staticmethod
    def called(function: Any, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        """A function of NumPy's, of arguments of which some are complex."""
        if np.dtype(kwargs.get("dtype", float)) == complex:  # which the result is by itself
            kwargs = {name: given for name, given in kwargs.items() if name != "dtype"}
        kwargs = {
            name: given
            for name, given in kwargs.items()
            if name not in _INERT and not (name == "out" and given is None)
        }
        if function in _SPECTRA and function in FUNCTIONS:
            return FUNCTIONS[function](*args, **kwargs)
        if function in _PRODUCTS:
            return _products(function, **kwargs)(*args)
        if function in _LINEAR:
            return _linear(function, args, kwargs)
        if function in _OF_COMPLEX:
            axes = [type(one) is tuple and not holds_whole(one) for one in args]
            args = [one if fixed else seen(one) for one, fixed in zip(args, axes, strict=True)]
            return _OF_COMPLEX[function](*args, **kwargs)
        room = getattr(function, "__module__", "")
        compiled = function in FUNCTIONS and room == "numpy.linalg"
        meaning = None if compiled else FUNCTIONS[None](function)
        if meaning is None or (kwargs and isinstance(function, np.ufunc)):
            of = function[0] if isinstance(function, tuple) else function
            raise refusal(f"np.{of.__name__} of complex arrays", _INSTEAD)
        return meaning(*args, **kwargs)


def _in_place(name: str) -> Callable[[ComplexArray, Any], Any]:
    change = getattr(operator, name)

    def method(self: ComplexArray, other: Any) -> Any:
        result = change(self, other)
        if not self.ndim:  # a number, which other names have as well
            return result
        self[...] = result
        return self

    return method


for _name in "add sub mul truediv pow matmul".split():
    setattr(ComplexArray, f"__i{_name}__", _in_place(_name))


class ComplexScalar(ComplexArray):
    """One of no axes: a complex number where it is a result."""

    __slots__ = ()
    _lazyad_written: ClassVar[type] = complex


Whole.complex_kind = ComplexArray
_OF_VALUES = "np.linalg.eigvalsh, or svd with compute_uv=False: vectors have a phase of their own"
_INSTEAD = "their .real and .imag, np.abs or np.angle, which are real arrays"


def _products(function: Any, **options: Any) -> Callable[..., Any]:
    """A product, linear in each of its arrays, of complex ones: of one part of each, in every
    choice of them."""

    def call(*args: Any) -> Any:
        count = sum(isinstance(arg, str) for arg in args)  # einsum has its text in front
        text, arrays = args[:count], [_halves(seen(z)) for z in args[count:]]
        if function is np.vdot:
            arrays[0] = arrays[0][0], -arrays[0][1]

        def product(chosen: list[Any], left: Sequence[Any]) -> tuple[Any, Any]:
            if not left:
                return FUNCTIONS[function](*text, *chosen, **options), 0.0
            (a, b), (c, d) = [
                (0.0, 0.0) if _is_zero(part) else product([*chosen, part], left[1:])
                for part in left[0]
            ]
            return a - d, b + c

        return complex_of(*product([], arrays))

    return call


def _linear(function: Any, args: Any, kwargs: Any) -> Any:
    """A function that is linear, of both parts of what it is of: an array, or lists of arrays."""
    first, *rest = args

    def half(at: int) -> Any:
        return mapped(lambda z: _both(seen(z))[at], first)

    halves = first.kept() if isinstance(first, ComplexArray) else (half(0), half(1))  # for views
    return ComplexArray.joined(*[FUNCTIONS[function](half, *rest, **kwargs) for half in halves])


def _padded(array: Any, pad_width: Any, mode: str = "constant", constant_values: Any = 0) -> Any:
    pad, (real, imag) = FUNCTIONS[np.pad], parts(constant_values)
    re, im = _both(array)
    return complex_of(
        pad(re, pad_width, mode, constant_values=real),
        pad(im, pad_width, mode, constant_values=imag),
    )


def _prod(a: Any, axis: int | None = None) -> Any:
    """np.prod along one axis, or of all: neighbours are multiplied, and what comes of that."""
    z = np.ravel(a) if axis is None else np.moveaxis(a, axis, 0)
    while len(z) > 1:
        even = len(z) - len(z) % 2
        z = np.concatenate([z[:even:2] * z[1:even:2], z[even:]])
    return z[0]


def _var(a: Any, axis: Any = None, ddof: int = 0, keepdims: bool = False) -> Any:
    apart = a - np.mean(a, axis=axis, keepdims=True)
    squares = apart.real**2 + apart.imag**2
    count = a.size // max(1, np.mean(a, axis=axis).size)
    return np.sum(squares, axis=axis, keepdims=keepdims) / (count - ddof)


def _interp(x: Any, xp: Any, fp: Any, **ends: Any) -> Any:
    return complex_of(*[FUNCTIONS[np.interp](x, xp, part, **ends) for part in _both(seen(fp))])


def _filled(a: Any, value: Any) -> Any:
    """An array like that one, of this value."""
    found = a.copy()
    found[...] = value
    return found


def _solve(a: Any, b: Any) -> Any:
    """np.linalg.solve, as one system of real numbers, of twice as many."""
    (re, im), (right, turned) = _halves(a), _both(b)
    solve, join = FUNCTIONS[np.linalg.solve], FUNCTIONS[np.concatenate]
    if _is_zero(im):
        return complex_of(solve(re, right), solve(re, turned))
    re = np.zeros(im.shape) if _is_zero(re) else re
    system = join([join([re, -im], -1), join([im, re], -1)], -2)
    axis = -1 if right.ndim == 1 else -2
    found = np.split(solve(system, join([right, turned], axis)), 2, axis)
    return complex_of(*found)


def _matrices(op: Any, a: Any, hermitian: bool = False, square: bool = True) -> list[Any]:
    """What a row of complex matrices makes of one; a Hermitian one is its lower triangle."""
    if a.ndim < 2 or (square and a.shape[-1] != a.shape[-2]):
        raise np.linalg.LinAlgError(f"{op.name} of an array of the shape {a.shape}")
    real, imag = [node_of(part) for part in _both(a)]
    if hermitian:
        down, right = rows_and_columns(a.shape[-1])
        below, on = ops.gt(down, right), ops.eq(down, right)
        turned = ops.where(on, 0.0, -swapped(imag))
        real, imag = from_lower(real), ops.where(below, imag, turned)
    whole = made(op, (stack([real, imag], -1),), None)
    form, found = form_of(whole), [whole]
    if type(form) is tuple:
        found = [item(whole, at) for at in range(len(form))]
    return found


def _number(z: Any) -> Any:
    return ComplexArray(*[Whole(part) for part in complex_matrices.halves(z).kept()])


def _singular_values(a: Any, full_matrices: bool = True, compute_uv: bool = True, **_: Any) -> Any:
    if compute_uv:
        raise refusal("the singular vectors of complex matrices", _OF_VALUES)
    return Whole(_matrices(complex_matrices.SVD, a, square=False)[1])


def _qr(a: Any, mode: str = "reduced") -> Any:
    m, n = a.shape[-2:]
    if mode not in ("reduced", "r") or m < n:
        what = f"qr of {m} by {n} complex matrices with mode={mode!r}"
        raise refusal(what, "as many rows as columns, or more, and mode='reduced' or 'r'")
    q, r = [_number(one) for one in _matrices(complex_matrices.QR, a, square=False)]
    return r if mode == "r" else type(np.linalg.qr(np.eye(1)))(q, r)


def _cholesky(a: Any, /, *, upper: bool = False) -> Any:
    if upper:
        return _cholesky(a.swapaxes(-1, -2).conj()).swapaxes(-1, -2).conj()
    return _number(*_matrices(complex_matrices.CHOLESKY, a, True))


def _slogdet(a: Any) -> Any:
    sign, size = _matrices(complex_matrices.SLOGDET, a)
    return type(np.linalg.slogdet(np.eye(1)))(_number(sign), Whole(size))


def _eigvalsh(a: Any, UPLO: str = "L") -> Any:
    a = a if UPLO.upper() == "L" else a.swapaxes(-1, -2).conj()
    return Whole(_matrices(complex_matrices.EIGH, a, True)[0])


def _eigenvectors(a: Any, UPLO: str = "L") -> Any:
    raise refusal("the eigenvectors of complex matrices", _OF_VALUES)


def _both(z: Any) -> tuple[Any, Any]:
    """Both parts, as arrays of one shape."""
    if isinstance(z, ComplexArray):
        return z._full(0), z._full(1)
    real, imag = parts(z)
    return real, np.zeros(np.shape(real)) if _is_zero(imag) else imag


def _halves(z: Any) -> tuple[Any, Any]:
    """The same, but for a part that is zero everywhere."""
    (real, imag), own = _both(z), parts(z)
    return 0.0 if _is_zero(own[0]) else real, 0.0 if _is_zero(own[1]) else imag


def _is_zero(part: Any) -> bool:
    return isinstance(part, float) and part == 0.0


_LINEAR = functions(
    "block concatenate cumsum delete diag diagonal mean "
    "moveaxis ravel repeat reshape roll squeeze stack sum swapaxes take tile trace transpose "
    "tril triu broadcast_to"
)
_PRODUCTS = functions("convolve cross dot einsum inner kron matmul outer tensordot vdot")
_OF_COMPLEX: dict[Any, Callable[..., Any]] = {
    np.abs: abs,
    np.conjugate: lambda z: z.conjugate(),
    np.angle: lambda z, deg=False: ops.atan2(z.imag, z.real) * (180.0 / math.pi if deg else 1.0),
    np.copy: lambda a, **_: a.copy(),
    np.isnan: lambda z: np.isnan(z.real) | np.isnan(z.imag),
    np.isinf: lambda z: np.isinf(z.real) | np.isinf(z.imag),
    np.isfinite: lambda z: np.isfinite(z.real) & np.isfinite(z.imag),
    np.power: ops.pow.complex,
    np.float_power: ops.pow.complex,
    np.linalg.norm: norm,
    np.linalg.det: lambda a: _number(*_matrices(complex_matrices.DET, a)),
    np.linalg.slogdet: _slogdet,
    np.linalg.cholesky: _cholesky,
    np.linalg.eigvalsh: _eigvalsh,
    np.linalg.eigh: _eigenvectors,
    np.linalg.svd: _singular_values,
    np.linalg.qr: _qr,
    np.shape: lambda a: a.shape,
    np.ndim: lambda a: a.ndim,
    np.where: ops.where.complex,
    np.zeros_like: lambda a, **_: _filled(a, 0.0),
    np.ones_like: lambda a, **_: _filled(a, 1.0),
    np.empty_like: lambda a, **_: _filled(a, 0.0),
    np.full_like: lambda a, fill_value, **_: _filled(a, fill_value),
    np.interp: _interp,
    np.pad: _padded,
    np.prod: _prod,
    np.var: _var,
    np.std: lambda a, *args, **kwargs: ops.length(_var(a, *args, **kwargs)),
    np.linalg.solve: _solve,
    np.linalg.inv: lambda a: _solve(a, np.eye(a.shape[-1])),
    np.result_type: lambda *given: np.dtype(complex),
}
_SPECTRA = {one for one in vars(np.fft).values() if callable(one)}

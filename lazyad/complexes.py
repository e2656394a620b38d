"""Complex: a complex number of two real parts, each a Node, a Dual or a float.

In: complex numbers, and what they meet. Out: the same, and real numbers where a function has such.
A room of its own because the graph holds real numbers alone: what a complex number is stands here,
and what an op of the table makes of one is the function of that name.

The formulas, and which side of a cut they are on, are those of Python's `cmath`: W. Kahan, "Branch
Cuts for Complex Elementary Functions", in The State of the Art in Numerical Analysis (1987).
"""

from __future__ import annotations

import builtins
import math
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NoReturn

from lazyad import ops
from lazyad.graph import Op
from lazyad.operators import Operand
from lazyad.values.errors import refused
from lazyad.values.structure import is_array

Number = Any  # a float, a Node or a Dual


class Complex(Operand):
    """real + imag * 1j. It does what Python's complex numbers do, and is immutable like them."""

    __slots__ = ("_parts",)
    of_two = True
    stands_for: Any = complex  # by all questions of a traced function
    _lazyad_written: ClassVar[type] = complex
    _parts: tuple[Number, Number]

    def __init__(self, real: Number, imag: Number) -> None:
        object.__setattr__(self, "_parts", (real, imag))

    @property
    def real(self) -> Number:
        return self._parts[0]

    @property
    def imag(self) -> Number:
        return self._parts[1]

    def apply(self, op: Op, args: Sequence[Any]) -> Any:
        """What the op makes of complex numbers: the function of its name below."""
        return applied(op, args)

    def kept(self) -> tuple[Number, Number]:
        """Both parts; of an array, those that it has from now on."""
        return self._parts

    def conjugate(self) -> Complex:
        return type(self)(self._parts[0], -self._parts[1])

    def __bool__(self) -> bool:
        return builtins.bool(ops.or_(self.real != 0.0, self.imag != 0.0))

    def _refuse(self, kind: str) -> NoReturn:
        what = f"{kind} was asked of a complex number, which is none"
        raise refused(TypeError, what, "its .real or .imag, or abs(...)")

    def __float__(self) -> NoReturn:
        self._refuse("float")

    def __int__(self) -> NoReturn:
        self._refuse("int")

    def __hash__(self) -> NoReturn:
        what = "a traced complex number was put into a set, used as a key of a dict, or hashed"
        raise refused(TypeError, what, "a list, and == ; or what is known while tracing")

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError("readonly attribute")  # as Python's

    def __copy__(self, *memo: Any) -> Complex:
        return self

    __deepcopy__ = __copy__

    def __repr__(self) -> str:
        return f"({self.real!r} + {self.imag!r}j)"

    def __format__(self, spec: str) -> str:
        return repr(self)


Complex.__module__ = "builtins"  # to whoever joins objects, one of a class that is no room's
Complex.__name__ = Complex.__qualname__ = "complex"


def is_complex(value: Any) -> bool:
    """Whether it is a complex number, traced or not."""
    return issubclass(type(value), (Complex, complex))  # and ask no object of the user's


def complex_of(real: Any, imag: Any) -> Any:
    """real + imag * 1j of real or complex numbers; Python's own where nothing is traced."""
    if is_complex(real) or is_complex(imag):
        a, b = parts(real)
        c, d = parts(imag)
        real, imag = a - d, b + c
    kinds = [type(part) for part in (real, imag) if isinstance(part, Operand)]
    if not kinds:
        return complex(real, imag)
    kind = next((kind.complex_kind for kind in kinds if kind.complex_kind), Complex)
    return kind(real, imag)


def parts(z: Any) -> tuple[Number, Number]:
    """The real and the imaginary part of any number."""
    if isinstance(z, Complex):
        return z._parts
    return (z.real, z.imag) if is_complex(z) else (z, 0.0)


def applied(op: Op, args: Sequence[Any]) -> Any:
    """What an op of the table makes of arguments of which some are complex.

    Raises TypeError in three parts for an op that has no meaning for them.
    """
    lists = any(is_array(arg) or isinstance(arg, (list, tuple)) for arg in args)
    if lists or not any(map(is_complex, args)):
        return NotImplemented
    if op.complex is None:
        what = f"{op.name} has no meaning on complex numbers"
        raise refused(TypeError, what, "its .real and .imag, or abs(...), which are real numbers")
    return op.complex(*args)


Operand.of_complex = staticmethod(applied)  # type: ignore[method-assign]


def meaning(op: Op) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let the function be what the op is of complex numbers."""

    def given(formula: Callable[..., Any]) -> Callable[..., Any]:
        op.complex = formula
        return formula

    return given


# ---------------------------------------------------------------------------------- arithmetic


@meaning(ops.where)
def _where(condition: Any, z: Any, w: Any) -> Any:
    if is_complex(condition):
        condition = ops.or_(*[ops.ne(part, 0.0) for part in parts(condition)])
    (a, b), (c, d) = parts(z), parts(w)
    return complex_of(ops.where(condition, a, c), ops.where(condition, b, d))


def _each(function: Callable[..., Any]) -> Any:
    """A function of each part by itself."""

    def formula(*args: Any) -> Any:
        return complex_of(*[function(*both) for both in zip(*map(parts, args), strict=True)])

    return formula


# A part that is known to be zero stays so, whatever it is multiplied with: 1j * x has no real part.
# Python's has one of 0 * x, which is nan where x is infinite, and no line that a reader would miss.


def _is_zero(x: Number) -> bool:
    return not isinstance(x, Operand) and x == 0.0


def _times(x: Number, y: Number) -> Number:
    return 0.0 if _is_zero(x) or _is_zero(y) else x * y


def _plus(x: Number, y: Number) -> Number:
    return y if _is_zero(x) else x if _is_zero(y) else x + y


def _minus(x: Number, y: Number) -> Number:
    if _is_zero(x) and math.copysign(1.0, x) < 0.0:
        return -y
    return x if _is_zero(y) else x - y


def _less(x: Number, y: Number) -> Number:
    """x - y, of products."""
    return -y if _is_zero(x) and not _is_zero(y) else _minus(x, y)


def _over(x: Number, y: Number) -> Number:
    return 0.0 if _is_zero(x) and not _is_zero(y) else x / y


@meaning(ops.mul)
def _product(z: Any, w: Any, times: Callable[..., Any] = _times) -> Any:
    (a, b), (c, d) = parts(z), parts(w)
    return complex_of(_less(times(a, c), times(b, d)), _plus(times(a, d), times(b, c)))


def _held(x: Number, y: Number) -> Number:
    return ops.risen(x, y) if isinstance(y, Operand) and not _is_zero(x) else 0.0


@meaning(ops.div)
def _quotient(z: Any, w: Any) -> Any:
    """By the absolute value of w and its direction: no finite result is lost by a square."""
    (a, b), (c, d) = parts(z), parts(w)
    if _is_zero(d):
        return complex_of(_over(a, c), _over(b, c))
    if _is_zero(c):
        return complex_of(_over(b, d), _over(-a, d))
    size = ops.hypot(c, d)
    c, d = c / size, d / size
    real, imag = _plus(_times(a, c), _times(b, d)), _less(_times(b, c), _times(a, d))
    return complex_of(real / size, imag / size)


@meaning(ops.pow)
def _power(z: Any, w: Any) -> Any:
    """Of a small whole exponent by products, as Python's."""
    a, b = parts(z)
    if isinstance(w, (int, float)) and w == math.floor(w) and abs(w) <= 100:
        return _whole_power(complex_of(a, b), int(w))
    c, d = parts(w)
    size, angle = ops.hypot(a, b), ops.atan2(b, a)
    length, turn = size**c, angle * c
    if not _is_zero(d):
        length, turn = length * ops.exp(-(angle * d)), turn + d * ops.log(size)
    return _polar(length, turn)


def _whole_power(z: Any, n: int) -> Any:
    if n <= 0:
        return _quotient(1.0, _whole_power(z, -n)) if n else 1.0 + 0j
    found, square = None, z
    while n:
        if n & 1:
            found = square if found is None else _product(found, square)
        n >>= 1
        square = _product(square, square) if n else square
    return found


def _polar(length: Number, angle: Number) -> Any:
    return complex_of(_times(length, ops.cos(angle)), _times(length, ops.sin(angle)))


@meaning(ops.abs)
def _size(z: Any) -> Any:
    a, b = parts(z)
    return abs(a) if _is_zero(b) else abs(b) if _is_zero(a) else ops.hypot(a, b)


@meaning(ops.eq)
def _equal(z: Any, w: Any) -> Any:
    (a, b), (c, d) = parts(z), parts(w)
    return ops.and_(a == c, b == d)


def _unordered(symbol: str) -> Any:
    def formula(z: Any, w: Any) -> NoReturn:
        what = f"{symbol} of complex numbers, which have no order"
        raise refused(TypeError, what, f"{symbol} of their .real, or of abs(...)")

    return formula


# ---------------------------------------------------------------------------------- functions


def _magnitude(x: Number) -> Number:
    """abs(x), with a slope at 0: there the formula of either side is the other's."""
    return ops.where(x >= 0.0, x, -x)


@meaning(ops.exp)
def _exp(z: Any) -> Any:
    a, b = parts(z)
    return _polar(ops.exp(a), b)


@meaning(ops.log)
def _log(z: Any) -> Any:
    """Near 1, where the logarithm of the absolute value would lose its digits, by log1p."""
    a, b = parts(z)
    size, wide = ops.hypot(a, b), abs(a) >= abs(b)
    more, less = ops.where(wide, a, b), ops.where(wide, b, a)
    near = (size >= 0.71) & (size <= 1.73)
    close = 0.5 * ops.log1p((more - 1.0) * (more + 1.0) + less * less)
    return complex_of(ops.where(near, close, ops.log(size)), ops.atan2(b, a))


@meaning(ops.log1p)
def _log1p(z: Any) -> Any:
    """Of what is not small by log: near -1 the sum would lose its digits, far away its square."""
    a, b = parts(z)
    real, imag = parts(_log(complex_of(1.0 + a, b)))
    small = (abs(a) <= 0.5) & (abs(b) <= 0.5)
    return complex_of(ops.where(small, 0.5 * ops.log1p(a * (2.0 + a) + b * b), real), imag)


@meaning(ops.expm1)
def _expm1(z: Any) -> Any:
    a, b = parts(z)
    half = ops.sin(0.5 * b)
    return complex_of(ops.expm1(a) * ops.cos(b) - 2.0 * half * half, ops.exp(a) * ops.sin(b))


@meaning(ops.sqrt)
def _sqrt(z: Any) -> Any:
    a, b = parts(z)
    right, up = a >= 0.0, ops.copysign(1.0, b)
    if _is_zero(b):
        root = ops.sqrt(abs(a))
        return complex_of(ops.where(right, root, 0.0), ops.where(right, b, up * root))
    root = ops.sqrt(0.5 * _magnitude(a) + 0.5 * ops.hypot(a, b))
    rest = ops.ratio(b, 2.0 * root)
    return complex_of(ops.where(right, root, up * rest), ops.where(right, rest, up * root))


@meaning(ops.sin)
def _sin(z: Any) -> Any:
    a, b = parts(z)
    return complex_of(_times(ops.sin(a), ops.cosh(b)), _times(ops.cos(a), ops.sinh(b)))


@meaning(ops.cos)
def _cos(z: Any) -> Any:
    a, b = parts(z)
    return complex_of(_times(ops.cos(a), ops.cosh(b)), -_times(ops.sin(a), ops.sinh(b)))


@meaning(ops.sinh)
def _sinh(z: Any) -> Any:
    a, b = parts(z)
    return complex_of(_times(ops.cos(b), ops.sinh(a)), _times(ops.sin(b), ops.cosh(a)))


@meaning(ops.cosh)
def _cosh(z: Any) -> Any:
    a, b = parts(z)
    return complex_of(_times(ops.cos(b), ops.cosh(a)), _times(ops.sin(b), ops.sinh(a)))


@meaning(ops.tanh)
def _tanh(z: Any) -> Any:
    a, b = parts(z)
    small = ops.exp(-_magnitude(a))
    tanh, tan, over = ops.tanh(a), ops.tan(b), 2.0 * small / (1.0 + small * small)
    product = tanh * tan
    below = 1.0 + product * product
    return complex_of(tanh * (1.0 + tan * tan) / below, tan / below * over * over)


@meaning(ops.acos)
def _acos(z: Any) -> Any:
    x, y = parts(z)
    (a, b), (c, d) = parts(_sqrt(complex_of(1.0 - x, -y))), parts(_sqrt(complex_of(1.0 + x, y)))
    return complex_of(2.0 * ops.atan2(a, c), ops.asinh(c * b - d * a))


@meaning(ops.acosh)
def _acosh(z: Any) -> Any:
    (a, b), (c, d) = parts(_sqrt(z - 1.0)), parts(_sqrt(z + 1.0))
    return complex_of(ops.asinh(a * c + b * d), 2.0 * ops.atan2(b, c))


@meaning(ops.asinh)
def _asinh(z: Any) -> Any:
    x, y = parts(z)
    (a, b), (c, d) = parts(_sqrt(complex_of(1.0 + y, -x))), parts(_sqrt(complex_of(1.0 - y, x)))
    return complex_of(ops.asinh(a * d - c * b), ops.atan2(y, a * c - b * d))


@meaning(ops.atanh)
def _atanh(z: Any) -> Any:
    a, b = parts(z)
    size = _magnitude(a)
    near = 1.0 - size
    real = 0.25 * ops.log1p(4.0 * size / (near * near + b * b))
    imag = -0.5 * ops.atan2(-2.0 * b, near * (1.0 + size) - b * b)
    return complex_of(ops.where(a >= 0.0, real, -real), imag)


def _turned(function: Any) -> Any:
    """-i f(i z): sin of sinh, asin of asinh, and so on."""

    def formula(z: Any) -> Any:
        a, b = parts(z)
        real, imag = parts(function(complex_of(-b, a)))
        return complex_of(imag, -real)

    return formula


ops.add.complex = _each(_plus)
ops.sub.complex = _each(_minus)
ops.neg.complex = _each(ops.neg)
ops.pos.complex = _each(ops.pos)
ops.stop_gradient.complex = _each(ops.stop_gradient)
ops.along.complex = _each(ops.along)
ops.risen.complex = lambda z, w: _product(z, w, _held)
ops.divided.complex = lambda z, w: _product(_quotient(1.0, z), w, _held)
ops.ne.complex = lambda z, w: ops.not_(_equal(z, w))
ops.lt.complex = _unordered("<")
ops.le.complex = _unordered("<=")
ops.gt.complex = _unordered(">")
ops.ge.complex = _unordered(">=")
ops.square.complex = lambda z: _product(z, z)
ops.reciprocal.complex = lambda z: _quotient(1.0, z)
ops.exp2.complex = lambda z: _exp(z * math.log(2.0))
ops.log2.complex = lambda z: _log(z) / math.log(2.0)
ops.log10.complex = lambda z: _log(z) / math.log(10.0)
ops.tan.complex = _turned(_tanh)
ops.asin.complex = _turned(_asinh)
ops.atan.complex = _turned(_atanh)

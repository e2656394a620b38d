"""Python's operators on Nodes and Duals: which row of the op table each is, and who else is asked.

In: a row (an `Op`, which stands above), and the special method that is to call it. Out: the method
of `Operand`. A room of its own because Python's rules of who answers `a + b` are no business of the
op table's.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from numbers import Real
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from lazyad.values.errors import refused
from lazyad.values.origin import state
from lazyad.values.structure import an


class Operand:
    """What a Node and a Dual share: Python's operators. Each is the op table's row of that name."""

    __slots__ = ()
    of_two: ClassVar[bool] = False  # whether it is a complex number
    is_open: ClassVar[bool] = False  # whether it is an array or a list as long as the kernel says
    leads: ClassVar[bool] = False  # whether it, and no Node beside it, says what an operator makes
    _lazyad_overrides: ClassVar[frozenset[str]] = frozenset()  # by a class of the user's
    complex_kind: ClassVar[Any] = None  # what a complex number is two of; a `Complex` where None

    if TYPE_CHECKING:  # what `add_method` gives them

        def _unary(self) -> Self: ...
        def _binary(self, other: Any, /) -> Self: ...

        __neg__ = __pos__ = __abs__ = __invert__ = __trunc__ = __floor__ = __ceil__ = _unary
        __add__ = __sub__ = __mul__ = __truediv__ = __floordiv__ = __mod__ = __pow__ = _binary
        __radd__ = __rsub__ = __rmul__ = __rtruediv__ = __rfloordiv__ = __rmod__ = _binary
        __rpow__ = __and__ = __or__ = __rand__ = __ror__ = _binary
        __lt__ = __le__ = __gt__ = __ge__ = _binary
        __eq__ = __ne__ = _binary  # type: ignore[assignment]

    def apply(self, op: Any, args: Sequence[Any]) -> Any:
        """What that row of the op table makes of the arguments, of which this is one."""
        raise NotImplementedError

    @staticmethod
    def of_complex(op: Any, args: Sequence[Any]) -> Any:
        """What the op makes of these arguments if one of them is a complex number, otherwise
        NotImplemented: given by `lazyad.complexes`."""
        return NotImplemented

    @staticmethod
    def ask_kind(value: Any) -> None:
        """The function asks whether a value is an int or a float: given by `lazyad.tracing`."""

    def __divmod__(self, other: Any) -> Any:
        return self // other, self % other

    def __rdivmod__(self, other: Any) -> Any:
        return other // self, other % self

    @property
    def real(self) -> Any:
        return self

    @property
    def imag(self) -> float:
        return 0.0

    def conjugate(self) -> Any:
        return self

    def is_integer(self) -> Any:
        """A condition: whether it has no fraction."""
        return self % 1.0 == 0.0

    def as_integer_ratio(self) -> NoReturn:
        raise _without_digits("as_integer_ratio")

    def hex(self) -> NoReturn:
        raise _without_digits("hex")


def _without_digits(method: str) -> TypeError:
    what = f"{method} was asked of a traced value or a Dual, whose digits are not known"
    return refused(TypeError, what, "arithmetic on the value itself")


# What Python asks of the other operand when ours does not know; a comparison of ours that it turns
# around is asked by another name, so there is no method of ours for that.
_MIRRORED = {
    **{"eq": "__eq__", "ne": "__ne__"},
    **{"lt": "__gt__", "gt": "__lt__", "le": "__ge__", "ge": "__le__"},
}


def add_method(method: str, row: Any) -> None:
    """Give Nodes and Duals the special method of that name."""
    if row.arity == 1:
        setattr(Operand, f"__{method}__", lambda self: self.apply(row, (self,)))
        return
    theirs = _MIRRORED.get(method, f"__r{method}__")

    def operator(self: Operand, other: Any, *modulus: Any) -> Any:
        if modulus:
            raise refused(TypeError, "pow(x, y, z) of a traced value", "x ** y % z")
        return _answer(row, self, other, (self, other), theirs)

    def reflected(self: Operand, other: Any) -> Any:
        return _answer(row, self, other, (other, self), "")

    setattr(Operand, f"__{method}__", operator)
    if method not in _MIRRORED:
        setattr(Operand, f"__r{method}__", reflected)


def _answer(row: Any, self: Operand, other: Any, args: tuple[Any, Any], theirs: str) -> Any:
    """What a float would answer: NotImplemented where the other operand may know better."""
    kind, equality = type(other), row.name in ("eq", "ne")
    if kind is int and not -_EXACT <= other <= _EXACT:
        args = (_rounded(row, args[0], self), _rounded(row, args[1], self))
    if kind in (float, int):
        return self.apply(row, args)
    if isinstance(other, Operand):
        if other.leads:
            return NotImplemented if equality else other.apply(row, args)
        known = theirs not in other._lazyad_overrides or bool(self._lazyad_overrides)
        return self.apply(row, args) if known else NotImplemented
    if isinstance(other, (Real, complex)) or _is_decimal(other):
        return self.apply(row, [_exact(row.name, arg) for arg in args] if row.condition else args)
    if kind in (list, tuple) and row.name != "mul" and hasattr(Operand, "__array_ufunc__"):
        if equality:  # False to a float, and an array to a scalar of NumPy's
            what = f"a traced number was compared with {an(kind.__name__)}"
            instead = "np.equal(x, ...) element by element; a float equals no list or tuple"
            raise refused(TypeError, what, instead)
        return row.elementwise(args)
    own = getattr(kind, theirs, None) not in (None, getattr(object, theirs, None))
    if equality or (kind.__module__ != "builtins" and own):
        return NotImplemented
    return self.apply(row, args)


_EXACT = 2**53  # below, floats hold every int


def _rounded(row: Any, value: Any, beside: Operand) -> Any:
    """An int as Python has it beside a float: the nearest float, and every digit in comparisons.
    Beside what is an int to Python, too, it stays one, which is refused if no float holds it; an
    argument beside it must be given as a float."""
    is_int = state.session is not None and state.session.wholes.counts(beside)
    Operand.ask_kind(beside)
    if is_int or type(value) is not int or abs(value) > sys.float_info.max:
        return value
    return _exact(row.name, value) if row.condition else float(value)


def _is_decimal(value: Any) -> bool:
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(value, decimal.Decimal)


def _exact(name: str, value: Any) -> Any:
    """The operand of a comparison, which Python makes with every digit that it has: what stands
    between two floats is the one that no float tells from it, and nan where it is to equal one."""
    if isinstance(value, (Operand, bool, complex)):
        return value
    as_float = float(value)
    if as_float == value or value != value:  # noqa: PLR0124  # a nan is a nan
        return as_float
    if name in ("eq", "ne"):
        return math.nan
    end = math.inf if name in ("lt", "ge") else -math.inf
    beyond = (as_float > value) == (end > 0.0)
    return as_float if beyond else math.nextafter(as_float, end)

"""What functions of `math` and Python's builtins mean on traced values.

Data: for each function of Python's, lazyad's. A room of its own because it is a table, and the one
place to look for what `math.fsum` or `sorted` becomes.
"""

from __future__ import annotations

import builtins
import functools
import math
import numbers
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lazyad import ops
from lazyad.graph import OPS, Op, Operand


def _has_traced(values: Iterable[Any]) -> bool:
    return any(isinstance(value, Operand) for value in values)


def _on_traced(function: Callable[..., Any], ours: Callable[..., Any]) -> Callable[..., Any]:
    """Ours where an argument is traced, otherwise Python's: math.floor(2.5) is an int."""

    def call(*args: Any, **kwargs: Any) -> Any:
        traced = _has_traced(args) or (kwargs and _has_traced(kwargs.values()))
        return (ours if traced else function)(*args, **kwargs)

    call.__name__ = function.__name__
    return call


def _on_traced_parts(function: Callable[..., Any], ours: Callable[..., Any]) -> Callable[..., Any]:
    """The same for functions of sequences."""

    def call(*args: Iterable[Any], **kwargs: Any) -> Any:
        lists = [list(arg) for arg in args]
        traced = any(map(_has_traced, lists)) or _has_traced(kwargs.values())
        return (ours if traced else function)(*lists, **kwargs)

    call.__name__ = function.__name__
    return call


def _hypot(*values: Any) -> Any:
    """The root of the sum of squares; two values have an op of their own."""
    return ops.hypot(*values) if len(values) == 2 else ops.length(_sum([v * v for v in values]))


def _log(x: Any, base: Any = None) -> Any:
    return ops.log(x) if base is None else ops.log(x) / ops.log(base)


def _dist(p: Sequence[Any], q: Sequence[Any]) -> Any:
    return _hypot(*[a - b for a, b in zip(p, q, strict=True)])


def _sum(values: Sequence[Any]) -> Any:
    """In order, without the extra digits of math.fsum."""
    return functools.reduce(lambda a, b: a + b, values)


def _prod(values: Sequence[Any], *, start: Any = 1) -> Any:
    return functools.reduce(lambda a, b: a * b, values if start == 1 else [start, *values])


def _sumprod(p: Sequence[Any], q: Sequence[Any]) -> Any:
    return _sum([a * b for a, b in zip(p, q, strict=True)])


def _remainder(x: Any, y: Any) -> Any:
    """x minus the multiple of y nearest to it (IEEE 754)."""
    return x - y * ops.round_(x / y)


def _modf(x: Any) -> tuple[Any, Any]:
    whole = ops.trunc(x)
    return x - whole, whole


def _isclose(a: Any, b: Any, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> Any:
    bound = ops.max(rel_tol * ops.max(ops.abs(a), ops.abs(b)), abs_tol)
    return (a == b) | (ops.abs(a - b) <= bound)


def _extreme(op: Op, builtin: Callable[..., Any]) -> Callable[..., Any]:
    """min or max: of numbers an op, without branches; with a key, by Python's comparisons."""

    def call(*args: Any, **kwargs: Any) -> Any:
        values = list(args if len(args) != 1 else args[0])
        if kwargs or not _has_traced(values):
            return builtin(values, **kwargs)
        return functools.reduce(op, values)

    call.__name__ = builtin.__name__
    return call


def _sorted(values: Iterable[Any], /, *, key: Any = None, reverse: bool = False) -> list[Any]:
    """sorted: of numbers a network of n (n - 1) choices; with a key, by Python's comparisons."""
    found = list(values)
    if key is not None or not _has_traced(found):
        return builtins.sorted(found, key=key, reverse=reverse)
    for end in range(len(found) - 1, 0, -1):
        for at in range(end):
            a, b = found[at], found[at + 1]
            swap = a < b if reverse else b < a
            found[at], found[at + 1] = ops.where(swap, b, a), ops.where(swap, a, b)
    return found


class _Accepting(type):
    """The type of a class that traced numbers are instances of, too."""

    stands_for: type

    def __instancecheck__(cls, value: Any) -> bool:
        return isinstance(value, (cls.stands_for, Operand))

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, (cls.stands_for, Operand))


class _FloatType(_Accepting):
    stands_for = float

    @property
    def dtype(cls) -> Any:
        """What NumPy asks of a type that is given as a dtype."""
        import numpy

        return numpy.dtype(float)


class _Float(float, metaclass=_FloatType):
    """float: a traced number is one already."""

    def __new__(cls, value: Any = 0.0) -> Any:
        return value if isinstance(value, Operand) else float(value)


_Float.__name__ = _Float.__qualname__ = "float"


class _TypeType(type):
    def __instancecheck__(cls, value: Any) -> bool:
        return isinstance(value, type)


class _Type(metaclass=_TypeType):
    """type: that of a traced number is float."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        kind = type(*args, **kwargs)
        number = len(args) == 1 and (kind is float or issubclass(kind, Operand))
        return _Float if number else kind


def _number_class(real: type) -> Any:
    return _Accepting(real.__name__, (), {"stands_for": real})


_SAME = """acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh degrees erf erfc exp
exp2 expm1 floor fmod gamma lgamma log10 log1p log2 radians sin sinh sqrt tan tanh trunc""".split()
_OTHER: dict[str, Callable[..., Any]] = {
    "fabs": ops.abs,
    "pow": ops.pow,
    "hypot": _hypot,
    "log": _log,
    "remainder": _remainder,
    "modf": _modf,
    "isclose": _isclose,
    "ldexp": lambda x, exponent: x * 2.0**exponent,
    "isnan": lambda x: x != x,  # noqa: PLR0124
    "isinf": lambda x: ops.abs(x) == math.inf,
    "isfinite": lambda x: ops.abs(x) < math.inf,
}
_OF_SEQUENCES: dict[str, Callable[..., Any]] = {
    "dist": _dist,
    "fsum": _sum,
    "prod": _prod,
    "sumprod": _sumprod,  # since Python 3.12
}
REPLACED: dict[Any, Any] = {
    **{getattr(math, n): _on_traced(getattr(math, n), OPS[n]) for n in _SAME},
    **{getattr(math, n): _on_traced(getattr(math, n), ours) for n, ours in _OTHER.items()},
    **{
        getattr(math, n): _on_traced_parts(getattr(math, n), ours)
        for n, ours in _OF_SEQUENCES.items()
        if hasattr(math, n)
    },
    builtins.min: _extreme(ops.min, builtins.min),
    builtins.max: _extreme(ops.max, builtins.max),
    builtins.sorted: _sorted,
    builtins.float: _Float,
    builtins.type: _Type,
    **{kind: _number_class(kind) for kind in (numbers.Number, numbers.Complex, numbers.Real)},
}

"""What functions of `math` and Python's builtins mean on traced values.

Data: for each function of Python's, lazyad's. A room of its own because it is a table, and the one
place to look for what `math.fsum` or `sorted` becomes.
"""

from __future__ import annotations

import builtins
import cmath
import functools
import math
import operator
import sys
import warnings
from _statistics import _normal_dist_inv_cdf  # type: ignore[import-not-found]  # quick to import
from collections.abc import Callable, Iterable, Sequence
from types import FunctionType
from typing import Any

from lazyad import complexes, ops, special
from lazyad.graph import OPS, RAISE, Node, Op
from lazyad.operators import Operand
from lazyad.plain import folds
from lazyad.tracing import tables
from lazyad.tracing.floats import (
    ArrayError,
    ComplexNumber,
    Float,
    Text,
    Type,
    get,
    has,
    is_instance,
    read_digits,
)
from lazyad.tracing.runs import RunArray, RunList, extreme, folded, length_of, mean_of_ties, place
from lazyad.values.errors import refused
from lazyad.values.libraries import is_formula
from lazyad.values.origin import rules, state
from lazyad.values.structure import is_array, without_axes


def _has_traced(values: Iterable[Any]) -> bool:
    return any(isinstance(value, Operand) for value in values)


def _on_traced(function: Callable[..., Any], ours: Callable[..., Any]) -> Callable[..., Any]:
    """Ours where an argument is traced, otherwise Python's: math.floor(2.5) is an int."""
    of_real = function.__module__ == "math"

    def call(*args: Any, **kwargs: Any) -> Any:
        args = tuple([_number(arg, function.__name__) for arg in args])
        if _has_traced(args) or (kwargs and _has_traced(kwargs.values())):
            if of_real and any(map(complexes.is_complex, args)):
                name = function.__name__
                instead = f"cmath.{name}, or {name} of its .real, its .imag or abs(...)"
                raise refused(TypeError, f"math.{name} of a complex number", instead)
            with rules(numpy=False):
                return ours(*args, **kwargs)
        try:
            return function(*args, **kwargs)
        except TypeError as error:
            if not any(map(is_array, args)):
                raise
            raise ArrayError.of(function) from error

    return _named(call, function)


def _named(call: Callable[..., Any], function: Callable[..., Any]) -> Callable[..., Any]:
    """With the name and the parameters of the function that it stands for, if these are known."""
    call.__name__ = function.__name__
    if getattr(function, "__text_signature__", None) is not None:
        vars(call)["__wrapped__"] = function
    return call


def _number(value: Any, name: str) -> Any:
    """A number as a function of `math` takes it; an object is what its class says, unless it says
    what that function is of it."""
    if isinstance(value, (float, int, Operand)):
        return value
    kind = type(value)
    said = type(getattr(kind, "__float__", None)) is FunctionType
    return Float(value) if said and not hasattr(kind, f"__{name}__") else without_axes(value)


def _on_traced_parts(function: Callable[..., Any], ours: Callable[..., Any]) -> Callable[..., Any]:
    """The same for functions of sequences."""

    def call(*args: Iterable[Any], **kwargs: Any) -> Any:
        lists = [list(arg) for arg in args]
        if any(map(_has_traced, lists)) or _has_traced(kwargs.values()):
            with rules(numpy=False):
                return ours(*lists, **kwargs)
        return function(*lists, **kwargs)

    return _named(call, function)


def _hypot(*values: Any) -> Any:
    """The root of the sum of squares."""
    if len(values) == 1:
        return ops.abs(values[0])
    return (ops.hypot if len(values) == 2 else ops.hypot_of(len(values)))(*values)


def _pow(x: Any, y: Any) -> Any:
    """x ** y where that is the same: for 0, 1, 2, ..."""
    whole = isinstance(y, (int, float)) and y >= 0.0 and float(y).is_integer()
    return (ops.pow if whole else ops.fpow)(x, y)


def _ldexp(x: Any, n: Any) -> Any:
    """x * 2**n; a TypeError where n is not whole, as Python's for any float."""
    if not isinstance(n, Operand):
        return ops.ldexp(x, float(operator.index(n)))
    if isinstance(n, Node) and (n.op.spelling or "").startswith("float("):  # of Python's int
        return ops.ldexp(x, n)
    wrong = Node(RAISE, (), (TypeError, "the exponent of math.ldexp is not an integer"))
    return ops.where(n == ops.floor(n), ops.ldexp(x, n), wrong)


def _of_complex(row: Op) -> Callable[..., Any]:
    """cmath's function of that name, also of numbers that are real."""

    def call(z: Any) -> Any:
        return row.complex(z if complexes.is_complex(z) else complexes.Complex(z, 0.0))

    return call


def _phase(z: Any) -> Any:
    return ops.atan2(*complexes.parts(z)[::-1])


def _each_part(test: Callable[..., Any], both: Op) -> Callable[..., Any]:
    return lambda z: both(*map(test, complexes.parts(z)))


def _sumprod(p: Sequence[Any], q: Sequence[Any]) -> Any:
    if len(p) != len(q):
        return math.sumprod(p, q)  # type: ignore[attr-defined]  # which says so
    return ops.sumprod_of(2 * len(p))(*p, *q)


def _isclose(a: Any, b: Any, *, rel_tol: Any = 1e-09, abs_tol: Any = 0.0) -> Any:
    for tolerance in (rel_tol, abs_tol):
        if not isinstance(tolerance, Operand) and tolerance < 0.0:
            raise ValueError("tolerances must be non-negative")
    apart = ops.abs(b - a)
    near = (apart <= ops.abs(rel_tol * b)) | (apart <= ops.abs(rel_tol * a)) | (apart <= abs_tol)
    finite = (ops.abs(a) < math.inf) & (ops.abs(b) < math.inf)
    return (a == b) | (finite & near)


def _extreme(op: Op, builtin: Callable[..., Any]) -> Callable[..., Any]:
    """min or max: of numbers an op, without branches; by keys that are numbers, choices."""
    before = operator.gt if op is ops.max else operator.lt

    def call(*args: Any, key: Any = None, **kwargs: Any) -> Any:
        if len(args) == 1 and type(args[0]) in (RunList, RunArray):
            if key is None:
                return extreme(op, args[0], **kwargs)
            if not kwargs:
                return args[0][place(before, args[0], key)]
        values = list(args if len(args) != 1 else args[0])
        if key is not None and values:
            return _by_key(builtin, folds.best_by, before, values, key)
        if kwargs or not _has_traced(values):
            return builtin(values, **kwargs)
        if (fold := folded(values)) is not None:
            best = fold(op, values[0])
            return ops.along(best, mean_of_ties(fold, best))
        best = functools.reduce(op, values)
        reaches = ops.ge if op is ops.max else ops.le
        return best if len(values) <= 2 else ops.shared(best, values, reaches)

    return _named(call, builtin)


def _by_key(
    builtin: Callable[..., Any],
    chosen: Callable[..., Any],
    before: Callable[[Any, Any], Any],
    values: list[Any],
    key: Callable[[Any], Any],
) -> Any:
    """Choices, where numbers decide that are traced; where not, what Python's comparisons say."""
    keys = [key(value) for value in values]
    if _has_traced(keys) and all(isinstance(one, (float, int, Operand)) for one in keys):
        return state.session.names.see(chosen)(before, values, keys)
    left = iter(keys)  # a key is asked for once, and in order
    return builtin(values, key=lambda _: next(left))


def _sum(values: Any, /, start: Any = 0) -> Any:
    """sum: of what a loop kept by another loop."""
    fold = folded(values) if isinstance(values, (list, RunArray)) else None
    return sum(values, start) if fold is None else fold(operator.add, start)


def _length(values: Any, /) -> Any:
    """len: of a list that rounds make longer until it has some length."""
    if type(values) is Text:
        read_digits(values)
    found = length_of(values)
    return len(values) if found is None else found


def _product(values: list[Any], *, start: Any = 1) -> Any:
    fold = folded(values)
    plain = functools.partial(functools.reduce, operator.mul)
    return plain(values, start) if fold is None else fold(operator.mul, start)


def _sorted(values: Iterable[Any], /, *, key: Any = None, reverse: bool = False) -> list[Any]:
    """sorted: of numbers a network of n (n - 1) choices; by keys that are numbers, too."""
    found = list(values)
    if key is not None:
        before = operator.gt if reverse else operator.lt
        plain = functools.partial(builtins.sorted, reverse=reverse)
        order: list[Any] = _by_key(plain, folds.ordered_by, before, found, key)
        return order
    if not _has_traced(found):
        return builtins.sorted(found, reverse=reverse)
    for end in range(len(found) - 1, 0, -1):
        for at in range(end):
            a, b = found[at], found[at + 1]
            swap = a < b if reverse else b < a
            found[at], found[at + 1] = ops.where(swap, b, a), ops.where(swap, a, b)
    return found


def _warned(*args: Any, **kwargs: Any) -> None:
    """warnings.warn; but what a library's formula says may be of a way that no call goes."""
    if not is_formula(sys._getframe(1).f_globals.get("__name__")):
        warnings.warn(*args, **kwargs)


# The functions of `math` that rows are spelled by; of two rows, as of sqrt, the first.
_SPELLED = {
    name: row
    for row in reversed(OPS.values())
    if (name := (row.spelling or "").partition("math.")[2].partition("(")[0]) in vars(math)
}
_OTHER: dict[str, Callable[..., Any]] = {
    "fabs": ops.abs,
    "pow": _pow,
    "ldexp": _ldexp,
    "hypot": _hypot,
    "log": lambda x, base=None: ops.log(x) if base is None else ops.log(x) / ops.log(base),
    "modf": lambda x: (ops.fractional(x), ops.integral(x)),
    "frexp": lambda x: (ops.mantissa(x), ops.exponent(x)),
    "isclose": _isclose,
    "isnan": lambda x: x != x,  # noqa: PLR0124
    "isinf": lambda x: ops.abs(x) == math.inf,
    "isfinite": lambda x: ops.abs(x) < math.inf,
}
_OF_SEQUENCES: dict[str, Callable[..., Any]] = {
    "dist": lambda p, q: _hypot(*[a - b for a, b in zip(p, q, strict=True)]),
    "fsum": lambda values: ops.fsum_of(len(values))(*values),
    "prod": _product,
    "sumprod": _sumprod,  # since Python 3.12
}
# What `cmath` adds to these; its other functions are what the rows of their names are of complex
# numbers.
_OF_COMPLEX: dict[str, Callable[..., Any]] = {
    **{name: _of_complex(row) for name, row in OPS.items() if row.complex is not None},
    "log": lambda z, base=None: (
        _of_complex(ops.log)(z) / (1.0 if base is None else _of_complex(ops.log)(base))
    ),
    "phase": _phase,
    "polar": lambda z: (abs(z), _phase(z)),
    "rect": lambda r, phi: complexes.complex_of(r * ops.cos(phi), r * ops.sin(phi)),
    "isnan": _each_part(_OTHER["isnan"], ops.or_),
    "isinf": _each_part(_OTHER["isinf"], ops.or_),
    "isfinite": _each_part(_OTHER["isfinite"], ops.and_),
    "isclose": _isclose,
}
REPLACED: dict[Any, Any] = {
    **{
        function: _on_traced(function, ours)
        for name, ours in _OF_COMPLEX.items()
        if (function := getattr(cmath, name, None)) is not None
    },
    **{
        function: wrapped(function, ours)
        for wrapped, rows in ((_on_traced, _SPELLED | _OTHER), (_on_traced_parts, _OF_SEQUENCES))
        for name, ours in rows.items()
        if (function := getattr(math, name, None)) is not None
    },
    builtins.sum: _sum,
    builtins.len: _length,
    builtins.min: _extreme(ops.min, builtins.min),
    builtins.max: _extreme(ops.max, builtins.max),
    **tables.SEARCHES,
    builtins.sorted: _sorted,
    builtins.complex: ComplexNumber,
    _normal_dist_inv_cdf: _on_traced(
        _normal_dist_inv_cdf, lambda p, mean, deviation: mean + deviation * special.ndtri(p)
    ),
    warnings.warn: _warned,
    builtins.float: Float,
    builtins.float.__new__: Float.__new__,
    builtins.type: Type,
    builtins.isinstance: is_instance,
    builtins.hasattr: has,
    builtins.getattr: get,
}

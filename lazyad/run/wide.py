"""Numbers of any size: what a graph comes to where floats overflow, or come to 0, on the way.

In: Nodes, and the numbers that are given. Out: their values, by numbers of a thousand digits and
any exponent. A room of its own because it is a second arithmetic: by that of floats, of
1 / (1 + exp(x)) at 800 the slope is inf / inf, which is nothing. It is slow, and asked only where
that came to nan. What loses nearly all of its digits, as (exp(3000) + 1) - exp(3000), stays nan.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from typing import Any

from lazyad.evaluation import evaluate
from lazyad.graph import Node

_NUMBERS = Context(prec=1000, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
_LOSES, _LOSES_OF_FLOATS = 960, 6  # so many digits a sum may lose, of a thousand, and of 16
_NAN = Decimal("nan")


def _ln(x: Decimal) -> Decimal:
    found = x.ln()
    return found if found and found.adjusted() > -_LOSES else _NAN  # what made it 1 may be lost


def _expm1(x: Decimal) -> Decimal:
    return x.exp() - 1 or x


def _log1p(x: Decimal) -> Decimal:
    return (1 + x).ln() or x


def _tanh(x: Decimal) -> Decimal:
    return 1 - 2 / ((2 * x).exp() + 1) or x


def _sinh(x: Decimal) -> Decimal:
    return (_expm1(x) - _expm1(-x)) / 2


def _pow(x: Decimal, y: Decimal) -> Decimal:
    return x ** y if y or x.is_nan() else Decimal(1)  # 0**0 is 1 to floats


_FUNCTIONS: dict[Any, Callable[..., Decimal]] = {
    math.exp: Decimal.exp,
    math.exp2: lambda x: 2**x,
    math.expm1: _expm1,
    math.log: _ln,
    math.log2: lambda x: _ln(x) / Decimal(2).ln(),
    math.log10: lambda x: _ln(x) / Decimal(10).ln(),
    math.log1p: _log1p,
    math.sqrt: Decimal.sqrt,
    math.hypot: lambda *parts: sum([x * x for x in parts], Decimal(0)).sqrt(),
    math.cosh: lambda x: (x.exp() + (-x).exp()) / 2,
    math.sinh: _sinh,
    math.tanh: _tanh,
    math.pow: _pow,
    operator.pow: _pow,
}
_SUMS: dict[Any, Callable[..., Decimal]] = {
    operator.add: operator.add,
    operator.sub: operator.sub,
}
_OTHERWISE = (operator.mod, operator.floordiv)  # which round to 0 of decimals


def widely(roots: Sequence[Node], given: Mapping[Node, Any]) -> list[float]:
    """The values of the roots, given those of the inputs.

    >>> x, y = Node.input("x"), Node.input("y")
    >>> widely([x * x / (y * y), (x**4.0 + 1.0) - x**4.0], {x: 1e300, y: 2e300})
    [0.25, nan]
    """
    with localcontext(_NUMBERS):
        known = {node: _number(one) for node, one in given.items()}
        return [float(one) for one in evaluate(roots, known, apply=_Arithmetic().apply)]


def _number(value: Any) -> Any:
    return Decimal(value) if type(value) in (float, int) else value


class _Arithmetic:
    """What ops come to, one after the other."""

    def __init__(self) -> None:
        self.loses = _LOSES

    def apply(self, node: Node, args: Sequence[Any]) -> Any:
        """The op of a Node; by floats, if it is neither an operator nor one of those functions."""
        function: Any = node.op.value
        if function in _SUMS:
            return self.total(_SUMS[function], *map(Decimal, args))
        if own := _FUNCTIONS.get(function):
            return own(*map(Decimal, args))
        plain = getattr(function, "__module__", "") in ("_operator", "builtins")
        if plain and function not in _OTHERWISE:
            return function(*map(_number, args))
        self.loses = _LOSES_OF_FLOATS
        floats = [float(one) if isinstance(one, Decimal) else one for one in args]
        if any(one and not is_there for one, is_there in zip(args, floats, strict=True)):
            return _NAN  # it comes to 0 in floats alone
        return _number(node.op(*floats))

    def total(self, function: Callable[..., Decimal], x: Decimal, y: Decimal) -> Decimal:
        """x + y or x - y; nan where they cancel, unless nothing is lost of what they are."""
        found = function(x, y)
        if not (found.is_finite() and x and y):
            return found
        kept = found and found.adjusted() > max(x.adjusted(), y.adjusted()) - self.loses
        return found if kept else _NAN

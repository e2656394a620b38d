"""Numbers of any size: what a graph comes to where floats overflow, or come to 0, on the way.

In: Nodes, and the numbers that are given. Out: their values, by numbers of 50 digits and any
exponent. A room of its own because it is a second arithmetic: by that of floats 1 / (1 + exp(800))
is 0, and its slope, inf / inf, is nothing. It is slow, and asked only where that came to nan.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from typing import Any

from lazyad.evaluation import evaluate
from lazyad.graph import Node

_NUMBERS = Context(prec=50, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
_SMALL = Decimal("1e-20")  # where the first terms of a series are exact enough


def _expm1(x: Decimal) -> Decimal:
    return x + x * x / 2 if abs(x) < _SMALL else x.exp() - 1


def _log1p(x: Decimal) -> Decimal:
    return x - x * x / 2 if abs(x) < _SMALL else (1 + x).ln()


def _sinh(x: Decimal) -> Decimal:
    return (_expm1(x) - _expm1(-x)) / 2


def _pow(x: Decimal, y: Decimal) -> Decimal:
    return x ** y if y or x.is_nan() else Decimal(1)  # 0**0 is 1 to floats


_FUNCTIONS: dict[Any, Callable[..., Decimal]] = {
    math.exp: Decimal.exp,
    math.exp2: lambda x: 2**x,
    math.expm1: _expm1,
    math.log: Decimal.ln,
    math.log2: lambda x: x.ln() / Decimal(2).ln(),
    math.log10: Decimal.log10,
    math.log1p: _log1p,
    math.sqrt: Decimal.sqrt,
    math.hypot: lambda *parts: sum([x * x for x in parts], Decimal(0)).sqrt(),
    math.cosh: lambda x: (x.exp() + (-x).exp()) / 2,
    math.sinh: _sinh,
    math.pow: _pow,
    operator.pow: _pow,
}
_OTHERWISE = (operator.mod, operator.floordiv)  # which round to 0 of decimals


def widely(roots: Sequence[Node], given: Mapping[Node, Any]) -> list[float]:
    """The values of the roots, given those of the inputs.

    >>> x, y = Node.input("x"), Node.input("y")
    >>> widely([x * x / (y * y)], {x: 1e200, y: 2e200})
    [0.25]
    """
    with localcontext(_NUMBERS):
        known = {node: _number(one) for node, one in given.items()}
        return [float(one) for one in evaluate(roots, known, apply=_applied)]


def _number(value: Any) -> Any:
    return Decimal(value) if type(value) in (float, int) else value


def _applied(node: Node, args: Sequence[Any]) -> Any:
    """The op of a Node; by floats, if it is neither an operator nor one of those functions."""
    function: Any = node.op.value
    if own := _FUNCTIONS.get(function):
        return own(*map(Decimal, args))
    plain = getattr(function, "__module__", "") in ("_operator", "builtins")
    if plain and function not in _OTHERWISE:
        return function(*map(_number, args))
    floats = [float(one) if isinstance(one, Decimal) else one for one in args]
    return _number(node.op(*floats))

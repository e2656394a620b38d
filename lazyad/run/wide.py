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
_LOSES = 960  # digits that a sum may lose
_NAN = Decimal("nan")


def _ln(x: Decimal) -> Decimal:
    found = x.ln()
    return found if found and found.adjusted() > -_LOSES else _NAN  # what made it 1 may be lost


def _expm1(x: Decimal) -> Decimal:
    return x.exp() - 1 or x


def _tanh(x: Decimal) -> Decimal:
    grown = _expm1(2 * abs(x))
    return (grown / (grown + 2)).copy_sign(x)


def _pow(x: Decimal, y: Decimal) -> Decimal:
    return x ** y if y or x.is_nan() else Decimal(1)  # 0**0 is 1 to floats


def _compared(name: str) -> Callable[[Decimal, Decimal], bool]:
    """The comparison, where floats compare the same: the value is of the way that these go."""
    compare = getattr(operator, name)

    def call(x: Decimal, y: Decimal) -> bool:
        found = bool(compare(x, y))
        if found != compare(float(x), float(y)):
            raise ValueError("a float goes the other way")
        return found

    return call


# Formulas of any other op may be made for floats: that of tanh' takes no number beyond 400.
_FUNCTIONS: dict[Any, Callable[..., Decimal | bool]] = {
    math.exp: Decimal.exp,
    math.exp2: lambda x: 2**x,
    math.expm1: _expm1,
    math.log: _ln,
    math.log2: lambda x: _ln(x) / Decimal(2).ln(),
    math.log10: lambda x: _ln(x) / Decimal(10).ln(),
    math.log1p: lambda x: (1 + x).ln() or x,
    math.sqrt: Decimal.sqrt,
    math.cosh: lambda x: (x.exp() + (-x).exp()) / 2,
    math.sinh: lambda x: (_expm1(x) - _expm1(-x)) / 2,
    math.tanh: _tanh,
    math.pow: _pow,
    operator.pow: _pow,
    operator.add: lambda x, y: _total(x + y, x, y),
    operator.sub: lambda x, y: _total(x - y, x, y),
    operator.mul: operator.mul,
    operator.truediv: operator.truediv,
    operator.neg: operator.neg,
    abs: abs,
    **{getattr(operator, name): _compared(name) for name in "lt le gt ge eq ne".split()},
    operator.and_: lambda x, y: bool(x and y),
    operator.or_: lambda x, y: bool(x or y),
    operator.not_: operator.not_,
}


def _total(found: Decimal, x: Decimal, y: Decimal) -> Decimal:
    """x + y or x - y; nan where they cancel, unless nothing is lost of what they are."""
    if not (found.is_finite() and x and y):
        return found
    kept = found and found.adjusted() > max(x.adjusted(), y.adjusted()) - _LOSES
    return found if kept else _NAN


def widely(roots: Sequence[Node], given: Mapping[Node, Any]) -> list[float]:
    """The values of the roots, given those of the inputs; nan where other ops are in them.

    >>> x, y = Node.input("x"), Node.input("y")
    >>> widely([x * x / (y * y), (x**4.0 + 1.0) - x**4.0], {x: 1e300, y: 2e300})
    [0.25, nan]
    """
    with localcontext(_NUMBERS):
        known = {n: Decimal(v) if type(v) in (float, int) else v for n, v in given.items()}
        return [_value(root, known) for root in roots]


def _value(root: Node, known: Mapping[Node, Any]) -> float:
    def applied(node: Node, args: Sequence[Any]) -> Decimal | bool:
        return _FUNCTIONS[node.op.value](*map(Decimal, args))

    try:
        return float(evaluate([root], known, apply=applied)[0])
    except (LookupError, TypeError, ValueError):  # there is more than numbers
        return math.nan

"""Dual: a number with a tangent, evaluated at once. The reference that kernels are tested against.

In: floats and Duals. Out: Duals (comparisons give bools). A room of its own because it shares only
the op table with the compiler: it computes the same derivatives by another road.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Sequence
from typing import Any, NoReturn

from lazyad.evaluation import evaluate
from lazyad.graph import INPUT, ZERO, Node, Op, walk
from lazyad.operators import Operand
from lazyad.values.errors import refused, told
from lazyad.values.origin import describe, here


class Dual(Operand):
    """real + dual·ε with ε² = 0: all arithmetic and every op of the table work on it.

    Reals lift to it with dual 0, and a dual part of 0 is what `with_no_grad` means: no derivative
    is asked of that argument. Comparisons and truth look at the real part.

    >>> x = Dual(3.0, 1.0)
    >>> x * x + 1
    Dual(real=10.0, dual=6.0)
    >>> print(x * x + 1)
    10 + 6ε
    """

    __slots__ = ("dual", "real")
    real: float
    dual: float

    def __init__(self, real: float, dual: float = 0.0) -> None:
        for part in (real, dual):
            if not isinstance(part, numbers.Real):
                what = f"a Dual of {told(part)}"
                raise refused(TypeError, what, "Dual(real, dual) with two real numbers")
        object.__setattr__(self, "real", float(real))
        object.__setattr__(self, "dual", float(dual))

    def apply(self, op: Op, args: Sequence[Any]) -> Any:
        """The op's value on the real parts; its tangent, the sum of partial times dual."""
        reals = []
        for arg in args:
            if isinstance(arg, Dual):
                reals.append(arg.real)
            elif isinstance(arg, numbers.Real):
                reals.append(arg)  # type: ignore[arg-type]
            elif hasattr(arg, "__array__"):
                return NotImplemented
            elif (found := self.of_complex(op, args)) is not NotImplemented:
                return found
            else:
                what = f"a Dual met {told(arg)}"
                raise refused(TypeError, what, "Duals and real numbers only")
        out = op(*reals)
        if isinstance(out, bool) and not op.lazy:
            return out
        return Dual(out, _tangent(op, out, args, reals))

    def __bool__(self) -> bool:
        return self.real != 0.0

    def _refuse(self, what: str) -> NoReturn:
        instead = ".real for the value alone, or lazyad's function of that name (lazyad.sin)"
        what = f"{what} was asked of a Dual, which would lose its tangent"
        raise refused(TypeError, what, instead)

    def __float__(self) -> NoReturn:
        self._refuse("float")

    def __int__(self) -> NoReturn:
        self._refuse("int")

    def __hash__(self) -> int:
        return hash(self.real)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        what = f"a Dual is immutable; its {name!r} cannot be set"
        raise refused(AttributeError, what, "Dual(real, dual)")

    def __reduce__(self) -> tuple[Any, ...]:
        return Dual, (self.real, self.dual)

    def __repr__(self) -> str:
        return f"Dual(real={self.real!r}, dual={self.dual!r})"

    def __format__(self, spec: str) -> str:
        sign = "-" if math.copysign(1.0, self.dual) < 0 else "+"
        parts = (self.real, abs(self.dual))
        texts = [format(x, spec) if spec else repr(x).removesuffix(".0") for x in parts]
        return f"{texts[0]} {sign} {texts[1]}ε"

    def __str__(self) -> str:
        return format(self)

    def _repr_html_(self) -> str:
        value, _, tangent = str(self).partition(" ")
        return f'{value} <span style="color:#b76b01">{tangent}</span>'


def _tangent(op: Op, out: Any, args: Sequence[Any], reals: Sequence[Any]) -> float:
    result, inputs, partials = op.equation
    values = {result: out, **dict(zip(inputs, reals, strict=True))}
    tangent = 0.0
    for position, (arg, partial) in enumerate(zip(args, partials, strict=True)):
        if not isinstance(arg, Dual) or arg.dual == 0.0 or partial is ZERO:
            continue
        if partial is None:
            raise no_partial(op, position)
        tangent += evaluate([partial], values)[0] * arg.dual
    return tangent


def no_partial(op: Op, position: int, where: str | None = None) -> TypeError:
    """The error for an argument that an op cannot be differentiated in."""
    what = f"{op.name} has no derivative in its argument {position + 1}"
    instead = "a constant there, or leave the parameter it depends on out of wrt"
    return refused(TypeError, what, instead, where)


# ---------------------------------------------------------------------------- leaves with values


def _with_grad(real: float) -> Node:
    """A leaf with that value and tangent 1."""
    return Node(INPUT, (), Dual(real, 1.0), here())


def _with_no_grad(real: float) -> Node:
    """A leaf with that value and tangent 0."""
    return Node(INPUT, (), Dual(real, 0.0), here())


def _eval(node: Node) -> Dual:
    """The Dual this graph evaluates to, from the values of its leaves."""
    leaves = {n: n.payload for n in walk([node]) if n.op is INPUT}
    for leaf, value in leaves.items():
        if not isinstance(value, Dual):
            what = f"the input {value!r} has no value"
            instead = "Node.with_grad(value), or compile the graph and call it"
            raise refused(ValueError, what, instead, describe(leaf.origin))
    result = evaluate([node], leaves)[0]
    return result if isinstance(result, Dual) else Dual(result, 0.0)


Node.with_grad, Node.with_no_grad = staticmethod(_with_grad), staticmethod(_with_no_grad)
Node.eval = _eval

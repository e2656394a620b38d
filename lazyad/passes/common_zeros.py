"""Quotients of what vanishes together: atan(x) / x, sin(5 * x) / sin(x), log(x) / (x - 1).

They have all their digits as they stand, and near that zero their derivatives have none: (f' -
q g') / g is a difference of two numbers that are almost equal. There it is the derivative of q's
Taylor series, whose coefficients are those of numerator and denominator, divided. At the zero
itself value and derivative raise, as the quotient does. Where the numerator is a sum that cancels,
(sin(x) - x * cos(x)) / x**3, the series is the value, too.

A room of its own beside `cancellation`, because this is no equation: what stands above and below is
any function of one number that has a series there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lazyad.derivatives.taylor import expand
from lazyad.evaluation import evaluate
from lazyad.graph import CONST, Graph, Node
from lazyad.ops import abs, add, along, div, sub, where
from lazyad.stable import risen
from lazyad.values.origin import nameless
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

_LONGEST = 4  # ops between a denominator and what it is a function of
_LARGEST = 16  # Nodes of a numerator
_ORDER = 30
_MOST = 18  # terms that are written
_LOST = 1 / 16  # of a quotient, its derivative times x: where that is more, few digits are lost
_HALF = 1 / 2  # the same where the quotient itself cancels
_REST = 2.0**-55
_ROUNDED = 2.0**-48  # what quotients differ by where nothing cancels
_KEPT = 1_000  # quotients whose series are remembered
_PROBED, _STEEP = (4, 8), 6  # orders, and how many times the Nodes of the first the second may have


class Found(NamedTuple):
    """How far a series is used, the coefficients of its derivative; and what it is at the zero,
    where the quotient itself has lost digits."""

    radius: float
    slopes: Sequence[float]
    value: float | None


def without_common_zero(node: Node) -> Any | None:
    """A quotient with the derivative of its series near a zero of both; None if there is none."""
    if node.op is not div or node.args[0] is node.args[1]:
        return None
    above, below = node.args
    chain = _chain(below)
    x = next((one for one in _chain(above) if one in {*chain}), None)
    if x is None and not (node.origin and node.origin.primal):  # what somebody has written
        x = next((one for one in chain if _is_function_of(one, above)), None)
    if x is None:
        return None
    u: Any = Node.input("u")
    shift, t = _shift(below, x)
    found = _found(Graph([u], tuple(evaluate(node.args, {x: u}))), shift)
    if found is None:
        return None
    part = Node(div, node.args, node.payload, nameless(node.origin))
    own: Any = along(part, part)
    near = where(abs(t) > 0.0, abs(t) < found.radius, False)
    slope = risen(_polynomial(found.slopes, t), t)
    if found.value is None:
        return along(own, where(near, slope, own))
    rise = [0.0, *[c / k for k, c in enumerate(found.slopes, 1)]]
    value = _polynomial(rise, t) + found.value if found.value else _polynomial(rise, t)
    return where(near, along(value, slope), own)


def _chain(node: Node) -> list[Node]:
    """The Node, the only number that it is a function of, and so on."""
    found = [node]
    for _ in range(_LONGEST):
        moving = {arg for arg in found[-1].args if arg.op is not CONST}
        if len(moving) != 1 or found[-1].op.array is not None:
            break
        found += moving
    return found


def _is_function_of(x: Node, node: Node) -> bool:
    """Whether that is known by x alone, and made of few Nodes."""
    waiting, seen = [node], {node}
    while waiting:
        one = waiting.pop()
        if one is not x and one.op is not CONST:
            if one.op.partials is None or one.op.array is not None or len(seen) > _LARGEST:
                return False
            new = {*one.args} - seen
            seen |= new
            waiting += new
    return x in seen


def _shift(below: Node, x: Node) -> tuple[float, Any]:
    """The zero of x - c, c - x or x + c, and how far x is above it; that of any other Node is
    looked for at 0."""
    constants = [at for at, arg in enumerate(below.args) if arg.op is CONST]
    if below.op not in (add, sub) or len(constants) != 1 or below.args[1 - constants[0]] is not x:
        return 0.0, x  # sqrt(x) - 1 is 0 where x is 1, and not as far above it
    c = float(below.args[constants[0]].payload)
    if below.op is add:
        return -c, below
    return c, -below if constants == [0] else below


_KNOWN: dict[tuple[str, float], Found | None] = {}


def _found(sides: Graph, at: float) -> Found | None:
    key = str(sides), at
    if key not in _KNOWN:
        if len(_KNOWN) >= _KEPT:
            _KNOWN.clear()
        try:
            _KNOWN[key] = _series(sides, at)
        except (ArithmeticError, TypeError, ValueError):  # it has no value there, or no derivative
            _KNOWN[key] = None
    return _KNOWN[key]


def _series(sides: Graph, at: float) -> Found | None:
    (u,) = leaves(sides.inputs)
    if any(evaluate(sides.outputs, {u: at})):
        return None
    q = _quotient(*_coefficients(sides, at))
    found = _fitted(sides, at, q, _LOST)
    if found and found.value is not None:  # digits are lost in a wider region
        return _fitted(sides, at, q, _HALF) or found
    return found


def _fitted(sides: Graph, at: float, q: Sequence[float], lost: float) -> Found | None:
    (u,) = leaves(sides.inputs)
    first, *others = [k for k, c in enumerate(q) if c] or [0]
    if not others:
        return None
    slopes = [k * c for k, c in enumerate(q)][1:]
    lead = first or others[0]  # of the derivative
    radius = math.fabs(lost * q[first] / slopes[others[0] - 1]) ** (1.0 / (others[0] - first))
    for _ in range(30):
        sizes = [math.fabs(c) * radius**k for k, c in enumerate(slopes)]
        least = _REST * sizes[lead - 1]
        long = max(k for k, size in enumerate(sizes, 1) if size > least)
        many = long > _ORDER - 2 or sum(map(bool, slopes[:long])) > _MOST
        if not many and sum(sizes) <= 2.0 * sizes[lead - 1]:
            break
        radius *= 0.9
    else:
        return None
    cancels = False
    for t in (radius, -radius, radius / 3.0, -radius / 3.0, radius / 50.0, -radius / 50.0):
        above, below = evaluate(sides.outputs, {u: at + t})
        true = sum(c * ((at + t) - at) ** k for k, c in enumerate(q))
        if not math.isclose(above / below, true, rel_tol=1e-9):  # another formula on that side
            return None
        cancels = cancels or not math.isclose(above / below, true, rel_tol=_ROUNDED)
    if first and not cancels:  # (n + m) - n is no cancellation
        return None
    return Found(radius, slopes[:long], q[0] if cancels else None)


def _coefficients(sides: Graph, at: float) -> list[list[float]]:
    """Those of the two sides' series at that point."""
    few, more = [len(expand(sides, None, order).nodes) for order in _PROBED]
    if more > _STEEP * few:  # as Bessel functions, whose orders grow on both sides
        raise ValueError(more)
    series = expand(sides, None, _ORDER)
    known = dict(zip(leaves(series.inputs), (at, 1.0), strict=True))
    values = evaluate(leaves(series.outputs), known)
    if not all(map(math.isfinite, values)):
        raise ValueError(values)
    return [values[0::2], values[1::2]]


def _quotient(above: list[float], below: list[float]) -> list[float]:
    """The series of a quotient, without the power of x that both have."""
    lead = next((k for k, c in enumerate(below) if c), 0)
    if not lead or any(above[:lead]):
        raise ValueError(below)
    a, b = above[lead:], below[lead:]
    q: list[float] = []
    for k, c in enumerate(a):
        q.append((c - math.fsum([b[k - j] * q[j] for j in range(k)])) / b[0])
    return q


def _polynomial(coefficients: Sequence[float], t: Any) -> Any:
    """The sum of c_k t**k; an odd one in t * t."""
    odd = not any(coefficients[::2])
    *lower, total = coefficients[odd :: 1 + odd]
    power = t * t if odd else t
    for c in reversed(lower):
        total = c + power * total
    return t * total if odd else total

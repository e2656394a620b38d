"""Quotients of what vanishes together: atan(x) / x, sin(5 * x) / sin(x), log(x) / (x - 1).

They have all their digits as they stand, and near that zero their derivatives have none: (f' -
q g') / g is a difference of two numbers that are almost equal. There it is the derivative of q's
Taylor series, whose coefficients are those of numerator and denominator, divided. At the zero
itself value and derivative raise, as the quotient does. Where the numerator is a sum that cancels,
(sin(x) - x * cos(x)) / x**3, the series is the value, too. So it is for a sum that stands alone,
1 / cos(x) - 1, which is one over 1; it is looked for where the sum, or its slope, is much smaller
than its parts, as that of x / 2 + x / (exp(x) - 1).

A room of its own beside `cancellation`, because this is no equation: what stands above and below is
any function of one number that has a series there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import Any

from lazyad.derivatives.taylor import expand
from lazyad.dual import Dual
from lazyad.evaluation import evaluate
from lazyad.graph import CONST, Graph, Node, lifted
from lazyad.ops import (
    abs,
    add,
    along,
    div,
    hypot,
    length,
    mul,
    pow,
    risen,
    sqrt,
    square,
    sub,
    where,
)
from lazyad.passes.quotients import (
    Fraction,
    chain,
    factors,
    few,
    is_function_of,
    is_quotient,
    product,
    without,
)
from lazyad.values.origin import nameless
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

_ORDER = 30
_MOST = 18  # terms that are written
_LARGE = 200  # Nodes of a sum of such series
_LOST = 1 / 16  # of a quotient, its derivative times x: where that is more, few digits are lost
_HALF = 1 / 2  # the same where the quotient itself cancels
_REST = 2.0**-55
_ROUNDED = 2.0**-48  # what quotients differ by where nothing cancels
_ASIDE, _SMALL = 2.0**-9, 2.0**-5  # from there; of what is added, what is left
_NOISE = 2.0**-44  # what rounding leaves of sums that are 0
_KEPT = 1_000  # quotients whose series are remembered
_PROBED, _STEEP = (4, 8), 6  # orders, and how many times the Nodes of the first the second may have


class Found(NamedTuple):
    """How far a series is used, the coefficients of its derivative; what it is at the zero, where
    the quotient itself has lost digits; and whether it or its slope has, as it was made."""

    radius: float
    slopes: Sequence[float]
    value: float | None
    lost: bool


Better = Callable[[Node, Fraction | None], Node | None]  # what the pass makes of a Node


def without_common_zero(
    node: Node, fraction: Fraction | None, far: Node | None, better: Better, alone: Node | None
) -> Node | None:
    """A quotient with the derivative of its series near a zero of both, or a sum near 0; None if
    there is none. What it is as a fraction may be another one; away from the zero it is `far`.
    Where all of it is made of one number, `alone` is that."""
    if fraction is not None and is_quotient(node.op):  # as sin_over, which has all digits but there
        root, sides = node.args[0], (fraction.above, *fraction.below)
        return _in_square(node, sides, root, None) if _is_root(root) else None
    written = node.origin is None or not node.origin.primal  # by somebody: more is tried
    if node.op is div and node.args[0] is not node.args[1]:
        above, below = node.args
        under = {*chain(below)}
        x = next((one for one in chain(above) if one in under), None)
        if x is None and written:
            x = _of_all(node.args, node.args[::-1], alone)
        found = None if x is None else _near(node, node.args, x, far)
        if found is not None:
            return found
    if not written or node.op not in (add, sub, mul, div):
        return None
    found = None if fraction is None else _of_fraction(node, fraction, far, alone)
    if found is None and node.op in (add, sub) and alone is not None:
        return _of_sum(node, fraction, far, alone)
    if fraction is None:
        return found
    if found is not None or fraction.made or node.op not in (mul, div):
        return found
    return _with_factors(node, fraction, far, better)


def _of_all(sides: Sequence[Node], some: Iterable[Node], alone: Node | None) -> Node | None:
    """What all of them are functions of, as some are."""
    known = dict.fromkeys(one for other in some for one in chain(other))
    if alone is not None:
        known[alone] = None
    return next((x for x in known if all(is_function_of(x, side) for side in sides)), None)


def _of_sum(node: Node, fraction: Fraction | None, far: Node | None, x: Node) -> Node | None:
    """The same of a sum that loses digits near 0, or near c where x - c is a part of it."""
    plain = node if fraction is None or fraction.below else fraction.above
    if all(one is x or one.op is CONST for one in plain.args):  # x - c, which loses nothing
        return None
    if plain.op is not node.op or not all(is_function_of(x, one, False) for one in plain.args):
        return None
    if plain is not node and not is_function_of(x, node, most=_LARGE):
        return None
    a, b = plain.args
    shifted = [one for one in few([plain]) if any(arg is x for arg in one.args)]
    for at, t in {0.0: x, **dict(_shift(one, x) for one in shifted)}.items():
        if _falls(node, x, at):
            u: Any = Node.input("u")
            sides = evaluate([a, b if node.op is add else -b, node], {x: u})
            found = _found(Graph([u], tuple(map(lifted, sides))), at, True)
            if found is not None and found.lost:
                return _joined(node, found, t, far)
    return None


def _falls(node: Node, x: Node, at: float) -> bool:
    """Whether a sum or its slope near there is much smaller than what is added."""
    try:
        found = evaluate([node, *node.args], {x: Dual(at + _ASIDE, 1.0)})
    except (ArithmeticError, TypeError, ValueError):
        return False
    duals = [one if isinstance(one, Dual) else Dual(one) for one in found]
    sizes = [(math.fabs(one.real), math.fabs(one.dual)) for one in duals]
    return any(whole < _SMALL * max(parts) for whole, *parts in zip(*sizes, strict=True))


def _of_fraction(
    node: Node, fraction: Fraction, far: Node | None, alone: Node | None
) -> Node | None:
    """The same of a sum or a product of quotients, if it is one of digits that are lost, or if
    nothing has been made of these."""
    if fraction.depth < 2 and not fraction.made:
        return None
    sides = fraction.above, product(fraction.below)
    x = _of_all(sides, fraction.below, alone)
    if x is None:
        return None
    if node.op is div and _vanishes(node.args[1], x, 0.0):
        return _near(node, sides, x, far)
    lost = fraction.made or node.op in (add, sub)
    known = is_function_of(x, node, most=_LARGE)  # of the series of its parts, too
    return _near(node, (*sides, node), x, far, lost) if known else None


def _with_factors(node: Node, fraction: Fraction, far: Node | None, better: Better) -> Node | None:
    """The same of a quotient that has other factors too, or is one of x * w: f(x * w) / x**n is
    w**n times the quotient f(u) / u**n."""
    above, below = factors(fraction.above), [*fraction.below]
    moving = [sum(one.op is not CONST for one in some) for some in (above, below)]
    if not moving[0]:
        return None
    ways = [_sharing] * (sum(moving) > 2) + [_scaled]
    for tops, bottoms, rest, t in (one for way in ways for one in way(above, below)):
        quotient = product(tops) / product(bottoms)
        made = better(quotient, None)
        if made is not None:
            part = Node(node.op, node.args, node.payload, nameless(node.origin))
            own: Any = along(part, part) if far is None else far
            if made.op is where:  # near the zero another value
                found: Node = where(made.args[0], rest * made.args[1], own)
                return found
            near = where(abs(t) > 0.0, abs(t) < 1.0, False)  # what overflows is further away
            found = along(own, where(near, rest * made, own))
            return found
    return None


_Ways = Iterator[tuple[list[Node], list[Node], Any, Any]]


def _sharing(above: list[Node], below: list[Node]) -> _Ways:
    """The factors that vanish where one below does, as functions of the same x; what all others
    make; and how far x is from there."""
    for one in below:
        if one.op is CONST:
            continue
        for x in dict.fromkeys(x for other in (one, *above) for x in chain(other)):
            at, t = _shift(one, x)
            tops, bottoms = [[f for f in some if _vanishes(f, x, at)] for some in (above, below)]
            others = without(above, tops), without(below, bottoms)
            if tops and bottoms and any(f.op is not CONST for some in others for f in some):
                yield tops, bottoms, product(others[0]) / product(others[1]), t
                return


def _scaled(above: list[Node], below: list[Node]) -> _Ways:
    """The same of factors that vanish where u = x * w does, for powers of x below."""
    for x in dict.fromkeys(_base(one)[0] for one in below if one.op is not CONST):
        bottoms = [one for one in below if _base(one)[0] is x]
        n = sum(_base(one)[1] for one in bottoms)
        for u in few(above):
            parts = factors(u.args[0] if u.op is div else u) if u.op in (mul, div) else []
            if not any(part is x for part in parts):
                continue
            tops = [f for f in above if _vanishes(f, u, 0.0)]
            if tops:
                w = product(without(parts, [x]))
                w = w / u.args[1] if u.op is div else w
                rest = product(without(above, tops)) * w**n / product(without(below, bottoms))
                yield tops, [u**n if n > 1.0 else u], rest, u
                return


def _base(node: Node) -> tuple[Node, float]:
    """x and n, where it is x**n."""
    if node.op is square:
        return node.args[0], 2.0
    if node.op is pow and node.args[1].op is CONST and node.args[1].payload > 0.0:
        return node.args[0], float(node.args[1].payload)
    return node, 1.0


def _vanishes(node: Node, x: Node, at: float) -> bool:
    """Whether it is a function of x alone, and 0 there."""
    return is_function_of(x, node) and _vanish([node], {x: at})


def _vanish(sides: Sequence[Node], values: dict[Node, Any]) -> bool:
    """Whether the first two are 0 there."""
    try:
        return not any(evaluate(sides[:2], values))
    except (ArithmeticError, TypeError, ValueError):  # they have no value
        return False


def _near(
    node: Node, sides: Sequence[Node], x: Node, far: Node | None, lost: bool = False
) -> Node | None:
    """The Node by its series in x, or in what x is a root of. If digits must be `lost`, None for
    one whose value and slope have them all."""
    roots = [x] if _is_root(x) else []
    roots += [one for one in few(sides) if one.op is sqrt and one.args[0] is x]
    for root in roots[:1]:
        found = _in_square(node, sides, root, far, lost)
        if found is not None:
            return found
    at, t = _shift(sides[1], x)
    if not _vanish(sides, {x: at}):
        return None
    u: Any = Node.input("u")
    series = _found(Graph([u], tuple(evaluate(sides, {x: u}))), at)
    return None if series is None or (lost and not series.lost) else _joined(node, series, t, far)


def _is_root(x: Node) -> bool:
    return x.op in (sqrt, length) or x.op.family == hypot.family


def _in_square(
    node: Node, sides: Sequence[Node], root: Node, far: Node | None, lost: bool = False
) -> Node | None:
    """The same in v where the root is sqrt(v), whose derivatives would cancel, and the series
    even."""
    v = root.args[0] if len(root.args) == 1 else reduce(add, [a * a for a in root.args])
    if not _vanish(sides, {root: 0.0, v: 0.0}):
        return None
    u: Any = Node.input("u")
    found = _found(Graph([u], tuple(evaluate(sides, {root: u, v: u * u}))), 0.0)
    if found is None or any(found.slopes[::2]) or (lost and not found.lost):
        return None
    slopes = [0.5 * c for c in found.slopes[1::2]]
    return _joined(node, found._replace(radius=found.radius**2, slopes=slopes), v, far)


def _joined(node: Node, found: Found, t: Any, far: Node | None) -> Node:
    part = Node(node.op, node.args, node.payload, nameless(node.origin))
    own: Any = along(part, part) if far is None else far
    near = where(abs(t) > 0.0, abs(t) < found.radius, False)
    slope = risen(_polynomial(found.slopes, t), t)
    if found.value is None:
        made: Node = along(own, where(near, slope, own))
        return made
    value = _polynomial([found.value, *[c / k for k, c in enumerate(found.slopes, 1)]], t)
    made = where(near, along(value, slope), own)
    return made


def _shift(below: Node, x: Node) -> tuple[float, Any]:
    """The zero of x - c, c - x or x + c, which is all that is known of x there, and how far x is
    above it; that of any other Node is looked for at 0."""
    below = next((one for one in chain(below) if any(arg is x for arg in one.args)), below)
    constants = [at for at, arg in enumerate(below.args) if arg.op is CONST]
    if below.op not in (add, sub) or len(constants) != 1 or below.args[1 - constants[0]] is not x:
        return 0.0, x  # sqrt(x) - 1 is 0 where x is 1, and not as far above it
    c = float(below.args[constants[0]].payload)
    if below.op is add:
        return -c, below
    return c, -below if constants == [0] else below


_KNOWN: dict[tuple[str, float, bool], Found | None] = {}


def _found(sides: Graph, at: float, summed: bool = False) -> Found | None:
    key = str(sides), at, summed
    if key not in _KNOWN:
        if len(_KNOWN) >= _KEPT:
            _KNOWN.clear()
        try:
            _KNOWN[key] = _series(sides, at, summed)
        except (ArithmeticError, TypeError, ValueError):  # it has no value there, or no derivative
            _KNOWN[key] = None
    return _KNOWN[key]


def _series(sides: Graph, at: float, summed: bool) -> Found | None:
    above, below = _coefficients(sides, at)
    if summed:
        return _fitted(
            sides, at, [_total(pair) for pair in zip(above, below, strict=True)], 0, _HALF
        )
    lead = next((k for k, c in enumerate(below) if c), 0)
    if not lead or any(above[:lead]):
        return None
    q = _quotient(above[lead:], below[lead:])
    found = _fitted(sides, at, q, lead, _LOST)
    if found and found.value is not None:  # digits are lost in a wider region
        return _fitted(sides, at, q, lead, _HALF) or found
    return found


def _fitted(sides: Graph, at: float, q: Sequence[float], zeros: int, part: float) -> Found | None:
    first, *others = [k for k, c in enumerate(q) if c] or [0]
    if not others:
        return None
    slopes = [k * c for k, c in enumerate(q)][1:]
    lead = first or others[0]  # of the derivative
    radius = math.fabs(part * q[first] / slopes[others[0] - 1]) ** (1.0 / (others[0] - first))
    for _ in range(30):
        sizes = [math.fabs(c) * radius**k for k, c in enumerate(slopes)]
        least = _REST * sizes[lead - 1]
        long = max(k for k, size in enumerate(sizes, 1) if size > least)
        many = long > len(slopes) - 2 or sum(map(bool, slopes[:long])) > _MOST
        if not many and sum(sizes) <= 2.0 * sizes[lead - 1]:
            break
        radius *= 0.9
    else:
        return None
    cancels = falls = False
    along_u = expand(sides, None, 1)
    for n in (1.0, -1.0, 3.0, -3.0, 50.0, -50.0):
        known = dict(zip(leaves(along_u.inputs), (at + radius / n, 1.0), strict=True))
        above, below, *own = evaluate(leaves(along_u.outputs), known)
        step = (at + radius / n) - at
        true, rise = (sum(c * step**k for k, c in enumerate(one)) for one in (q, slopes))
        value = own[0] if len(own) > 2 else above / below
        lost = _ROUNDED * math.fabs(n) ** (first + zeros)  # as the numerator cancels
        if not math.isclose(value, true, rel_tol=[1e-9, lost][lost > 1e-9]):
            return None  # there is another formula on that side
        cancels = cancels or not math.isclose(value, true, rel_tol=_ROUNDED)
        falls = falls or not math.isclose(own[-1], rise, rel_tol=_ROUNDED)
    bent = zeros > 0 and first == 1  # the terms of its second derivative are 1 / x, and it is not
    if first and not cancels and not bent:  # (n + m) - n is no cancellation
        return None
    return Found(radius, slopes[:long], q[0] if cancels else None, cancels or falls)


def _coefficients(sides: Graph, at: float) -> list[list[float]]:
    """Those of the two sides' series at that point."""
    sides = sides.returning(sides.outputs[:2])
    few, more = [len(expand(sides, None, order).nodes) for order in _PROBED]
    if more > _STEEP * few:  # as Bessel functions, whose orders grow on both sides
        raise ValueError(more)
    series = expand(sides, None, _ORDER)
    known = dict(zip(leaves(series.inputs), (at, 1.0), strict=True))
    values = evaluate(leaves(series.outputs), known)
    if not all(map(math.isfinite, values)):
        raise ValueError(values)
    return [values[0::2], values[1::2]]


def _quotient(a: list[float], b: list[float]) -> list[float]:
    q: list[float] = []
    for k, c in enumerate(a):
        q.append(_total([c, *[-b[k - j] * q[j] for j in range(k)]]) / b[0])
    return q


def _total(parts: Sequence[float]) -> float:
    total = math.fsum(parts)
    return total if math.fabs(total) > _NOISE * max(map(math.fabs, parts)) else 0.0


def _polynomial(coefficients: Sequence[float], t: Any) -> Any:
    """The sum of c_k t**k; of an even or odd one in t * t."""
    odd, even = not any(coefficients[::2]), not any(coefficients[1::2])
    *lower, total = coefficients[odd :: 1 + (odd or even)]
    power = t * t if odd or even else t
    for c in reversed(lower):
        total = c + power * total if c else power * total
    return t * total if odd else total

"""Products of derivatives in which what one factor divides by cancels in the other.

In: two derivatives that are to be multiplied. Out: the two without what cancels, or None if nothing
does. A room of its own because of what it is for: a root has no derivative at 0, but much that is
made of roots has one. The derivative of sqrt(u)**2 in u is 2 * sqrt(u) times 0.5 / sqrt(u), and
that is 1 at 0 too. No guard in emitted code could know, and what cancels costs nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from lazyad.graph import CONST, INPUT, RAISE, ZERO, Graph, Node, const, is_const, rewrite
from lazyad.ops import (
    acos,
    add,
    cbrt,
    div,
    length,
    mul,
    neg,
    pow,
    ratio,
    sin,
    sine_ratio,
    sqrt,
    sub,
    where,
)

Path = tuple[int, ...]
_PRODUCTS = (mul, div, ratio, neg)
_ONE = const(1.0)
_DEEPEST = 8  # products within products that are taken apart: elimination makes long ones


class _Factor(NamedTuple):
    """base ** exponent: what the Node at a path of a product, over or under its line, is."""

    base: Node
    exponent: float
    node: Node
    above: bool
    path: Path
    norm: bool  # it is what a ratio divides by

    @property
    def singular(self) -> bool:
        """Whether it is infinite where the function need not be: it is the slope of a root or of a
        power, or of a norm."""
        is_root = 0.0 < (self.node.op.power or 0.0) < 1.0
        return self.exponent < 0.0 and (self.above or self.norm or is_root)

    def raised(self, exponent: float, other: _Factor) -> Node:
        """What comes to base ** exponent where this stands; the Node of either, if that does."""
        own = exponent if self.above else -exponent
        for factor in (self, other):
            if own == (factor.exponent if factor.above else -factor.exponent):
                return factor.node
        return _power(self.base, own)


def without_common(outer: Node, inner: Node, levels: int = _DEEPEST) -> tuple[Node, Node] | None:
    """u, 0.5 / sqrt(u) -> 0.5, sqrt(u); and None if nothing cancels.

    What cancels is a power of one base: u, its roots and its powers with a constant exponent. Two
    functions hide a base: sin(u) is u * sine_ratio(u), and sqrt((1 - x) * (1 + x)) is the sine of
    acos(x).

    >>> u = Node.input("u")
    >>> without_common(u, 0.5 / sqrt(u))
    (<sqrt(u)>, <const 0.5>)
    """
    bases = {f.base for one in (outer, inner) for f in _factors(one) if f.singular}
    if not bases:
        return None
    whole = bases | {base.args[0] for base in bases if base.op is cbrt}
    pair = [outer, inner]
    for at, other in ((0, 1), (1, 0)):
        below = [f for f in _factors(pair[other], bases) if f.exponent < 0.0 and f.base in bases]
        for over in _factors(pair[at], whole) if below else ():
            for under in below:
                changed = _cancelled(over, under, bases, levels)
                if changed:
                    pair[at] = _replaced(pair[at], over.path, changed[0])
                    pair[other] = _replaced(pair[other], under.path, changed[1])
                    again = without_common(pair[0], pair[1], levels)
                    return again or (pair[0], pair[1])
    return None


def without_norms(graph: Graph) -> Graph:
    """ratio(2 * r, r) -> 2, which it is at r = 0 too: before a derivative is differentiated again,
    for what was a convention of the first is none of the second."""

    def cancelled(node: Node) -> Node:
        left = without_common(node.args[0], ratio(_ONE, node.args[1])) if node.op is ratio else None
        return _product(*left) if left else node

    return rewrite(graph, cancelled)


def _cancelled(
    over: _Factor, under: _Factor, bases: Collection[Node], levels: int
) -> tuple[Node, Node] | None:
    """What replaces two factors: base**p and base**-q leave one of them."""
    if over.exponent < 0.0:
        return None
    if under.base.op is cbrt and _same(over.base, under.base.args[0]):
        over = over._replace(base=under.base, exponent=3.0 * over.exponent)
    if _same(over.base, under.base):
        left = over.exponent + under.exponent
        if left < 0.0:
            return _ONE, under.raised(left, over)
        return over.raised(left, under) if left else _ONE, _ONE
    if not over.above or under.above:
        return None
    base, rest = over.base, _power(over.base, over.exponent - 1.0)
    if over.node is not base and base.op in _PRODUCTS and _holds(base, under.base, bases):
        return _product(rest, base), under.node
    if base.op is sin and _holds(base.args[0], under.base, bases):
        (angle,) = base.args
        return _product(rest, mul(angle, sine_ratio(angle))), under.node
    if base.op is acos and under.exponent == -0.5 and _is_sine(under.base, base.args[0]):
        return rest, sine_ratio(base)
    if over.node.op in (add, sub, where) and levels:
        return _cancelled_inside(over.node, under.node, levels - 1)
    return None


def _same(one: Node, other: Node, levels: int = _DEEPEST) -> bool:
    """Whether two Nodes compute the same: nobody has merged those that a kernel's tangents have."""
    if one is other:
        return True
    if one.op is not other.op or one.op in (INPUT, RAISE) or not levels:
        return False
    if one.op is CONST:
        return is_const(one, other.payload)
    return all(_same(a, b, levels - 1) for a, b in zip(one.args, other.args, strict=True))


def _holds(product: Node, base: Node, bases: Collection[Node]) -> bool:
    """Whether a product is one of a power of the base."""
    return any(f.exponent > 0.0 and _same(f.base, base) for f in _factors(product, bases))


def _cancelled_inside(whole: Node, divisor: Node, levels: int) -> tuple[Node, Node] | None:
    """The same for every term of a sum; and for a choice, of which one side is enough."""
    first = 1 if whole.op is where else 0
    parts, cancelled = [], False
    for arg in whole.args[first:]:
        left = without_common(arg, ratio(_ONE, divisor), levels)
        if left is None and whole.op is not where:
            return None
        if left is not None:
            cancelled = True
            parts.append(_product(*left))
        else:
            parts.append(arg if arg is ZERO or arg.op is RAISE else div(arg, divisor))
    return (whole.op(*whole.args[:first], *parts), _ONE) if cancelled else None


def _product(first: Node, second: Node) -> Node:
    if is_const(first, 1.0) or is_const(second, 1.0):
        return second if is_const(first, 1.0) else first
    return mul(first, second)  # type: ignore[no-any-return]


def _power(base: Node, exponent: float) -> Node:
    if exponent in (0.0, 1.0):
        return base if exponent else _ONE
    return sqrt(base) if exponent == 0.5 else pow(base, const(exponent))  # type: ignore[no-any-return]


def _is_sine(squared: Node, cosine: Node) -> bool:
    """Whether it is (1 - x) * (1 + x), as the row of acos has it."""
    if squared.op is not mul:
        return False
    less, more = squared.args
    if less.op is not sub or more.op is not add:
        return False
    return less.args[1] is more.args[1] is cosine and all(
        is_const(side.args[0], 1.0) for side in (less, more)
    )


def _factors(
    node: Node,
    bases: Collection[Node] = (),
    above: bool = True,
    path: Path = (),
    norm: bool = False,
) -> Iterator[_Factor]:
    """The factors of a product that are not products themselves, or that are one of the bases."""
    apart = node.op in _PRODUCTS and not any(_same(node, base) for base in bases)
    if apart and len(path) < _DEEPEST:
        for at, arg in enumerate(node.args):
            turned = node.op in (div, ratio) and at == 1
            norm = turned and node.op is ratio
            yield from _factors(arg, bases, above is not turned, (*path, at), norm)
        return
    base, exponent = _base(node)
    yield _Factor(base, exponent if above else -exponent, node, above, path, norm)


def _base(node: Node) -> tuple[Node, float]:
    """What the Node is a power of. A power of a root is one of what is under the root; a root of a
    power is not, for sqrt(x * x) is no x. A cube root is a base: what is below 0 has one, and no
    power of a third."""
    exponent = _constant(node.args[1]) if node.op is pow else node.op.power
    if not exponent or node.op is cbrt:
        return node, 1.0
    base = node.args[0]
    if base.op in (sqrt, length):
        return base.args[0], exponent * 0.5
    return base, exponent


def _constant(exponent: Node) -> float | None:
    """The exponent of a power, also where the row of pow has made it of another: n - 1."""
    if exponent.op is CONST:
        return float(exponent.payload)
    if exponent.op is sub and exponent.args[1].op is where:
        n = _constant(exponent.args[0])
        return n - 1.0 if n else None
    return None


def _replaced(node: Node, path: Path, new: Node) -> Node:
    """The product with another factor at a path; a factor of 1 is left out."""
    if not path:
        return new
    args = [*node.args]
    at = path[0]
    args[at] = _replaced(args[at], path[1:], new)
    if is_const(args[at], 1.0):
        if node.op is mul:
            return args[1 - at]
        if node.op in (div, ratio) and at == 1:
            return args[0]
    return node.op(*args)  # type: ignore[no-any-return]

"""Products of derivatives in which what one factor divides by cancels in the other.

In: two derivatives that are to be multiplied. Out: the two without what cancels, or None if nothing
does. A room of its own because of what it is for: a root has no derivative at 0, but much that is
made of roots has one. The derivative of sqrt(u)**2 in u is 2 * sqrt(u) times 0.5 / sqrt(u), and
that is 1 at 0 too. No guard in emitted code could know, and what cancels costs nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from lazyad.derivatives.algebra import QUOTIENTS, product
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
from lazyad.values.rows import NamedTuple

_PRODUCTS = (mul, *QUOTIENTS, neg)
_ONE = const(1.0)
_DEEPEST = 8  # sums within sums, and products within products, that are looked into
_MOST = 16  # factors of a product that are looked at: elimination makes long ones


class _Factor(NamedTuple):
    """base ** exponent: what a Node in a product, over or under its line, is."""

    base: Node
    exponent: float
    node: Node
    above: bool
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


Known = dict[Any, Any]  # what has been found out of Nodes that many products share


def without_common(
    outer: Node, inner: Node, known: Known, levels: int = _DEEPEST
) -> tuple[Node, Node] | None:
    """u, 0.5 / sqrt(u) -> 0.5, sqrt(u); and None if nothing cancels.

    What cancels is a power of one base: u, its roots and its powers with a constant exponent. Two
    functions hide a base: sin(u) is u * sine_ratio(u), and sqrt((1 - x) * (1 + x)) is the sine of
    acos(x).

    >>> u = Node.input("u")
    >>> without_common(u, 0.5 / sqrt(u), {})
    (<sqrt(u)>, <const 0.5>)
    """
    bases = _singular(outer, known) | _singular(inner, known)
    if not bases:
        return None
    whole = bases | {base.args[0] for base in bases if base.op is cbrt}
    pair = [outer, inner]
    for at, other in ((0, 1), (1, 0)):
        factors = _factors(pair[other], bases, known)
        below = [f for f in factors if f.exponent < 0.0 and f.base in bases]
        for over in _factors(pair[at], whole, known) if below else ():
            for under in below:
                changed = _cancelled(over, under, bases, levels, known)
                if changed:
                    pair[at] = _replaced(pair[at], over, changed[0])
                    pair[other] = _replaced(pair[other], under, changed[1])
                    again = without_common(pair[0], pair[1], known, levels)
                    return again or (pair[0], pair[1])
    return None


def has_root(node: Node, known: Known) -> bool:
    """Whether a factor of the Node, or of what it chooses between, is infinite at a root's 0."""
    if node.op is where:
        return any(has_root(side, known) for side in node.args[1:])
    return bool(_singular(node, known))


def without_norms(graph: Graph) -> Graph:
    """ratio(2 * r, r) -> 2, which it is at r = 0 too: before a derivative is differentiated again,
    for what was a convention of the first is none of the second."""
    known: Known = {}

    def cancelled(node: Node) -> Node:
        if node.op is not ratio:
            return node
        left = without_common(node.args[0], ratio(_ONE, node.args[1]), known)
        return product(*left) if left else node

    return rewrite(graph, cancelled)


_NONE: frozenset[Node] = frozenset()


def _singular(node: Node, known: Known) -> frozenset[Node]:
    """The bases of its singular factors."""
    if node.op not in _PRODUCTS and node.op.power is None and node.op is not pow:
        return _NONE
    found: frozenset[Node] | None = known.get(node)
    if found is None:
        factors = _factors(node, (), known)
        found = known[node] = frozenset([factor.base for factor in factors if factor.singular])
    return found


def _factors(
    node: Node, bases: Collection[Node], known: Known, levels: int = _DEEPEST
) -> list[_Factor]:
    """The factors of a product that are not products themselves, or that are one of the bases."""
    products = tuple([base for base in bases if base.op in _PRODUCTS])
    key = node, products
    found: list[_Factor] | None = known.get(key)
    if found is not None:
        return found
    if node.op not in _PRODUCTS or not levels or any(_same(node, one) for one in products):
        base, exponent = _base(node)
        found = [_Factor(base, exponent, node, True, False)]
    else:
        first, *others = [_factors(arg, products, known, levels - 1) for arg in node.args]
        if node.op in QUOTIENTS:
            norm = node.op is ratio and len(others[0]) == 1
            others = [[_Factor(f[0], -f[1], f[2], not f[3], norm or f[4]) for f in others[0]]]
        second = others[0] if others else []
        found = first[: max(_MOST - len(second), _MOST // 2)] + second
        del found[_MOST:]
    known[key] = found
    return found


def _cancelled(
    over: _Factor, under: _Factor, bases: Collection[Node], levels: int, known: Known
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
    base, rest = over.base, over.exponent - 1.0
    if over.node is not base and base.op in _PRODUCTS and _holds(base, under.base, bases, known):
        return product(_power(base, rest), base), under.node
    if base.op is sin and _holds(base.args[0], under.base, bases, known):
        (angle,) = base.args
        return product(_power(base, rest), mul(angle, sine_ratio(angle))), under.node
    if base.op is acos and under.exponent == -0.5:
        (x,) = base.args
        if _same(under.base, mul(sub(_ONE, x), add(_ONE, x))):  # as the row of acos has it
            return _power(base, rest), sine_ratio(base)
    if over.node.op in (add, sub, where) and levels:
        key = over.node, under.node, levels
        if key not in known:
            known[key] = _cancelled_inside(over.node, under, levels - 1, known)
        return known[key]  # type: ignore[no-any-return]
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


def _holds(product: Node, base: Node, bases: Collection[Node], known: Known) -> bool:
    """Whether a product is one of a power of the base."""
    return any(f.exponent > 0.0 and _same(f.base, base) for f in _factors(product, bases, known))


def _cancelled_inside(
    whole: Node, under: _Factor, levels: int, known: Known
) -> tuple[Node, Node] | None:
    """The same for every term of a sum; and for a choice, of which one side is enough."""
    chosen = whole.op is where
    parts, cancelled, divisor = [*whole.args[:chosen]], False, ratio(_ONE, under.node)
    for arg in whole.args[chosen:]:
        left = without_common(arg, divisor, known, levels)
        if left:
            cancelled = True
            parts.append(product(*left))
        elif chosen:
            parts.append(arg if arg is ZERO or arg.op is RAISE else div(arg, under.node))
        else:
            return None
    return (whole.op(*parts), _ONE) if cancelled else None


def _power(base: Node, exponent: float) -> Node:
    if exponent in (0.0, 1.0):
        return base if exponent else _ONE
    return sqrt(base) if exponent == 0.5 else pow(base, const(exponent))


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


def _replaced(node: Node, old: _Factor, new: Node, above: bool = True) -> Node:
    """The product with `new` for a factor of it; one of 1 is left out."""
    if node is old.node:
        return new if above is old.above else node
    for at, arg in enumerate(node.args if node.op in _PRODUCTS else ()):
        turned = node.op in QUOTIENTS and at == 1
        made = _replaced(arg, old, new, above is not turned)
        if made is not arg:
            if is_const(made, 1.0) and (turned or node.op is mul):
                return node.args[1 - at]
            return node.op(*node.args[:at], made, *node.args[at + 1 :])
    return node

"""Products of derivatives in which what one factor divides by cancels in the other.

In: two derivatives that are to be multiplied. Out: the two without what cancels, or None if nothing
does. A room of its own because of what it is for: a root has no derivative at 0, but much that is
made of roots has one. The derivative of sqrt(u)**2 in u is 2 * sqrt(u) times 0.5 / sqrt(u), and
that is 1 at 0 too. No guard in emitted code could know, and what cancels costs nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from lazyad.derivatives.algebra import QUOTIENTS, choice, product
from lazyad.graph import CONST, INPUT, RAISE, ZERO, Graph, Node, const, is_const, rewrite
from lazyad.ops import (
    abs,
    acos,
    add,
    along,
    cbrt,
    div,
    gt,
    length,
    maximum,
    minimum,
    mul,
    neg,
    pow,
    ratio,
    sign,
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
    for at, other in ((0, 1), (1, 0)):  # whole products first: of what is left of one, two are made
        products = {*_products_in(pair[other], False)}
        for one in _products_in(pair[at], True) if products else ():
            if one in products:
                pair[at] = _replaced(pair[at], _Factor(one, 1.0, one, True, False), _ONE)
                pair[other] = _replaced(pair[other], _Factor(one, -1.0, one, False, False), _ONE)
                return without_common(pair[0], pair[1], known, levels) or (pair[0], pair[1])
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
    return _without_roots_of_powers(outer, inner, bases, known)


def _without_roots_of_powers(
    outer: Node, inner: Node, bases: Collection[Node], known: Known
) -> tuple[Node, Node] | None:
    """4 * x**3, 0.5 / sqrt(x**4) -> 4 * x, 0.5: the root is |x|**2, and a power of x above the line
    that is as large leaves one of x, times |x| where that has an odd exponent. x / sqrt(x * x) is
    the sign of x, and at 0 the slope of |x|: 0 by convention."""
    pair = [outer, inner]
    for at in (0, 1):
        for under in _factors(pair[at], bases, known):
            x, n = _whole_power_of(under.base) if under.exponent == -0.5 else (under.base, 0)
            if not n:
                continue
            over = [
                (side, factor)
                for side in (0, 1)
                for factor in _factors(pair[side], (), known)
                if factor.exponent > 0.0 and factor.exponent % 1.0 == 0.0 and factor.above
                if _same(factor.base, x) or (x.op is neg and _same(factor.base, x.args[0]))
            ]
            m = int(sum(factor.exponent for _, factor in over))
            turned = sum(factor.exponent for _, factor in over if not _same(factor.base, x))
            if 2 * m < n or not over:
                continue
            if n % 2 or n % 4 == 0:
                left = _power(x, m - n / 2)
            elif m >= n:
                left = product(_power(x, m - n), _power(under.base, 0.5))
            else:
                left = product(_power(x, m - n // 2 - 1), abs(x)) if m > n // 2 else sign(x)
            left = neg(left) if turned % 2 else left
            for side, factor in over:
                pair[side] = _replaced(pair[side], factor, _ONE)
            pair[at] = product(left, _replaced(pair[at], under, _ONE))
            return without_common(pair[0], pair[1], known) or (pair[0], pair[1])
    return None


def _whole_power_of(base: Node) -> tuple[Node, int]:
    """x, n where the base is x**n, as a power or as a product; n is 0 where it is none. Minus x**3
    is (-x)**3."""
    x, n, minus = _signed_power(base, _DEEPEST)
    if n < 2 or (minus and n % 2 == 0):
        return base, 0
    return (neg(x) if minus else x), n


def _signed_power(base: Node, levels: int) -> tuple[Node, int, bool]:
    """x, n and a sign, where the base is x**n or -x**n; n is 0 where it is neither."""
    if base.op is neg and levels:
        x, n, minus = _signed_power(base.args[0], levels - 1)
        return x, n, not minus
    if base.op is mul and levels:
        x, n, minus = _signed_power(base.args[0], levels - 1)
        y, m, other = _signed_power(base.args[1], levels - 1)
        return x, n + m if n and m and _same(x, y) else 0, minus is not other
    x, exponent = _base(base)
    return x, int(exponent) if exponent in range(1, 64) else 0, False


def has_root(node: Node, known: Known) -> bool:
    """Whether a factor of the Node, or of what it chooses between, is infinite at a root's 0."""
    if node.op is not where:
        return bool(_singular(node, known))
    waiting, seen = [node], {node}
    while waiting:
        one = waiting.pop()
        if one.op is where and one not in known:
            new = [side for side in one.args[1:] if side not in seen]
            seen.update(new)
            waiting += new
        elif _singular(one, known):
            return True
    known.update(dict.fromkeys([one for one in seen if one.op is where], _NONE))
    return False


def without_norms(graph: Graph) -> Graph:
    """ratio(2 * r, r) -> 2, which it is at r = 0 too: before a derivative is differentiated again,
    for what was a convention of the first is none of the second."""
    known: Known = {}

    def cancelled(node: Node) -> Node:
        left = None
        if node.op is ratio:
            left = without_common(node.args[0], ratio(_ONE, node.args[1]), known)
        elif node.op is mul and any(arg.op.family == "part" for arg in node.args):
            left = without_common(node.args[0], node.args[1], known)
        return product(*left) if left else node

    return rewrite(graph, cancelled)


_NONE: frozenset[Node] = frozenset()


def _singular(node: Node, known: Known) -> frozenset[Node]:
    """The bases of its singular factors."""
    if not _is_product(node) and node.op.power is None and node.op is not pow:
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
    products = tuple([base for base in bases if _is_product(base)]) if bases else ()
    key = node, products
    found: list[_Factor] | None = known.get(key)
    if found is not None:
        return found
    if not _is_product(node) or not levels or any(_same(node, one) for one in products):
        found = [_Factor._make((*_base(node), node, True, False))]
    else:
        first, *others = [_factors(arg, products, known, levels - 1) for arg in node.args[:2]]
        if node.op not in (mul, neg):
            norm = node.op is not div and len(others[0]) == 1
            others = [[_Factor._make((b, -e, n, not a, norm or m)) for b, e, n, a, m in others[0]]]
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
    if rest > 0.0 and _is_product(base) and _holds(base, under.base, bases, known):
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
        found: tuple[Node, Node] | None = known[key]
        return found
    return None


def _same(one: Node, other: Node, levels: int = _DEEPEST) -> bool:
    """Whether two Nodes compute the same: nobody has merged those that a kernel's tangents have."""
    if one is other:
        return True
    if one.op is not other.op or one.op in (INPUT, RAISE) or not levels:
        return False
    if one.op is CONST:
        return is_const(one, other.payload)
    if one.payload != other.payload:  # a value that a loop carries is not its tangent
        return False
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


def _is_product(node: Node) -> bool:
    return node.op in _PRODUCTS or node.op.family == "part"


def _products_in(node: Node, above: bool) -> list[Node]:
    """The products and quotients that are factors above the line, or below it: a logarithm's slope
    divides by one that the slope of what it is of has whole."""
    found, waiting = {node: True}, [node] if _is_product(node) else []
    for one in waiting:  # which grows
        turned = one.op not in (mul, neg)
        for at, arg in enumerate(one.args[:2]):
            if _is_product(arg) and arg not in found and len(found) < _MOST:
                found[arg] = found[one] is not (turned and at == 1)
                waiting.append(arg)
    return [one for one in waiting if found[one] is above]


def _power(base: Node, exponent: float) -> Node:
    if exponent in (0.0, 1.0):
        return base if exponent else _ONE
    return sqrt(base) if exponent == 0.5 else pow(base, const(exponent))


def _base(node: Node) -> tuple[Node, float]:
    """What the Node is a power of. A power of a root is one of what is under the root; a root of a
    power is not, for sqrt(x * x) is no x. A cube root is a base: what is below 0 has one, and no
    power of a third."""
    power = node.op is pow and node.args[1].op is CONST
    exponent = node.args[1].payload if power else node.op.power
    if not exponent or node.op is cbrt:
        return node, 1.0
    base = node.args[0]
    if base.op is along:
        base = base.args[0]
    if base.op in (sqrt, length):
        return base.args[0], exponent * 0.5
    return base, exponent


def _replaced(node: Node, old: _Factor, new: Node, above: bool = True) -> Node:
    """The product with `new` for a factor of it; one of 1 is left out."""
    if node is old.node:
        return new if above is old.above else node
    args = node.args[:2] if _is_product(node) else ()  # what a part of a norm knows is none
    for at, arg in enumerate(args):
        turned = node.op not in (mul, neg) and at == 1
        made = _replaced(arg, old, new, above is not turned)
        if made is not arg:
            if is_const(made, 1.0) and (turned or node.op is mul):
                return args[1 - at]
            return (node.op if node.op in _PRODUCTS else ratio)(*args[:at], made, *args[at + 1 :])
    return node


# ---------------------------------------------------------------------------------- held at 0


def of_held(node: Node, partials: dict[Node, Node]) -> dict[Node, Node]:
    """The partials of a root: none where a factor of what it is of is held at 0, as in
    sqrt(max(x, 0.0)**2 * c). It is 0 there whatever c is, and its slope would be 1 / 0."""
    base, *exponent = node.args[:2]
    power = exponent[0].payload if exponent and exponent[0].op is CONST else node.op.power
    if not 0.0 < (power or 0.0) < 1.0 or base not in partials or not _has_factors(base):
        return partials
    one = partials[base]
    for held, otherwise in _zero_by_choice(base):
        one = choice(held, *((one, ZERO) if otherwise else (ZERO, one)))
    return partials | {base: one}


def _zero_by_choice(product: Node) -> Iterator[tuple[Node, bool]]:
    """Under which condition a factor is 0 by a choice, or otherwise than under it."""
    factors = [product]
    for node in factors:  # which grow meanwhile
        args = node.args
        if _has_factors(node) and len(factors) < _MOST:
            factors += args if node.op is mul else args[:1]
        elif node.op in (maximum, minimum) and any(map(_is_zero, args)):
            free = args[1] if _is_zero(args[0]) else args[0]
            yield gt(0.0, free) if node.op is maximum else gt(free, 0.0), False
        elif node.op is where and (_is_zero(args[1]) or _is_zero(args[2])):
            yield args[0], not _is_zero(args[1])


def _has_factors(node: Node) -> bool:
    """Whether it is a product, or a power that is 0, and flat, where its base is."""
    return node.op in _PRODUCTS or _base(node)[1] > 1.0


def _is_zero(node: Node) -> bool:
    return node.op is CONST and node.payload == 0.0

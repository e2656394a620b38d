"""Local partials, and how derivatives are multiplied and added.

In: one Node, or two derivatives. Out: Nodes. A room of its own because every mode of
differentiation is made of these three functions, and what must hold in all of them is said here: a
structural zero stays one, ±1 costs nothing, and a choice selects and is never multiplied by zero.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from lazyad.dual import no_partial
from lazyad.graph import CONST, LARGEST, RAISE, SMALLEST, ZERO, Node, const, is_const, lifted
from lazyad.ops import add, div, mul, neg, sub, where
from lazyad.origin import describe

DEEPEST = 200  # choices within choices that a derivative may be guarded by


class TooDeep(Exception):
    """A derivative is guarded by more choices than Python's stack would bear."""


def local_partials(
    node: Node, active: Container[Node], failing: Mapping[Node, Node]
) -> dict[Node, Node]:
    """The partial of a Node in each of its arguments that are `active`, structural zeros left out.

    Where one side of a choice is `failing`, so is the derivative in the other.
    Raises TypeError where the op table has no partial.
    """
    if node.op.leaf or not any(arg in active for arg in node.args):
        return {}
    assert node.op.partials is not None
    found: dict[Node, Node] = {}
    given = node.op.partials(node, *node.args)
    for position, (arg, partial) in enumerate(zip(node.args, given, strict=True)):
        if arg not in active:
            continue
        if partial is None:
            raise TypeError(no_partial(node.op, position, describe(node.origin)))
        one = lifted(partial)
        if one is ZERO or (one.op is CONST and one.payload == 0.0):
            continue
        if node in failing:
            sides = [failing.get(side, ZERO) for side in node.args[1:]]
            sides[position - 1] = const(1.0)
            one = where(node.args[0], *sides)
        found[arg] = twice(found.get(arg), one)
    return found


def failures(nodes: Iterable[Node]) -> dict[Node, Node]:
    """The exceptions that Nodes come to, as choices between them and ZERO."""
    found = {node: node for node in nodes if node.op is RAISE}
    for node in nodes if found else ():
        if node.op is where and any(side in found for side in node.args[1:]):
            found[node] = where(node.args[0], *[found.get(side, ZERO) for side in node.args[1:]])
    return found


def twice(first: Node | None, second: Node) -> Node:
    """The sum of two partials in one argument that stands twice, as in x * x."""
    if first is None:
        return second
    if first.op is CONST and second.op is CONST:
        return const(first.payload + second.payload)
    if first is second:
        return mul(const(2.0), first)  # type: ignore[no-any-return]
    return plus(first, second)


def times(outer: Node, inner: Node, levels: int = DEEPEST) -> Node:
    """outer * inner, the derivatives of w in v and of v in u.

    A choice with nothing on one side is entered, the outer one first: what the inner one asks may
    be answered only where the outer one has led. A quotient divides the other factor, so that all
    who need that share one division.
    """
    if outer is ZERO or inner is ZERO:
        return ZERO
    if outer.op is RAISE or inner.op is RAISE:
        return outer if outer.op is RAISE else inner
    if outer.op is CONST and inner.op is CONST:
        product = outer.payload * inner.payload
        if SMALLEST <= abs(product) <= LARGEST:
            return const(product)
    for one, other in ((outer, inner), (inner, outer)):
        if is_const(one, 1.0):
            return other
        if is_const(one, -1.0):
            return negated(other)
    if _selects(outer):
        return _chosen(outer.args[0], *[times(s, inner, _below(levels)) for s in outer.args[1:]])
    if _selects(inner):
        return _chosen(inner.args[0], *[times(outer, s, _below(levels)) for s in inner.args[1:]])
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is neg:
            return negated(times(one.args[0], other, levels))
    for one, other in ((inner, outer), (outer, inner)):
        if one.op is div:
            above, quotient = one.args[0], div(other, one.args[1])
            if is_const(above, 1.0):
                return quotient  # type: ignore[no-any-return]
            if above.op is neg:
                return negated(mul(above.args[0], quotient))
            return times(above, quotient, levels) if _selects(above) else mul(above, quotient)
    return mul(outer, inner)  # type: ignore[no-any-return]


def plus(first: Node, second: Node, levels: int = DEEPEST) -> Node:
    """first + second, choosing once between sums and dividing once by a common denominator."""
    if first is ZERO or second is ZERO:
        return second if first is ZERO else first
    if first.op is RAISE or second.op is RAISE:
        return first if first.op is RAISE else second
    if first.op is CONST and second.op is CONST:
        return const(first.payload + second.payload)
    if first.op is second.op is where and first.args[0] is second.args[0]:
        pairs = zip(first.args[1:], second.args[1:], strict=True)
        return _chosen(first.args[0], *[plus(a, b, _below(levels)) for a, b in pairs])
    if first.op is second.op is div and first.args[1] is second.args[1]:
        return div(plus(first.args[0], second.args[0], levels - 1), first.args[1])  # type: ignore[no-any-return]
    if second.op is neg:
        return sub(first, second.args[0])  # type: ignore[no-any-return]
    if first.op is neg:
        return sub(second, first.args[0])  # type: ignore[no-any-return]
    return add(first, second)  # type: ignore[no-any-return]


def negated(derivative: Node) -> Node:
    """-derivative, the sign taken into a constant or off another sign."""
    if derivative.op is neg:
        return derivative.args[0]
    if derivative.op is CONST:
        return const(-derivative.payload)
    return neg(derivative)  # type: ignore[no-any-return]


def _selects(node: Node, levels: int = 6) -> bool:
    """Whether a choice has no derivative on one of its sides, or raises there; rows nest choices
    three deep, and products of them a little deeper."""
    if node.op is not where or not levels:
        return False
    return any(s is ZERO or s.op is RAISE or _selects(s, levels - 1) for s in node.args[1:])


def _chosen(condition: Node, then: Node, otherwise: Node) -> Node:
    return ZERO if then is otherwise is ZERO else where(condition, then, otherwise)


def _below(levels: int) -> int:
    if not levels:
        raise TooDeep
    return levels - 1

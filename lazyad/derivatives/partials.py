"""Local partials, and how derivatives are multiplied and added.

In: one Node, or two derivatives. Out: Nodes. A room of its own because every mode of
differentiation is made of these three functions, and what must hold in all of them is said here: a
structural zero stays one, ±1 costs nothing, and a choice selects and is never multiplied by zero.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from lazyad.derivatives.powers import without_common
from lazyad.dual import no_partial
from lazyad.graph import CONST, LARGEST, RAISE, SMALLEST, ZERO, Node, const, is_const, lifted
from lazyad.ops import add, div, eq, mul, neg, ratio, sub, where
from lazyad.origin import Origin, describe

DEEPEST = 100  # choices within choices that are entered to add and to negate
QUOTIENTS = (div, ratio)
MOST_GUARDS = 32  # choices within choices that guard one product


def local_partials(
    node: Node, active: Container[Node], failing: Mapping[Node, Node], through: Container[Node]
) -> dict[Node, Node]:
    """The partial of a Node in each of its arguments that are `active`, structural zeros left out.

    Where one side of a choice is `failing`, so is the derivative in the other. Where one holds at a
    single point alone and the other goes `through` it, the derivative is the other's.
    Raises TypeError where the op table has no partial.
    """
    if node.op.leaf or not any(arg in active for arg in node.args):
        return {}
    assert node.op.partials is not None
    found: dict[Node, Node] = {}
    given = node.op.partials(node, *node.args)
    if node in through:
        given = (ZERO, ZERO, 1.0) if node.args[0].op is eq else (ZERO, 1.0, ZERO)
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


def derived(node: Node) -> Origin | None:
    """The origin of what is derived from a Node, which names it and its line."""
    primal = node.origin
    return primal and Origin(primal.code, primal.offset, primal)


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


def times(outer: Node, inner: Node) -> Node:
    """outer * inner, the derivatives of w in v and of v in u.

    A choice with nothing on one side is entered, the outer one first: what the inner one asks may
    be answered only where the outer one has led. What one divides by cancels in the other. A
    quotient divides the other factor, so that all who need that share one division; but not another
    quotient: x / h / h is 0 where x / h times y / h is not.
    """
    if outer is ZERO or inner is ZERO:
        return ZERO
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is CONST and abs(one.payload) == 1.0:
            return other if one.payload == 1.0 else negated(other)
    if outer.op is CONST and inner.op is CONST:
        product = outer.payload * inner.payload
        if SMALLEST <= abs(product) <= LARGEST:
            return const(product)
    if _selects(outer):
        condition, *sides = _guard(outer).args
        return choose(condition, *[s if _stays(s) else times(s, inner) for s in sides])
    if _selects(inner):
        condition, *sides = _guard(inner).args
        return choose(condition, *[s if _stays(s) else times(outer, s) for s in sides])
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is neg:
            return negated(times(one.args[0], other))
    left = without_common(outer, inner)
    if left:
        return times(*left)
    for one, other in ((inner, outer), (outer, inner)):
        if one.op is div or (one.op is ratio and other.op not in QUOTIENTS):
            return _fraction(one.args[0], one.op(other, one.args[1]))
    return mul(outer, inner)  # type: ignore[no-any-return]


def _fraction(above: Node, quotient: Node) -> Node:
    """above * quotient, whatever stands above the line of a partial."""
    if is_const(above, 1.0):
        return quotient
    if above.op is neg:
        return negated(mul(above.args[0], quotient))
    return times(above, quotient) if _selects(above) else mul(above, quotient)


def plus(first: Node, second: Node, lazy: bool = False, levels: int = DEEPEST) -> Node:
    """first + second, choosing once between sums and dividing once by a common denominator.

    Where the sum belongs to a Node that is evaluated on some branches only (`lazy`), it is guarded
    by what leads to either of them: it will be multiplied by what is known nowhere else.
    """
    if first is ZERO or second is ZERO:
        return second if first is ZERO else first
    if first.op is RAISE or second.op is RAISE:
        return first if first.op is RAISE else second
    if first.op is CONST and second.op is CONST:
        return const(first.payload + second.payload)
    if levels and first.op is second.op is where and first.args[0] is second.args[0]:
        pairs = zip(first.args[1:], second.args[1:], strict=True)
        return choose(first.args[0], *[plus(a, b, lazy, levels - 1) for a, b in pairs])
    if (
        levels
        and first.op in QUOTIENTS
        and first.op is second.op
        and first.args[1] is second.args[1]
    ):
        return first.op(plus(first.args[0], second.args[0], lazy, levels - 1), first.args[1])  # type: ignore[no-any-return]
    if lazy and _selects(first) and _selects(second):
        either = where(_split(first)[0], True, _split(second)[0])
        return choose(either, add(first, second), ZERO)
    if second.op is neg:
        return sub(first, second.args[0])  # type: ignore[no-any-return]
    if first.op is neg:
        return sub(second, first.args[0])  # type: ignore[no-any-return]
    return add(first, second)  # type: ignore[no-any-return]


def negated(derivative: Node, levels: int = DEEPEST) -> Node:
    """-derivative, the sign taken into a constant or a choice, or off another sign."""
    if derivative is ZERO or derivative.op is RAISE:
        return derivative
    if derivative.op is neg:
        return derivative.args[0]
    if derivative.op is CONST:
        return const(-derivative.payload)
    if levels and _selects(derivative):
        condition, *sides = derivative.args
        return choose(condition, *[negated(side, levels - 1) for side in sides])
    return neg(derivative)  # type: ignore[no-any-return]


# ---------------------------------------------------------------------------------- choices


def choose(condition: Node, then: Node, otherwise: Node) -> Node:
    """A choice between derivatives. A long row of conditions becomes one, so that no derivative is
    guarded by more than a few."""
    if then is otherwise is ZERO:
        return ZERO
    chosen: Node = where(condition, then, otherwise)
    if then is not ZERO and otherwise is not ZERO:
        return chosen
    depth, inner = 0, chosen
    while inner.op is where and any(side is ZERO for side in inner.args[1:]):
        depth += 1
        inner = inner.args[2] if inner.args[1] is ZERO else inner.args[1]
    return where(*_split(chosen, depth), ZERO) if depth > MOST_GUARDS else chosen


def _stays(side: Node) -> bool:
    """Whether nobody multiplies it."""
    return side is ZERO or side.op is RAISE


def _selects(node: Node, levels: int = 6) -> bool:
    """Whether a choice has no derivative on one of its sides, or raises there; rows nest choices
    three deep, and products of them a little deeper."""
    if node.op is not where or not levels:
        return False
    return any(_stays(side) or _selects(side, levels - 1) for side in node.args[1:])


def _guard(node: Node) -> Node:
    """The choice as one with a derivative on a single side, which is then multiplied once."""
    if any(map(_stays, node.args[1:])):
        return node
    return where(*_split(node), ZERO)  # type: ignore[no-any-return]


def _split(node: Node, levels: int = 6) -> tuple[Node, Node]:
    """The condition for there being a derivative, and the derivative where it holds."""
    if node is ZERO:
        return const(False), const(0.0)
    if node.op is not where or not levels:
        return const(True), node
    condition, *sides = node.args
    (one, then), (other, otherwise) = (_split(side, levels - 1) for side in sides)
    if sides[0] is ZERO:
        return where(condition, False, other), otherwise
    if sides[1] is ZERO:
        return where(condition, one, False), then
    if one.op is CONST and other.op is CONST:  # it is there either way
        return const(True), node
    return where(condition, one, other), where(condition, then, otherwise)

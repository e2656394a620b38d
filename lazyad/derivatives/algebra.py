"""Sums and products in which a structural zero is no number, ±1 no factor, and a sign no operation
where another takes it.

In: Nodes. Out: a Node. A room of its own because everything that is derived is made of these few
functions: tangents, elimination, what cancels in products, Taylor coefficients.

A choice between a derivative and nothing selects: signs and products go inside it, so that nothing
is multiplied by zero.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import reduce

from lazyad.graph import CONST, LARGEST, RAISE, SMALLEST, ZERO, Node, Op, const
from lazyad.ops import add, div, mul, neg, ratio, sub, where
from lazyad.values.origin import state

QUOTIENTS = (div, ratio)
_NOTHING = const(False), const(0.0)  # the condition for ZERO, and what stands for it
DEEPEST = 100  # choices within choices that are entered to add and to negate
MOST_GUARDS = 32  # choices within choices that guard one product
MOST_SPLIT = 20  # choices within choices that are looked into for a side with no derivative


def made(op: Op, *args: Node) -> Node:
    """The op of numbers, as they are: nothing is lifted, and no condition is among them."""
    return Node(op, args, None, state.origin)


def number(value: float) -> Node:
    """A constant, or a structural zero where derivatives cancel, as in x - x."""
    return const(value) if value else ZERO


def or_zero(node: Node) -> Node:
    """A derivative as a number, where one is asked for."""
    return const(0.0) if node is ZERO else node


def negated(node: Node, enter: bool = True, levels: int = DEEPEST) -> Node:
    """-node, the sign taken into a constant, off another sign, or into a choice (`enter`)."""
    if node is ZERO:
        return node
    if node.op is neg:
        return node.args[0]
    if node.op is CONST:
        return const(-node.payload)
    if enter and levels and selects(node):
        condition, *sides = node.args
        return choice(condition, *[negated(side, True, levels - 1) for side in sides])
    return made(neg, node)


def scaled(factor: float, node: Node, alone: bool = False, whole: bool = False) -> Node:
    """factor * node. Constants are joined; within products only where nobody else wants the node
    (`alone`). A choice that is to stay `whole` is not entered."""
    if abs(factor) == 1.0:
        return node if factor == 1.0 else negated(node, not whole)
    if node.op is CONST:
        if _is_normal(factor * node.payload):
            return const(factor * node.payload)
    elif node.op is neg:
        return scaled(-factor, node.args[0], alone)
    elif node.op is mul:
        first, second = node.args
        inner = first.args[0] if alone and first.op is mul else first
        if inner.op is CONST and _is_normal(factor * inner.payload):
            joined = const(factor * inner.payload)
            return made(mul, joined if inner is first else made(mul, joined, first.args[1]), second)
    return made(mul, const(factor), node)


def _is_normal(value: float) -> bool:
    return SMALLEST <= abs(value) <= LARGEST


def product(first: Node, second: Node) -> Node:
    """first * second."""
    if first is ZERO or second is ZERO:
        return ZERO
    for one, other in ((first, second), (second, first)):
        if one.op is CONST:
            return scaled(one.payload, other)
    for one, other in ((first, second), (second, first)):
        if one.op is neg:
            return negated(product(one.args[0], other))
    return made(mul, first, second)


def total(terms: Iterable[Node]) -> Node:
    """The sum of the terms, in order."""
    return reduce(plus, terms, ZERO)


def plus(
    first: Node,
    second: Node,
    lazy: bool = False,
    whole: Container[Node] = (),
    levels: int = DEEPEST,
) -> Node:
    """first + second, choosing once between sums and dividing once by a common denominator; what is
    to stay `whole` is not entered.

    Where the sum belongs to a Node that is evaluated on some branches only (`lazy`), it is guarded
    by what leads to either of them: it will be multiplied by what is known nowhere else.
    """
    if first is ZERO or second is ZERO:
        return second if first is ZERO else first
    op = first.op
    if op is second.op and levels:
        if op is RAISE:
            return first
        if op is CONST:
            return number(first.payload + second.payload)
        if first in whole or second in whole:
            return made(add, first, second)
        if op is where and first.args[0] is second.args[0]:
            pairs = zip(first.args[1:], second.args[1:], strict=True)
            return choice(first.args[0], *[plus(a, b, lazy, whole, levels - 1) for a, b in pairs])
        if op in QUOTIENTS and first.args[1] is second.args[1]:
            above = plus(first.args[0], second.args[0], lazy, whole, levels - 1)
            return quotient(above, first.args[1], op)
        if lazy and selects(first) and selects(second):
            either = where(split(first)[0], True, split(second)[0])
            return choice(either, made(add, first, second), ZERO)
    if second.op is neg:
        return made(sub, first, second.args[0])
    return made(sub, second, first.args[0]) if op is neg else made(add, first, second)


def minus(first: Node, second: Node) -> Node:
    """first - second."""
    return plus(first, negated(second))


def quotient(above: Node, below: Node, op: Op = div) -> Node:
    """above / below."""
    if above is ZERO or (below.op is CONST and below.payload == 1.0):
        return above
    return made(op, above, below)


# ---------------------------------------------------------------------------------- choices


def choice(condition: Node, then: Node, otherwise: Node) -> Node:
    """A choice between derivatives. A long row of conditions becomes one, so that no derivative is
    guarded by more than a few."""
    if then is otherwise is ZERO:
        return ZERO
    chosen = made(where, condition, then, otherwise)
    if then is not ZERO and otherwise is not ZERO:
        return chosen
    depth, inner = 0, chosen
    while inner.op is where and any(side is ZERO for side in inner.args[1:]):
        depth += 1
        inner = inner.args[2] if inner.args[1] is ZERO else inner.args[1]
    if depth > MOST_GUARDS:
        return made(where, *_split(chosen, depth, {ZERO: _NOTHING}), ZERO)
    return chosen


def selects(node: Node) -> bool:
    """Whether a choice has no derivative on one of its sides, or on one of theirs."""
    level = [node] if node.op is where else []
    for _ in range(MOST_SPLIT if level else 0):
        sides = {side: None for one in level for side in one.args[1:]}
        if ZERO in sides:
            return True
        level = [side for side in sides if side.op is where]
        if not level or len(level) > MOST_GUARDS:
            return False
    return False


def guard(node: Node) -> Node:
    """The choice as one with a derivative on a single side, which is then multiplied once."""
    if any(side is ZERO for side in node.args[1:]):
        return node
    return made(where, *split(node), ZERO)


def split(node: Node) -> tuple[Node, Node]:
    """The condition for there being a derivative, and the derivative where it holds."""
    return _split(node, MOST_SPLIT, {ZERO: _NOTHING})


def _split(node: Node, levels: int, known: dict[Node, tuple[Node, Node]]) -> tuple[Node, Node]:
    if node not in known:
        known[node] = const(True), node
        if node.op is where and levels:
            condition, *sides = node.args
            (one, then), (other, otherwise) = [_split(side, levels - 1, known) for side in sides]
            if sides[0] is ZERO:
                known[node] = where(condition, False, other), otherwise
            elif sides[1] is ZERO:
                known[node] = _both(condition, one), then
            elif not one.op is other.op is CONST:  # otherwise it is there either way
                whether = one if one is other else where(condition, one, other)
                known[node] = whether, where(condition, then, otherwise)
        elif node.op is mul and levels:  # by what is no choice: one of 0.5, where two are equal
            one, there = _split(node.args[1], levels - 1, known)
            kept = there is node.args[1]
            known[node] = one, node if kept else made(mul, node.args[0], there)
    return known[node]


def _both(one: Node, other: Node) -> Node:
    return one if other.op is CONST else where(one, other, False)

"""What a Node is a quotient of: sums and products of quotients as one, and a quotient's factors.

In: Nodes. Out: what stands above and below. A room of its own because `common_zeros` asks where
both vanish, and not how that is written: 1 / x - 1 / sin(x) is (sin(x) - x) / (x * sin(x)).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from lazyad.evaluation import evaluate
from lazyad.graph import CONST, Node, Op, const
from lazyad.ops import add, along, div, mul, neg, pow, sub
from lazyad.values.rows import NamedTuple

_LONGEST = 4  # ops between a Node and what it is a function of
_LARGEST = 24  # Nodes of a numerator
_DEEPEST = 5  # operations with quotients that make one


class Fraction(NamedTuple):
    """above / below, a product; whether a part of it was another Node, and how deep it is."""

    above: Node
    below: tuple[Node, ...] = ()
    made: bool = False
    depth: int = 0


def as_fraction(node: Node, known: Mapping[Node, Fraction]) -> Fraction:
    """What a Node is, given its arguments.

    >>> x = Node.input("x")
    >>> a, b = 1.0 / x, 1.0 / x**2.0
    >>> found = as_fraction(a - b, {a: Fraction(const(1.0), (x,)), b: Fraction(x, (x, x))})
    >>> found.above, found.below
    (<x - x>, (<x>, <x>))
    """
    if node.op is along:
        return known.get(node.args[0], Fraction(node))
    if _is_quotient(node.op):  # as sin_over
        (x,), body = node.op.definition
        above, below = evaluate(body.args, {x: node.args[0]})
        return Fraction(above, (below,), True, 1)
    if node.op is pow and node.args[1].op is CONST and node.args[1].payload < 0.0:
        return Fraction(const(1.0), (node.args[0] ** -node.args[1].payload,), False, 1)
    if node.op not in (add, sub, mul, div, neg):
        return Fraction(node)
    parts = [known.get(arg, Fraction(arg)) for arg in node.args]
    depth = 1 + max(part.depth for part in parts)
    if depth > _DEEPEST or (node.op is not div and not any(part.below for part in parts)):
        return Fraction(node)
    return _combined(node.op, parts)._replace(made=any(one.made for one in parts), depth=depth)


def _combined(op: Op, parts: list[Fraction]) -> Fraction:
    a, b = parts[0], parts[-1]
    if op is neg:
        return Fraction(-a.above, a.below)
    if op is mul:
        return Fraction(product([a.above, b.above]), (*a.below, *b.below))
    if op is div:
        return Fraction(product([a.above, *b.below]), (*a.below, *factors(b.above)))
    only = without(b.below, a.below)
    sides = product([a.above, *only]), product([b.above, *without(a.below, b.below)])
    return Fraction(op(*sides), (*a.below, *only))


def _is_quotient(op: Op) -> bool:
    apart = op.leaf or op.apart or op.array is not None or op.arity != 1
    return not apart and op.spelling is None and op.definition[1].op is div


def factors(node: Node) -> list[Node]:
    """What it is a product of."""
    found, waiting = list[Node](), [node]
    while waiting:
        one = waiting.pop()
        if one.op is along:
            waiting.append(one.args[0])
        elif one.op is mul and len(found) + len(waiting) < _LARGEST:
            waiting += reversed(one.args)
        else:
            found.append(one)
    return found


def product(some: Iterable[Node]) -> Node:
    """Their product."""
    moving = [one for one in some if one.op is not CONST or one.payload != 1.0]
    return reduce(mul, moving) if moving else const(1.0)


def without(some: Iterable[Node], others: Iterable[Node]) -> list[Node]:
    """Those that are not among the others, each of which counts once."""
    left, found = [*others], list[Node]()
    for one in some:
        at = next((k for k, other in enumerate(left) if other is one), None)
        if at is None:
            found.append(one)
        else:
            del left[at]
    return found


def chain(node: Node) -> list[Node]:
    """The Node, the only number that it is a function of, and so on."""
    found = [node]
    for _ in range(_LONGEST):
        moving = {arg for arg in found[-1].args if arg.op is not CONST}
        if len(moving) != 1 or found[-1].op.array is not None:
            break
        found += moving
    return found


def is_function_of(x: Node, node: Node) -> bool:
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

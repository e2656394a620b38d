"""What a Node is a quotient of: sums and products of quotients as one, and a quotient's factors.

In: Nodes. Out: what stands above and below. A room of its own because `common_zeros` asks where
both vanish, and not how that is written: 1 / x - 1 / sin(x) is (sin(x) - x) / (x * sin(x)).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, reduce

from lazyad.evaluation import evaluate
from lazyad.graph import CONST, Node, Op, const, is_condition, lifted
from lazyad.ops import add, along, div, maximum, minimum, mul, neg, pow, sub
from lazyad.values.rows import NamedTuple

_LONGEST = 4  # ops between a Node and what it is a function of
_LARGEST = 24  # Nodes of a numerator
_DEEPEST = 5  # operations with quotients that make one


class Fraction(NamedTuple):
    """above / below, a product, which are functions of x; whether a part of it was another Node,
    and how many operations it is made of."""

    above: Node
    below: tuple[Node, ...] = ()
    x: Node | None = None
    made: bool = False
    depth: int = 0


def as_fraction(
    node: Node, known: Mapping[Node, Fraction], alone: Node | None = None
) -> Fraction | None:
    """What a Node is, given what its arguments are; None if it is no quotient. Where all of it is
    made of one number, `alone` is that.

    >>> from lazyad.ops import sin
    >>> x = Node.input("x")
    >>> a, b = 1.0 / x, 1.0 / sin(x)
    >>> found = as_fraction(a - b, {one: as_fraction(one, {}) for one in (a, b)})
    >>> found.above, found.below
    (<sub(sin, x)>, (<input x>, <sin(x)>))
    """
    op, args = node.op, node.args
    if op is along:
        return known.get(args[0])
    if op is pow and args[1].op is CONST and args[1].payload < 0.0:
        return _plain(const(1.0), [args[0] ** -args[1].payload], alone)
    if is_quotient(op):
        (given,), body = op.definition
        above, below = map(lifted, evaluate(body.args, {given: args[0]}))
        return _plain(above, [below], alone)._replace(made=True)
    if op is not div and (op not in (add, sub, mul, neg) or known.keys().isdisjoint(args)):
        return None
    parts = [known.get(arg) or Fraction(arg) for arg in args]
    depth = 1 + max(part.depth for part in parts)
    x = next((part.x for part in parts if part.x is not None), None)
    if x is None or depth > _DEEPEST or not all(_is_of(x, part) for part in parts):
        return _plain(args[0], factors(args[1]), alone) if op is div else None
    return _combined(op, parts, x)._replace(made=any(one.made for one in parts), depth=depth)


def _plain(above: Node, below: Sequence[Node], alone: Node | None) -> Fraction:
    """A quotient by what is a function of some x."""
    x = chain(below[0])[-1] if alone is None else alone
    return Fraction(above, tuple(below), x, False, 1)


def _is_of(x: Node, part: Fraction) -> bool:
    return part.x is x or (part.x is None and is_function_of(x, part.above, False))


def _combined(op: Op, parts: list[Fraction], x: Node) -> Fraction:
    a, b = parts[0], parts[-1]
    if op is neg:
        return Fraction(-a.above, a.below, x)
    if op is mul:
        return Fraction(product([a.above, b.above]), (*a.below, *b.below), x)
    if op is div:
        return Fraction(product([a.above, *b.below]), (*a.below, *factors(b.above)), x)
    only = without(b.below, a.below)
    sides = product([a.above, *only]), product([b.above, *without(a.below, b.below)])
    return Fraction(op(*sides), (*a.below, *only), x)


@cache
def is_quotient(op: Op) -> bool:
    """Whether it is defined as one of functions of its argument, as sin_over is."""
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


def is_function_of(x: Node, node: Node, moving: bool = True, most: int = _LARGEST) -> bool:
    """Whether that is known by x alone, and made of few Nodes (`most`); and depends on it
    (`moving`)."""
    waiting, seen = [node], {node}
    while waiting:
        one = waiting.pop()
        if one is not x and one.op is not CONST:
            if one.op.partials is None or one.op.array is not None or len(seen) > most:
                return False
            if _chooses(one):
                return False
            new = {*one.args} - seen
            seen |= new
            waiting += new
    return x in seen or not moving


def _chooses(node: Node) -> bool:
    """Whether it is another formula elsewhere, as all choices are but those of this pass."""
    if not node.op.lazy:
        return node.op in (minimum, maximum)
    return not (is_condition(node) or any(side.op is along for side in node.args[1:]))


def few(roots: Iterable[Node]) -> list[Node]:
    """The Nodes that these are made of, as far as they are few."""
    found = dict.fromkeys(roots)
    waiting = [*found]
    while waiting and len(found) <= _LARGEST:
        new = dict.fromkeys(arg for arg in waiting.pop().args if arg not in found)
        found |= new
        waiting += new
    return [*found]

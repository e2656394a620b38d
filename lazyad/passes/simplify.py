"""Algebraic simplification: equations between Nodes, applied from left to right.

Every rule carries its exactness class:

- `exact`: the same bits for every float, and the same exceptions;
- `ulp`: rounding only (of a zero, the sign); a finite result stays finite and no other becomes so,
  though an overflow that raised may give inf, and what is bounded for every number, as sin(x) is,
  does not hand a nan on where it is multiplied by 0;
- `real`: true over the reals only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Container, Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple, cast

from lazyad.graph import (
    CONST,
    INPUT,
    LARGEST,
    Graph,
    Node,
    Op,
    bits,
    const,
    exact_reciprocal,
    rewrite,
)
from lazyad.ops import (
    abs,
    add,
    cos,
    cosh,
    exp,
    length,
    log,
    max,
    min,
    mul,
    neg,
    not_,
    sin,
    sqrt,
    sub,
    tanh,
    where,
)
from lazyad.values.structure import leaves


class Rule(NamedTuple):
    """left -> right. `right` may be a function of the matched constants that gives None for no.

    Some pay only where the choice inside of `left` has no other reader, and vanishes: `alone`.
    """

    left: Node
    right: Node | Callable[..., Node | None]
    exactness: str
    alone: bool = False


# Any, because to a type checker `x == y` is a bool, and here it is a Node.
x, y, z, w = (cast(Any, Node(INPUT, (), name)) for name in "xyzw")  # match anything
c, d = (cast(Any, Node(INPUT, (), name)) for name in "cd")  # match constants
b = cast(Any, Node(INPUT, (), "b"))  # matches what is finite whatever the inputs are

_CONSTANTS = frozenset((c, d))


def _negated(value: Any) -> float | None:
    """-value for a negative constant: a sign that a sum or difference can take."""
    return -value if not isinstance(value, bool) and value < 0.0 else None


_sech = 1.0 / cosh(min(max(x, -400.0), 400.0))  # as it stands in the row of tanh

EXACT = [
    (x * 1.0, x),
    (x / 1.0, x),
    (x * -1.0, -x),
    (x / -1.0, -x),
    (x - 0.0, x),
    (x + const(-0.0), x),
    (x**1.0, x),
    (+x, x),
    (-(-x), x),
    (x + -y, x - y),
    (x - -y, x + y),
    (x * -y, -(x * y)),
    (-x * y, -(x * y)),
    (-x / y, -(x / y)),
    (x / -y, -(x / y)),
    (abs(-x), abs(x)),
    (abs(abs(x)), abs(x)),
    (cos(-x), cos(x)),
    (cos(abs(x)), cos(x)),
    (sin(-x), -sin(x)),
    (not_(not_(not_(x))), not_(x)),
    (where(not_(x), y, z), where(x, z, y)),
    (x / c, lambda x, c: None if (r := exact_reciprocal(c)) is None else x * r),
    (x + c, lambda x, c: None if (n := _negated(c)) is None else x - n),
    (x - c, lambda x, c: None if (n := _negated(c)) is None else x + n),
    (-(x * c), lambda x, c: x * const(-c)),
    (-(x / c), lambda x, c: x / const(-c)),
    (-(c / x), lambda x, c: const(-c) / x),
    (-x - c, lambda x, c: const(-c) - x),
    (x + y * c, lambda x, y, c: None if (n := _negated(c)) is None else x - y * n),
    (x - y * c, lambda x, y, c: None if (n := _negated(c)) is None else x + y * n),
]
EXACT_ALONE = [
    (where(x, where(y, z, w), w), where(where(x, y, False), z, w)),  # x and y
    (where(x, z, where(y, z, w)), where(where(x, True, y), z, w)),  # x or y
]
ULP = [
    (b * 0.0, const(0.0)),
    (b * const(-0.0), const(0.0)),
    (x**0.0, const(1.0)),  # and an argument that is dropped takes its exceptions along
    (where(x, y, y), y),
    (x + 0.0, x),
]
REAL = [
    (0.0 - x, -x),
    (x * 0.0, const(0.0)),
    (x - x, const(0.0)),
    (x / x, const(1.0)),
    (sqrt(x) * sqrt(x), x),
    (length(x) * length(x), x),
    (log(exp(x)), x),
    (exp(log(x)), x),
    (_sech * _sech, 1.0 - tanh(x) * tanh(x)),
    (x / (1.0 / y), x * y),
    ((x * c) * d, lambda x, c, d: x * const(c * d)),
    ((x + c) + d, lambda x, c, d: x + const(c + d)),
    ((x * c) / d, lambda x, c, d: x * const(c / d) if d else None),
    (x / c, lambda x, c: const(1.0 / c) * x if c else None),
]

_EXACT = (
    *[Rule(left, right, "exact") for left, right in EXACT],
    *[Rule(left, right, "exact", alone=True) for left, right in EXACT_ALONE],
)
_SAFE = (*_EXACT, *[Rule(left, right, "ulp") for left, right in ULP])
RULES = (*_SAFE, *[Rule(left, right, "real") for left, right in REAL])


def simplify_exact(graph: Graph) -> Graph:
    """Apply the exact rules until none matches: -(-x) -> x, x / 4 -> x * 0.25.

    >>> a = Node.input("a")
    >>> print(simplify_exact(Graph([a], (a**2.0) / 4.0)))
    f(a):
      %0 = pow(a, 2.0)
      %1 = mul(%0, 0.25)
      return %1
    """
    return apply_rules(graph, _EXACT)


def simplify_safe(graph: Graph) -> Graph:
    """Apply the exact and ulp rules until none matches: x + 0 -> x.

    >>> a = Node.input("a")
    >>> print(simplify_safe(Graph([a], where(a > 0.0, a, a) + 0.0)))
    f(a):
      return a
    """
    return apply_rules(graph, _SAFE)


def simplify_fast(graph: Graph) -> Graph:
    """Apply every rule until none matches: x - x -> 0, (x + 1) + 2 -> x + 3.

    >>> a = Node.input("a")
    >>> print(simplify_fast(Graph([a], (a + 1.0) + 2.0)))
    f(a):
      %0 = add(a, 3.0)
      return %0
    """
    return apply_rules(graph, RULES)


# ---------------------------------------------------------------------------------- bounds

_ONE = const(1.0)
_MOST_SEEN = 200  # Nodes that `bound` looks at, so that it takes bounded time


def bound(node: Node) -> float:
    """What the absolute value of a Node never exceeds, whatever numbers its inputs are; else inf.

    >>> a = Node.input("a")
    >>> bound(3.0 * sin(a) - cos(a) * sin(a)), bound(a)
    (4.0, inf)
    """
    found: dict[Node, float] = {}
    stack = [node]
    while stack:
        one = stack[-1]
        args = one.args if one.op in (add, sub, mul, neg, abs) else ()
        waiting = [arg for arg in args if arg not in found]
        if waiting and len(found) + len(stack) < _MOST_SEEN:
            stack += waiting
            continue
        stack.pop()
        limits = [found.get(arg, math.inf) for arg in args]
        if one.op is CONST:
            found[one] = math.fabs(one.payload)
        elif not limits or math.inf in limits:
            found[one] = one.op.bound
        else:
            found[one] = math.prod(limits) if one.op is mul else sum(limits)
    return found[node]


# ---------------------------------------------------------------------------------- matching


def apply_rules(graph: Graph, rules: tuple[Rule, ...]) -> Graph:
    """Apply the rules, each from left to right, until none matches."""
    index = _indexed(rules)
    uses = Counter(arg for node in graph.nodes for arg in node.args)
    uses.update(leaves(graph.outputs))
    before, shared = iter(graph.nodes), set[Node]()

    def settled(node: Node) -> Node:
        result = _settle(node, index, shared)
        if uses[next(before)] > 1:
            shared.add(result)
        return result

    return rewrite(graph, settled)


def _orders(pattern: Node) -> Iterator[Node]:
    """The pattern with the arguments of its commutative ops standing every way."""
    for args in product(*[list(_orders(arg)) for arg in pattern.args]):
        yield Node(pattern.op, args, pattern.payload) if args else pattern
        if pattern.op.commutative:
            yield Node(pattern.op, args[::-1], pattern.payload)


def _head(pattern: Node) -> Any:
    if pattern in _CONSTANTS:
        return CONST
    return None if pattern.op is INPUT else pattern.op


_Index = dict[Op, dict[tuple[Any, ...], list[tuple[Node, Rule]]]]


@cache
def _indexed(rules: tuple[Rule, ...]) -> _Index:
    """Rules by their root op and the ops of its arguments (None matches anything)."""
    index: _Index = {}
    for rule in rules:
        for pattern in _orders(rule.left):
            heads = tuple([_head(arg) for arg in pattern.args])
            index.setdefault(pattern.op, {}).setdefault(heads, []).append((pattern, rule))
    return index


def _candidates(node: Node, index: _Index) -> Iterator[tuple[Node, Rule]]:
    if node.op in index:  # an op without rules may have any number of arguments
        rules = index[node.op]
        for heads in product(*[(arg.op, None) for arg in node.args]):
            yield from rules.get(heads, ())


def _settle(node: Node, index: _Index, shared: Container[Node] = ()) -> Node:
    """The Node after the first matching rule, and the next, until none matches. What is `shared`
    has several readers."""
    while True:
        for pattern, rule in _candidates(node, index):
            matched: dict[Node, Node] = {}
            if rule.alone and _keeps(pattern, node, shared):
                continue
            if _matches(pattern, node, matched) and bound(matched.get(b, _ONE)) < LARGEST:
                replaced = _instance(rule, matched, index)
                if replaced is not None:
                    break
        else:
            return node
        node = replaced


def _keeps(pattern: Node, node: Node, shared: Container[Node]) -> bool:
    """Whether somebody else reads the choice that the rule would take apart, and it is one of a
    row: each round would write one more of the row anew."""
    pairs = zip(pattern.args, node.args, strict=True)
    return any(
        inner.args and arg in shared and any(side.op.lazy for side in arg.args)
        for inner, arg in pairs
    )


def _matches(pattern: Node, node: Node, matched: dict[Node, Node]) -> bool:
    if pattern.op is INPUT:
        if pattern in _CONSTANTS and node.op is not CONST:
            return False
        known = matched.setdefault(pattern, node)
        return known is node
    if pattern.op is not node.op:
        return False
    if pattern.op is CONST:
        return bits(pattern.payload) == bits(node.payload)
    return all(_matches(p, n, matched) for p, n in zip(pattern.args, node.args, strict=True))


def _instance(rule: Rule, matched: dict[Node, Node], index: _Index) -> Node | None:
    """The rule's right side with the matched Nodes in it, itself settled below its root."""
    if isinstance(rule.right, Node):
        right = rule.right
    else:
        names = {str(wild.payload): wild for wild in matched}
        made = rule.right(
            **{n: matched[w].payload if w in _CONSTANTS else w for n, w in names.items()}
        )
        if made is None:
            return None
        right = made
    return _filled(right, right, matched, index, {})


def _filled(
    right: Node, root: Node, matched: dict[Node, Node], index: _Index, done: dict[Node, Node]
) -> Node:
    if right.op is INPUT:
        return matched[right]
    if right.op is CONST:
        return const(right.payload)
    if right not in done:
        args = [_filled(arg, root, matched, index, done) for arg in right.args]
        done[right] = right.op(*args)
        if right is not root:
            done[right] = _settle(done[right], index)
    return done[right]
